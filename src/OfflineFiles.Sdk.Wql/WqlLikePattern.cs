using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// The pattern of a LIKE test. <c>%</c> stands for any run of characters, also none; <c>_</c> for one; <c>[abc]</c> and <c>[a-f]</c> for
/// one of a set; <c>[^abc]</c> for one that is not in it. Everything else stands for itself, ignoring case, and a pattern is held
/// against the whole value. Immutable; equal when the texts are exactly the same.
/// </summary>
/// <remarks>
/// <para>There is no escape character: a wildcard is taken literally inside a set, <c>[%]</c> <c>[_]</c> <c>[[]</c>. A character is a UTF-16
/// unit.</para>
/// <para>Where no documentation settles it: a set that is never closed makes a pattern that matches nothing; an empty set, and a range
/// written backwards, hold no character.</para>
/// </remarks>
public sealed class WqlLikePattern : IEquatable<WqlLikePattern>
{
    private static readonly char[] Metacharacters = ['%', '_', '['];

    private LikeProgram? _program;

    /// <summary>Takes a text as a pattern. To match a text literally see <see cref="Literal"/>.</summary>
    /// <param name="text">The pattern, as it is inside the quotes of a query but unescaped.</param>
    public WqlLikePattern(string text) => Text = Guard.NotNull(text);

    /// <summary>The pattern, unescaped.</summary>
    public string Text { get; }

    // Read at most once or twice by racing threads, to the same effect.
    internal LikeProgram Program => _program ??= LikeProgram.Read(Text);

    /// <summary>True if no text matches the pattern, because one of its sets is never closed.</summary>
    public bool MatchesNothing => Program.Shape == LikeShape.Nothing;

    /// <summary>Returns true if the texts are the same.</summary>
    /// <param name="left">A pattern or null.</param>
    /// <param name="right">A pattern or null.</param>
    public static bool operator ==(WqlLikePattern? left, WqlLikePattern? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if the texts differ.</summary>
    /// <param name="left">A pattern or null.</param>
    /// <param name="right">A pattern or null.</param>
    public static bool operator !=(WqlLikePattern? left, WqlLikePattern? right) => !(left == right);

    /// <summary>The pattern that only the given text matches, in any case.</summary>
    /// <param name="text">Any text; it may be empty.</param>
    public static WqlLikePattern Literal(string text) => new(Escape(Guard.NotNull(text)));

    /// <summary>The pattern of every text that begins with the given one.</summary>
    /// <param name="text">Any text; it may be empty.</param>
    public static WqlLikePattern StartsWith(string text) => new(Escape(Guard.NotNull(text)) + "%");

    /// <summary>The pattern of every text that ends with the given one.</summary>
    /// <param name="text">Any text; it may be empty.</param>
    public static WqlLikePattern EndsWith(string text) => new("%" + Escape(Guard.NotNull(text)));

    /// <summary>The pattern of every text that has the given one in it.</summary>
    /// <param name="text">Any text; it may be empty.</param>
    public static WqlLikePattern Contains(string text) => new("%" + Escape(Guard.NotNull(text)) + "%");

    /// <summary>Returns true if the pattern has no wildcards, so that it asks for one text.</summary>
    /// <param name="text">That text; null if there are wildcards.</param>
    public bool TryGetLiteral([NotNullWhen(true)] out string? text)
    {
        text = Program.Shape == LikeShape.Literal ? Program.Text : null;
        return text is not null;
    }

    /// <summary>Finds the characters that every match begins with, so that a store can look at a range of an index.</summary>
    /// <param name="prefix">The characters, in any case; empty if there is no such character.</param>
    /// <param name="isPurePrefix">
    /// True if these characters followed by <c>%</c> are the whole pattern: every text that begins with them matches.
    /// </param>
    /// <returns>True if there is such a character.</returns>
    public bool TryGetPrefix(out string prefix, out bool isPurePrefix)
    {
        prefix = Program.Prefix;
        isPurePrefix = Program.Shape == LikeShape.Prefix;
        return prefix.Length > 0;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlLikePattern? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlLikePattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The pattern: <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static string Escape(string text) => text.IndexOfAny(Metacharacters) < 0
        ? text
        : text.Replace("[", "[[]").Replace("%", "[%]").Replace("_", "[_]");
}
