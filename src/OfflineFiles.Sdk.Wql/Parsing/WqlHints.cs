using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Puts in words what stands where something else was expected.</summary>
internal static class WqlFault
{
    private const int LongestExcerpt = 40;

    public static WqlSyntaxError Describe(string text, WqlToken token, string expected, string? hint)
    {
        var found = Found(text, token);
        return token.Kind switch
        {
            WqlTokenKind.UnclosedString => new(text, token.Start, found, $"a closing {text[token.Start]}", null),
            WqlTokenKind.BadEscape => new(text, token.Start, found, @"\\, \' or \""", WqlHints.Escape),
            WqlTokenKind.BadNumber => new(text, token.Start, found, "a number such as 42, -7 or 0.5", WqlHints.Number),
            WqlTokenKind.BrokenHole => new(text, token.Start, found, "a value that stands by itself", WqlHints.ForHole(text[token.Start])),
            _ when token.Kind.IsWord() =>
                new(text, token.Start, found, expected, hint ?? WqlHints.ForWord(text.Substring(token.Start, token.Length))),
            WqlTokenKind.UnknownCharacter or WqlTokenKind.At =>
                new(text, token.Start, found, expected, hint ?? WqlHints.ForCharacter(text[token.Start])),
            _ => new(text, token.Start, found, expected, hint),
        };
    }

    public static string Found(string text, WqlToken token) => token.Kind switch
    {
        WqlTokenKind.End => "the end of the query",
        WqlTokenKind.String => $"the string {Excerpt(text, token)}",
        WqlTokenKind.UnclosedString => $"the unclosed string {Excerpt(text, token)}",
        WqlTokenKind.Integer or WqlTokenKind.Real => $"the number {Excerpt(text, token)}",
        WqlTokenKind.BrokenHole => $"a value inside {Excerpt(text, token)}",
        _ => $"'{Excerpt(text, token)}'",
    };

    private static string Excerpt(string text, WqlToken token)
    {
        var excerpt = new StringBuilder();
        for (var i = token.Start; i < token.Start + Math.Min(token.Length, LongestExcerpt); i++)
        {
            // Characters that a log or a console would swallow or choke on are shown by their number.
            if (char.IsControl(text[i]) || char.IsSurrogate(text[i]))
                excerpt.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else excerpt.Append(text[i]);
        }

        return token.Length > LongestExcerpt ? excerpt.Append("...").ToString() : excerpt.ToString();
    }
}

/// <summary>What to write instead of the things people bring along from SQL, and of what is easily got wrong in WQL.</summary>
internal static class WqlHints
{
    public const string SecondProperty =
        "WQL compares a property with a constant, never with another property. A string constant is written in quotes.";

    public const string NoProperty = "One side of a comparison must be a property.";
    public const string NoOrder = "NULL, TRUE and FALSE have no order: compare them with = or <>.";
    public const string Escape = @"In a string a backslash is doubled: the path \\server\share is written '\\\\server\\share'.";
    public const string Number = "WQL has no exponents, no hexadecimal numbers and no bare point at the end of a number.";
    public const string LeadingPoint = "A fraction is written with its zero: 0.5.";
    public const string Function = "WQL has no functions: use the plain property, and compute in the caller.";
    public const string OneClass = "A query names exactly one class, without namespace or alias.";
    public const string StarAlone = "* stands alone: it already means every property.";
    public const string SchemaList = "A schema query selects * only: SELECT * FROM meta_class.";
    public const string SchemaEvents = "A schema query asks for classes, which are no events: it has no WITHIN and no GROUP.";
    public const string ClauseOrder = "The clauses stand in the order WITHIN, WHERE, GROUP.";
    public const string NegativeInterval = "An interval of time cannot be negative.";
    public const string IntervalRange = "An interval has at most 7 decimals and is at most 922337203685.4775807 seconds.";
    public const string GroupWithin =
        "GROUP gathers events and says first for how long: GROUP WITHIN 300 BY p. Data are grouped in the caller, WQL has no GROUP BY for them.";

