using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Parsing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// The name of a property in a query: one name, or several joined by dots that lead into embedded objects (<c>PinInfo.Pinned</c>).
/// Immutable. Two are equal when they differ only in case.
/// </summary>
public sealed class WqlProperty : IEquatable<WqlProperty>
{
    private IReadOnlyList<string>? _names;

    /// <summary>Initializes the name.</summary>
    /// <param name="names">One name for each step, outermost first; at least one.</param>
    /// <exception cref="ArgumentException">There is no name, or a name is not valid.</exception>
    public WqlProperty(params string[] names)
    {
        if (Guard.NotNull(names).Length == 0) throw new ArgumentException("A property has at least one name.", nameof(names));
        foreach (var name in names) WqlName.Check(name, nameof(names));
        Text = names.Length == 1 ? names[0] : string.Join(".", names);
    }

    /// <summary>A name that was read.</summary>
    /// <param name="text">The steps joined with dots, known to be names.</param>
    /// <param name="position">Where it was read.</param>
    internal WqlProperty(string text, int position)
    {
        Text = text;
        Position = position;
    }

    /// <summary>The steps, outermost first; at least one.</summary>
    public IReadOnlyList<string> Names => _names ??= WqlNodes.Freeze(Text.Split('.'), nameof(Text));

    /// <summary>The steps joined with dots, in the spelling they were given.</summary>
    public string Text { get; }

    /// <summary>The index in the text of the first character it was read from; -1 if it was not read from a text. Not compared by equality.</summary>
    public int Position { get; internal init; } = -1;

    /// <summary>True if the name leads into an embedded object: if it has more than one step.</summary>
    public bool IsDotted => Names.Count > 1;

    /// <summary>Returns true if both are the same, ignoring case.</summary>
    /// <param name="left">A property or null.</param>
    /// <param name="right">A property or null.</param>
    public static bool operator ==(WqlProperty? left, WqlProperty? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ, ignoring case.</summary>
    /// <param name="left">A property or null.</param>
    /// <param name="right">A property or null.</param>
    public static bool operator !=(WqlProperty? left, WqlProperty? right) => !(left == right);

    /// <summary>Parses the name of a property.</summary>
    /// <param name="text">For example <c>ItemName</c> or <c>PinInfo.Pinned</c>.</param>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    public static WqlProperty Parse(string text) =>
        WqlParser.ParseProperty(Guard.NotNull(text), out var error) ?? throw new WqlSyntaxException(text, error!);

    /// <summary>Parses the name of a property without throwing. Returns false if the text is not a valid name.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="property">The result; null if the text is not valid.</param>
    /// <param name="error">Where and why the text is not valid; null if it is valid.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out WqlProperty? property, [NotNullWhen(false)] out WqlSyntaxError? error)
    {
        property = WqlParser.ParseProperty(text ?? "", out error);
        return property is not null;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlProperty? other) => other is not null && WqlName.AreEqual(Text, other.Text);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlProperty);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlName.Hash(Text);

    /// <summary>The steps joined with dots: <see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
