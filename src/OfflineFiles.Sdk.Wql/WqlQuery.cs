using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Parsing;
using OfflineFiles.Sdk.Wql.Printing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A query in WQL, the query language of Windows management, as an immutable tree: a data query (<see cref="WqlSelectQuery"/>), an event
/// query (<see cref="WqlEventQuery"/>), a schema query (<see cref="WqlSchemaQuery"/>), or one that follows associations
/// (<see cref="WqlAssociatorsQuery"/>, <see cref="WqlReferencesQuery"/>). Compared by structure: names ignoring case, constants exactly.
/// </summary>
/// <example>
/// <code>
/// var query = (WqlSelectQuery)WqlQuery.Parse("select * from Win32_OfflineFilesItem where ItemType = 0");
/// Console.WriteLine(query); // SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0
/// </code>
/// </example>
public abstract class WqlQuery : IEquatable<WqlQuery>
{
    private protected WqlQuery()
    {
    }

    /// <summary>
    /// The text it was read from, to which the positions of its parts refer; null if it was not read from a text. Not compared by equality.
    /// </summary>
    public string? Text { get; internal init; }

    /// <summary>
    /// The habits of other servers that were met while it was read leniently, in the order of the text; empty otherwise. Not compared by
    /// equality.
    /// </summary>
    public IReadOnlyList<WqlHabit> Habits { get; internal init; } = [];

    /// <summary>The index of the class name in <see cref="Text"/>; -1 if the query was not read from a text. Not compared by equality.</summary>
    public int ClassNamePosition { get; internal init; } = -1;

    /// <summary>Returns true if both are equal in structure.</summary>
    /// <param name="left">A query or null.</param>
    /// <param name="right">A query or null.</param>
    public static bool operator ==(WqlQuery? left, WqlQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in structure.</summary>
    /// <param name="left">A query or null.</param>
    /// <param name="right">A query or null.</param>
    public static bool operator !=(WqlQuery? left, WqlQuery? right) => !(left == right);

    /// <summary>Parses a query.</summary>
    /// <param name="text">For example <c>SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0</c>.</param>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    public static WqlQuery Parse(string text) => Parse(text, WqlParseOptions.Strict);

    /// <summary>Parses a query.</summary>
    /// <param name="text">For example <c>SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0</c>.</param>
    /// <param name="options">How strictly; what was met that Windows would refuse is in <see cref="Habits"/> of the result.</param>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    public static WqlQuery Parse(string text, WqlParseOptions options) =>
        WqlParser.ParseQuery(Guard.NotNull(text), Guard.NotNull(options), null, out var error) ?? throw new WqlSyntaxException(text, error!);

    /// <summary>Parses a query without throwing. Returns false if the text is not valid WQL.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="query">The result; null if the text is not valid.</param>
    /// <param name="error">Where and why the text is not valid; null if it is valid.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out WqlQuery? query, [NotNullWhen(false)] out WqlSyntaxError? error) =>
        TryParse(text, WqlParseOptions.Strict, out query, out error);

    /// <summary>Parses a query without throwing. Returns false if the text is not valid WQL.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="options">How strictly; what was met that Windows would refuse is in <see cref="Habits"/> of the result.</param>
    /// <param name="query">The result; null if the text is not valid.</param>
    /// <param name="error">Where and why the text is not valid; null if it is valid.</param>
    public static bool TryParse(
        string? text, WqlParseOptions options, [NotNullWhen(true)] out WqlQuery? query, [NotNullWhen(false)] out WqlSyntaxError? error)
    {
        query = WqlParser.ParseQuery(text ?? "", Guard.NotNull(options), null, out error);
        return query is not null;
    }

    /// <summary>Makes a query of a text with values in it, safe from what the values hold: each becomes one constant and nothing else.</summary>
    /// <param name="query">
    /// For example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>, without quotes around the value. A value stands
    /// where a constant may stand: beside an operator, after LIKE, after WITHIN (a number), as a key of an object path.
    /// </param>
    /// <exception cref="WqlSyntaxException">The text is not a query, or a value stands in quotes or touches what is beside it.</exception>
    public static WqlQuery Create(WqlInterpolatedStringHandler query) => Create(query, WqlParseOptions.Strict);

    /// <summary>Makes a query of a text with values in it, safe from what the values hold: each becomes one constant and nothing else.</summary>
    /// <param name="query">The text, as for <see cref="Create(WqlInterpolatedStringHandler)"/>.</param>
    /// <param name="options">How strictly the text is read.</param>
    /// <exception cref="WqlSyntaxException">The text is not a query, or a value stands in quotes or touches what is beside it.</exception>
    public static WqlQuery Create(WqlInterpolatedStringHandler query, WqlParseOptions options)
    {
        var text = query.ReadText(nameof(query));
        return WqlParser.ParseQuery(text, Guard.NotNull(options), query.Holes, out var error) ?? throw new WqlSyntaxException(text, error!);
    }

    /// <summary>
    /// Makes a query of a text with values in it, as <see cref="Create(WqlInterpolatedStringHandler)"/> does, for languages that do not know the
    /// interpolated strings of C# 10: older versions of C#, Visual Basic and F#.
    /// </summary>
    /// <param name="query">The text, as for <see cref="Create(WqlInterpolatedStringHandler)"/>.</param>
    /// <exception cref="WqlSyntaxException">The text is not a query, or a value stands in quotes or touches what is beside it.</exception>
    /// <exception cref="ArgumentException">A value is of a type that no constant can be made of, or has a format.</exception>
    public static WqlQuery FromFormattable(FormattableString query) => Create(WqlFormattable.Read(query));

    /// <summary>The query as canonical WQL text in the dialect of Windows; reading it gives an equal query.</summary>
    public sealed override string ToString() => ToString(WqlDialect.Windows);

    /// <summary>The query as canonical WQL text.</summary>
    /// <param name="dialect">The dialect of the server that will read the text.</param>
    public string ToString(WqlDialect dialect) => WqlPrinter.Print(this, Guard.NotNull(dialect));

    /// <inheritdoc/>
    public abstract bool Equals([NotNullWhen(true)] WqlQuery? other);

    /// <inheritdoc/>
    public sealed override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlQuery);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