    public const string ByStar = "List the properties whose values tell the groups apart: BY TargetInstance.Name.";
    public const string Having = "HAVING compares NumberOfEvents with a number, and nothing else: HAVING NumberOfEvents > 5.";
    public const string HavingNumber = "The number of events is counted in whole numbers, without quotes and sign.";
    public const string OneHaving = "HAVING takes one test.";
    public const string Braces = "The path of the object stands in braces: OF {Win32_OfflineFilesItem.ItemPath=\"...\"}.";
    public const string BlankInPath = "The parts of an object path stand side by side, without blanks between them.";
    public const string PathInQuotes = "The path is written without quotes around it; its strings have their own.";
    public const string PathWithNamespace = @"A namespace before the class is written \\server\root\cimv2:Class or root\cimv2:Class.";
    public const string KeyValue = "The value of a key is a string in quotes, an integer, TRUE or FALSE.";
    public const string DoubledEqual = "Equality is written with one =.";

    public static readonly string Nesting =
        $"The predicate is nested deeper than {WqlPredicate.MaximumDepth} levels. Join terms side by side: one AND or OR takes any number.";

    private const string Join = "WQL has no joins: query each class and join in the caller.";
    private const string Paging = "WQL has no paging: stop reading in the caller when there is enough.";
    private const string ReadOnly = "WQL only reads: no statement changes anything.";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WITHIN"] = "WITHIN stands right after the class, before WHERE: FROM C WITHIN 10 WHERE p = 1.",
        ["GROUP"] = GroupWithin,
        ["BY"] = "BY belongs to GROUP WITHIN: GROUP WITHIN 300 BY p.",
        ["HAVING"] = "HAVING belongs to GROUP WITHIN: GROUP WITHIN 300 HAVING NumberOfEvents > 5.",
        ["ORDER"] = "WQL has no ORDER BY: sort in the caller.",
        ["LIMIT"] = Paging,
        ["OFFSET"] = Paging,
        ["TOP"] = Paging,
        ["FETCH"] = Paging,
        ["DISTINCT"] = "WQL has no DISTINCT: drop duplicates in the caller.",
        ["COUNT"] = "WQL has no COUNT: count in the caller.",
        ["JOIN"] = Join,
        ["INNER"] = Join,
        ["LEFT"] = Join,
        ["RIGHT"] = Join,
        ["CROSS"] = Join,
        ["UNION"] = "WQL has no UNION: run both queries, or join their conditions with OR.",
        ["AS"] = "WQL has no aliases.",
        ["IN"] = "WQL has no IN: write p = 1 OR p = 2.",
        ["BETWEEN"] = "WQL has no BETWEEN: write p >= 1 AND p <= 2.",
        ["EXISTS"] = "WQL has no subqueries.",
        ["ESCAPE"] = "LIKE has no ESCAPE: a wildcard is taken literally in brackets, [%] [_] [[].",
        ["CASE"] = "WQL has no CASE: compute in the caller.",
        ["NOT"] = "NOT stands before the property: NOT p LIKE 'x%'.",
        ["ISNOT"] = "Write IS NOT NULL.",
        ["INSERT"] = ReadOnly,
        ["UPDATE"] = ReadOnly,
        ["DELETE"] = ReadOnly,
    };

    public static string? ForWord(string word) => Words.TryGetValue(word, out var hint) ? hint : null;

    /// <summary>What to write instead of a token that is no interval.</summary>
    public static string? ForInterval(WqlTokenKind kind) => kind switch
    {
        WqlTokenKind.String => "An interval is written without quotes, in seconds.",
        WqlTokenKind.Name => "An interval is a number, in seconds.",
        WqlTokenKind.Dot => LeadingPoint,
        _ => null,
    };

    /// <summary>What to do about a value of the caller that is not a whole token, by the character the token begins with.</summary>
    public static string ForHole(char first) => first is '\'' or '"' or '\\'
        ? "A value writes its own quotes and escapes: leave the quotes around it out."
        : "A value is a whole constant: put a blank between it and what stands beside it.";

    public static string? ForCharacter(char c) => c switch
    {
        ';' => "WQL has no statement separator: leave it out.",
        '[' or ']' or '`' => "Names are written bare, without brackets or quotes.",
        '+' or '-' or '/' or '%' => "WQL has no arithmetic, no comments and no sign but the minus of a number.",
        '&' => "Write AND.",
        '|' => "Write OR.",
        '!' or '~' or '^' => "Write NOT, or <> for not equal.",
        '?' or '@' or ':' or '$' => "WQL has no parameters: write the value as a constant.",
        '\\' => "A path is written in quotes, every backslash doubled.",
        _ => null,
    };
}
