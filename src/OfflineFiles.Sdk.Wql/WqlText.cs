#if NET
using System.Text;
#endif
using OfflineFiles.Sdk.Wql.Casing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// How queries compare texts, names and paths: ordinally, ignoring case, and the same on every runtime and operating system. Use it where a
/// program of yours has to agree with a query.
/// </summary>
/// <remarks>
/// Two texts are equal if their letters have the same simple upper case, as Unicode 16.0 has it (no culture, no normalisation, no change of
/// length: <c>ß</c> is not <c>SS</c>, and neither the Turkish dotted and dotless i nor the Kelvin sign equals an ASCII letter).
/// <see cref="StringComparison.OrdinalIgnoreCase"/> means the same, but by the tables of the runtime, of ICU or of Windows, whichever is asked.
/// </remarks>
public static class WqlText
{
    // No runtime takes a letter beyond ASCII for one of ASCII. So for a text of ASCII all give the same answer, and theirs is fast.
    private const StringComparison Runtime = StringComparison.OrdinalIgnoreCase;

    /// <summary>Compares and hashes texts, for collections.</summary>
    public static StringComparer Comparer { get; } = new TextComparer();

    /// <summary>Returns true if two texts are equal, ignoring case. Null equals null only.</summary>
    /// <param name="left">A text or null.</param>
    /// <param name="right">Another text or null.</param>
    public static bool AreEqual(string? left, string? right)
    {
        if (ReferenceEquals(left, right)) return true;
        return left is not null && right is not null && left.Length == right.Length && IsAt(left, 0, right);
    }

    /// <summary>Compares two texts by their upper case, ordinally; null comes first.</summary>
    /// <param name="left">A text or null.</param>
    /// <param name="right">Another text or null.</param>
    /// <returns>Less than zero, zero, or more than zero, as the left text comes before, equals or comes after the right one.</returns>
    public static int Compare(string? left, string? right)
    {
        if (ReferenceEquals(left, right)) return 0;
        if (left is null) return -1;
        return right is null ? 1 : CaseFolding.Compare(left, right);
    }

    /// <summary>Returns true if a text begins with another, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it may begin with; every text begins with the empty one.</param>
    public static bool StartsWith(string text, string value) => Guard.NotNull(text).Length >= Guard.NotNull(value).Length && IsAt(text, 0, value);

    /// <summary>Returns true if a text ends with another, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it may end with; every text ends with the empty one.</param>
    public static bool EndsWith(string text, string value) =>
        Guard.NotNull(text).Length >= Guard.NotNull(value).Length && IsAt(text, text.Length - value.Length, value);

    /// <summary>Returns true if a text contains another, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it may contain; every text contains the empty one.</param>
    public static bool Contains(string text, string value) => IndexOf(text, value) >= 0;

    /// <summary>Finds the first place of one text in another, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What is sought; the empty text is at the beginning.</param>
    /// <returns>The index, or -1 if it is nowhere.</returns>
    public static int IndexOf(string text, string value) => IndexOf(text, Guard.NotNull(value), IsAscii(value), 0, Guard.NotNull(text).Length);

    /// <summary>Finds the last place of one text in another, ignoring case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What is sought; the empty text is at the end.</param>
    /// <returns>The index, or -1 if it is nowhere.</returns>
    public static int LastIndexOf(string text, string value)
    {
        Guard.NotNull(text);

        // .NET Framework finds it one place earlier.
        if (Guard.NotNull(value).Length == 0) return text.Length;
        return IsAscii(value) ? text.LastIndexOf(value, Runtime) : CaseFolding.LastIndexOf(text, value);
    }

    /// <summary>Returns the text in upper case: equal texts give the same, ordinally, and the beginning of a text gives the beginning.</summary>
    /// <param name="text">The text.</param>
    public static string ToUpper(string text) => IsAscii(Guard.NotNull(text)) ? text.ToUpperInvariant() : CaseFolding.ToUpper(text);

    /// <summary>Returns a hash code that equal texts share. It differs from process to process.</summary>
    /// <param name="text">The text.</param>
    public static int GetHashCode(string text) => IsAscii(Guard.NotNull(text))
        ? StringComparer.OrdinalIgnoreCase.GetHashCode(text)
        : CaseFolding.GetHashCode(text);

    /// <summary>Where a text first is wholly within a stretch of another, ignoring case; -1 if nowhere.</summary>
    internal static int IndexOf(string text, string value, bool isAscii, int start, int count)
    {
        if (value.Length == 0) return start;
        return isAscii ? text.IndexOf(value, start, count, Runtime) : CaseFolding.IndexOf(text, value, start, count);
    }

    /// <summary>Whether a text is in another at an index, ignoring case; the other reaches far enough.</summary>
#if NET
    internal static bool IsAt(string text, int index, string value) =>
        Ascii.EqualsIgnoreCase(text.AsSpan(index, value.Length), value)
        || (!IsAscii(value) && CaseFolding.AreEqual(text, index, value, 0, value.Length));

    internal static bool IsAscii(string text) => Ascii.IsValid(text);
#else
    internal static bool IsAt(string text, int index, string value) => CaseFolding.AreEqual(text, index, value, 0, value.Length);

    internal static bool IsAscii(string text)
    {
        foreach (var c in text)
            if (c > '\x7F') return false;
        return true;
    }
#endif

    private sealed class TextComparer : StringComparer
    {
        public override int Compare(string? x, string? y) => WqlText.Compare(x, y);

        public override bool Equals(string? x, string? y) => AreEqual(x, y);

        public override int GetHashCode(string obj) => WqlText.GetHashCode(obj);
    }
}
