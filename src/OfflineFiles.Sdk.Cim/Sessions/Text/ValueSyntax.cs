using System.Globalization;
using OfflineFiles.Sdk.Cim.Options;

namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>How values of one type are written in a connection string.</summary>
/// <param name="Allowed">What may be written, as the end of a sentence.</param>
/// <param name="Read">The value of a text; null if the text is not valid.</param>
/// <param name="Print">The text of a value; it is read as the same value again.</param>
internal sealed record ValueSyntax<T>(string Allowed, Func<string, ValueSyntax<T>.Result?> Read, Func<T, string> Print)
{
    /// <summary>A value that was read; it may be null itself.</summary>
    public sealed record Result(T Value);
}

/// <summary>The syntax of each type of value.</summary>
internal static class ValueSyntax
{
    private const string Infinite = "infinite";

    public static ValueSyntax<string> Account { get; } =
        new(AccountSyntax.Allowed, text => AccountSyntax.IsAccount(text) ? new(text) : null, value => value);

    public static ValueSyntax<string> Namespace { get; } =
        new(NamespaceSyntax.Allowed, text => NamespaceSyntax.IsNamespace(text) ? new(text) : null, value => value);

    public static ValueSyntax<bool> Truth { get; } = new(
        "true or false", text => bool.TryParse(text, out var value) ? new(value) : null, value => value ? "true" : "false");

    public static ValueSyntax<int> Number { get; } = new(
        "a whole number",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new(value) : null,
        value => value.ToString(CultureInfo.InvariantCulture));

    // A number alone would be days.
    public static ValueSyntax<TimeSpan> Time { get; } = new(
        $"a time like 00:02:00, or {Infinite}",
        text => text.Equals(Infinite, StringComparison.OrdinalIgnoreCase) ? new(Timeout.InfiniteTimeSpan)
            : text.Contains(':') && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) ? new(value) : null,
        value => value == Timeout.InfiniteTimeSpan ? Infinite : value.ToString("c", CultureInfo.InvariantCulture));

    public static ValueSyntax<CultureInfo> Culture { get; } = new(
        "the name of a culture, like en-US", text => ReadCulture(text), value => value.Name);

    public static ValueSyntax<T> Choice<T>()
        where T : struct, Enum
    {
#if NET
        var names = Enum.GetNames<T>();
#else
        var names = Enum.GetNames(typeof(T));
#endif
        return new(
            string.Join(", ", names.Select(Lower)),
            text => names.Contains(text, StringComparer.OrdinalIgnoreCase)
                && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? new(value) : null,
            value => Lower(value.ToString()));
    }

    private static ValueSyntax<CultureInfo>.Result? ReadCulture(string text)
    {
        try
        {
            // The invariant culture goes by more than one name, and is the language of no machine.
            return CultureInfo.GetCultureInfo(text) is { Name.Length: > 0 } culture ? new(culture) : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

#pragma warning disable CA1308 // Text for people, and read ignoring case.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
