namespace OfflineFiles.Sdk.Wql;

/// <summary>What to write instead of the things people bring along from SQL, and of the parts of WQL that are not read yet.</summary>
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
    public const string Schema = "Schema queries (meta_class) are not taken by this version.";
    public const string DoubledEqual = "Equality is written with one =.";

    public static readonly string Nesting =
        $"The predicate is nested deeper than {WqlPredicate.MaximumDepth} levels. Join terms side by side: one AND or OR takes any number.";

    private const string Join = "WQL has no joins: query each class and join in the caller.";
    private const string Paging = "WQL has no paging: stop reading in the caller when there is enough.";
    private const string ReadOnly = "WQL only reads: no statement changes anything.";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ASSOCIATORS"] = "Association queries (ASSOCIATORS OF) are not taken by this version.",
        ["REFERENCES"] = "Association queries (REFERENCES OF) are not taken by this version.",
        ["WITHIN"] = "Event queries (WITHIN) are not taken by this version.",
        ["GROUP"] = "Event queries (GROUP WITHIN) are not taken by this version; WQL has no GROUP BY of data: group in the caller.",
        ["HAVING"] = "Event queries (HAVING) are not taken by this version; WQL has no GROUP BY of data: group in the caller.",
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
