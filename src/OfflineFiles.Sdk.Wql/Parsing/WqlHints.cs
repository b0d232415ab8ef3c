using System.Text;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Puts in words what stands where something else was expected.</summary>
internal static class WqlFault
{
    private const int LongestExcerpt = 40;

    /// <summary>Describes a token that cannot be where it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token.</param>
    /// <param name="expected">What could stand there, as a phrase.</param>
    /// <param name="hint">What whoever was reading has to say; null for what the token says.</param>
    /// <param name="surroundings">What the text around it says, which counts most; null if nothing.</param>
    public static WqlSyntaxError Describe(string text, WqlToken token, WqlExpected expected, string? hint, string? surroundings)
    {
        var found = Found(text, token);
        return token.Kind switch
        {
            WqlTokenKind.UnclosedString => new(text, token.Start, found, $"a closing {text[token.Start]}", surroundings),
            WqlTokenKind.BadEscape => new(text, token.Start, found, @"\\, \' or \""", WqlHints.Escape),
            WqlTokenKind.BadNumber => new(
                text,
                token.Start,
                found,
                expected.Kind is WqlExpectedKind.Value or WqlExpectedKind.Term ? "a number such as 42, -7 or 0.5" : expected.Phrase,
                surroundings ?? WqlHints.ForBadNumber(text.Substring(token.Start, token.Length), expected.Kind)),
            WqlTokenKind.BrokenHole => new(text, token.Start, found, "a value that stands by itself", WqlHints.ForHole(text[token.Start])),
            _ when token.Kind.IsWord() =>
                new(text, token.Start, found, expected.Phrase, surroundings ?? hint ?? WqlHints.ForWord(text.Substring(token.Start, token.Length))),
            WqlTokenKind.UnknownCharacter or WqlTokenKind.At =>
                new(text, token.Start, found, expected.Phrase, surroundings ?? hint ?? WqlHints.ForCharacter(text, token.Start, expected.Kind)),
            _ => new(text, token.Start, found, expected.Phrase, surroundings ?? hint),
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
        var excerpt = ReadableText.Of(text.Substring(token.Start, Math.Min(token.Length, LongestExcerpt)));
        return token.Length > LongestExcerpt ? excerpt + "..." : excerpt;
    }
}

/// <summary>What to write instead of the things people bring along from SQL, and of what is easily got wrong in WQL.</summary>
internal static class WqlHints
{
    private const int LongestName = 100;

    public const string SecondProperty =
        "WQL compares a property with a constant; with another property only an event query does, TargetInstance.p <> PreviousInstance.p. "
        + "A string constant is written in quotes.";

    public const string PairOfData =
        "WITHIN is missing: without it the query asks for data, and only a query for events compares members of TargetInstance and PreviousInstance: "
        + "FROM __InstanceModificationEvent WITHIN 300.";

    public const string PairOfSchema =
        "A schema query asks for classes; members of TargetInstance and PreviousInstance are compared in a query for events.";


    public const string NoProperty = "One side of a comparison must be a property.";
    public const string NoOrder = "NULL, TRUE and FALSE have no order: compare them with = or <>.";
    public const string Escape = @"In a string a backslash is doubled: the path \\server\share is written '\\\\server\\share'.";
    public const string Exponent = "WQL has no exponents: write the digits out.";
    public const string LeadingPoint = "A fraction is written with its zero: 0.5.";
    public const string OneClass = "A query names exactly one class, without namespace or alias.";
    public const string Namespace = "The machine and the namespace are chosen by the connection: a query names only the class, as in FROM Win32_Process.";
    public const string QuotedClass = "The name of a class is written without quotes.";
    public const string ListComma = "The names in the list are joined by commas, and have no aliases.";
    public const string BarePoint = "A name does not begin with a point.";
    public const string BareProperty = "A property alone is no test: one that is TRUE or FALSE is compared too, p = TRUE.";
    public const string BareConstant = "Each test names its property: p = 'a' OR p = 'b'.";
    public const string Range = "Each test names its property: p > 1 AND p < 5.";
    public const string Pattern = "The pattern is written in quotes right after LIKE: p LIKE '%x%'.";
    public const string LikeIsOperator = "LIKE stands in the place of the operator: p LIKE 'x%'.";
    public const string LikeAfterProperty = "LIKE stands after the property: p LIKE 'x%'.";
    public const string IsIsOperator = "IS stands in the place of the operator: p IS NULL.";
    public const string IsValue = "IS tests for NULL only; for a value use =.";
    public const string IsNotValue = "IS NOT tests for NULL only; for a value use <>, for a pattern NOT p LIKE 'x%'.";
    public const string QuotedString = "A string constant is written in quotes, ' or \".";
    public const string StringPrefix = "A string has nothing before its quote: 'x'.";
    public const string PathConstant = @"A path is written in quotes, every backslash doubled: '\\\\server\\share'.";
    public const string MinusBeforeValue = "A value brings its own sign: pass the negative number, and leave the minus out.";
    public const string ArrayElement = "WQL has no arrays to look into: ask for the property in the SELECT list, and look at its elements in the caller.";
    public const string NoOperator = "Between a property and a constant stands an operator: =, <>, <, <=, >, >= or LIKE.";
    public const string SeveralPoints =
        "A number has one point. An address or a version is text in quotes, a point in time is written as 'yyyymmddHHMMSS.mmmmmm+000'.";

    public const string ParenthesesInTest = "A constant stands without parentheses around it.";
    public const string SecondWhere = "WHERE stands once: join the tests with AND.";
    public const string FirstWhere = "The first test stands after WHERE.";
    public const string AssociationEvents = "This asks for objects, which are no events: it has no WITHIN and no GROUP.";
    public const string IntervalUnit = "An interval is written in seconds, without a unit: WITHIN 10.";
    public const string NameInValue = "A value is a constant: names, operators and keywords are written into the text itself.";
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

    private const string NoSubqueries = "WQL has no subqueries: run the inner query first, and put what it finds into the outer one.";
    private const string CaseFunction = "WQL has no functions, and needs none for the case: =, <>, LIKE and the order of strings ignore it.";
    private const string TimeFunction = "WQL has no functions: compute the time in the caller, and write it as 'yyyymmddHHMMSS.mmmmmm+000'.";
    private const string NullFunction = "WQL has no functions: write p IS NULL or p IS NOT NULL.";
    private const string Search = "Write p LIKE '%x%' for a part, 'x%' for the beginning, '%x' for the end.";
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
        ["EXISTS"] = NoSubqueries,
        ["ANY"] = NoSubqueries,
        ["ALL"] = NoSubqueries,
        ["ESCAPE"] = "LIKE has no ESCAPE: a wildcard is taken literally in brackets, [%] [_] [[].",
        ["CASE"] = "WQL has no CASE: compute in the caller.",
        ["NOT"] = "NOT stands before the property: NOT p LIKE 'x%'.",
        ["ISNOT"] = "Write p IS NOT NULL.",
        ["NOTNULL"] = "Write p IS NOT NULL.",
        ["ISNULL"] = "Write p IS NULL.",
        ["ILIKE"] = "LIKE ignores case: p LIKE 'x%'.",
        ["RLIKE"] = "WQL has no regular expressions: p LIKE '%[0-9]x%'.",
        ["REGEXP"] = "WQL has no regular expressions: p LIKE '%[0-9]x%'.",
        ["COLLATE"] = "WQL has no COLLATE: strings compare ignoring case.",
        ["CONTAINS"] = Search,
        ["STARTSWITH"] = Search,
        ["ENDSWITH"] = Search,
        ["EQUALS"] = "Write =.",
        ["INSERT"] = ReadOnly,
        ["UPDATE"] = ReadOnly,
        ["DELETE"] = ReadOnly,
    };

    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LOWER"] = CaseFunction,
        ["UPPER"] = CaseFunction,
        ["LCASE"] = CaseFunction,
        ["UCASE"] = CaseFunction,
        ["TOLOWER"] = CaseFunction,
        ["TOUPPER"] = CaseFunction,
        ["NOW"] = TimeFunction,
        ["GETDATE"] = TimeFunction,
        ["DATE"] = TimeFunction,
        ["DATEADD"] = TimeFunction,
        ["DATEDIFF"] = TimeFunction,
        ["DATEPART"] = TimeFunction,
        ["DATETIME"] = TimeFunction,
        ["COALESCE"] = NullFunction,
        ["IFNULL"] = NullFunction,
        ["ISNULL"] = NullFunction,
        ["NVL"] = NullFunction,
        ["CHARINDEX"] = Search,
        ["INSTR"] = Search,
        ["LEFT"] = Search,
        ["RIGHT"] = Search,
        ["SUBSTR"] = Search,
        ["SUBSTRING"] = Search,
    };

    /// <summary>What to write instead of a word with a parenthesis after it.</summary>
    public static string ForFunction(string name) => Functions.TryGetValue(name, out var hint)
        ? hint
        : ForWord(name) ?? "WQL has no functions: use the plain property, and compute in the caller.";

    /// <summary>What to write instead of NOT after a property, by the word after it.</summary>
    public static string? ForNotBefore(string next) => next.ToUpperInvariant() switch
    {
        "NULL" => "Write p IS NOT NULL.",
        "IN" => "WQL has no IN: write p <> 1 AND p <> 2.",
        "BETWEEN" => "WQL has no BETWEEN: write p < 1 OR p > 2.",
        "LIKE" => ForWord("NOT"),
        _ => "NOT stands before the property, as in NOT p LIKE 'x%'; not equal is <>.",
    };

    /// <summary>What to write instead of two operators; null if they are not two.</summary>
    public static string? ForOperators(WqlTokenKind first, WqlTokenKind second) => (first, second) switch
    {
        (WqlTokenKind.Equal, WqlTokenKind.Equal) => DoubledEqual,
        (WqlTokenKind.Equal, WqlTokenKind.Greater or WqlTokenKind.GreaterOrEqual) or (WqlTokenKind.Greater, WqlTokenKind.Equal) =>
            "Greater or equal is written >=.",
        (WqlTokenKind.Equal, WqlTokenKind.Less or WqlTokenKind.LessOrEqual) or (WqlTokenKind.Less, WqlTokenKind.Equal) => "Less or equal is written <=.",
        (WqlTokenKind.NotEqual, WqlTokenKind.Equal) => "Not equal is written <>.",
        (WqlTokenKind.Less, WqlTokenKind.Greater) => "Not equal is written <>, without a blank in it.",
        _ when second.IsOperator() => "One operator stands there: =, <>, <, <=, > or >=.",
        _ => null,
    };

    /// <summary>What to write instead of a text that begins like a number and is not a number.</summary>
    public static string ForBadNumber(string number, WqlExpectedKind expected)
    {
        var digits = number.TrimStart('-');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return "WQL has no hexadecimal numbers: write the number in decimal digits.";
        if (digits[digits.Length - 1] == '.') return "A number does not end in its point: write 5 or 5.0.";
        if (IsExponent(digits)) return Exponent;
        if (expected == WqlExpectedKind.Seconds) return IntervalUnit;
        return expected == WqlExpectedKind.Name
            ? "A name begins with a letter or _, as in Win32_Process."
            : "A number is digits with at most one point, a name begins with a letter or _, and text is written in quotes.";
    }

    /// <summary>What to write instead of a number with a comma in it; null if no number is on both sides of the comma.</summary>
    public static string? ForComma(string text, int comma)
    {
        var (start, end) = (comma, comma + 1);
        while (start > 0 && WqlCharacter.IsDigit(text[start - 1])) start--;
        while (end < text.Length && WqlCharacter.IsDigit(text[end])) end++;
        if (start == comma || end == comma + 1 || end - start > 40) return null;
        var (before, after) = (text.Substring(start, comma - start), text.Substring(comma + 1, end - comma - 1));
        return after.Length == 3
            ? $"A number has no comma in it: write {before}{after}."
            : $"A fraction is written with a point: {before}.{after}.";
    }

    /// <summary>The hint with the name of a property in the place of <c>p</c>.</summary>
    public static string? About(WqlProperty property, string? hint)
    {
        if (hint is null || property.Text.Length > LongestName) return hint;
        var named = new StringBuilder(hint.Length + property.Text.Length);
        for (var i = 0; i < hint.Length; i++)
        {
            var isPlaceholder = hint[i] == 'p' && IsBreak(hint, i - 1) && IsBreak(hint, i + 1);
            if (isPlaceholder) named.Append(property.Text);
            else named.Append(hint[i]);
        }

        return named.ToString();
    }

    /// <summary>What to write instead of what stands after IS; null if it may be a value.</summary>
    public static string? ForIs(string word) => word.ToUpperInvariant() switch
    {
        "NOTNULL" => "NOT NULL is two words: p IS NOT NULL.",
        "EMPTY" or "NOTHING" or "NONE" or "NIL" or "UNDEFINED" or "MISSING" or "UNKNOWN" => "Write p IS NULL.",
        _ => null,
    };

    /// <summary>The keyword that a word was meant to be, of those that could stand there; null if it is like none of them.</summary>
    public static string? ForSlip(string word, params string[] keywords) => WqlName.Nearest(word, keywords) is { } meant ? $"Write {meant}." : null;

    public static string? ForWord(string word) => Words.TryGetValue(word, out var hint) ? hint : null;

    /// <summary>What to write instead of a token that is no interval.</summary>
    public static string? ForInterval(WqlTokenKind kind) => kind switch
    {
        WqlTokenKind.String => "An interval is written without quotes, in seconds.",
        WqlTokenKind.Name => "An interval is a number, in seconds.",
        WqlTokenKind.BadNumber => null,
        WqlTokenKind.Dot => LeadingPoint,
        _ => null,
    };

    /// <summary>What to do about a value of the caller that is not a whole token, by the character the token begins with.</summary>
    public static string ForHole(char first) => first == '-' ? MinusBeforeValue
        : first is '\'' or '"' or '\\' ? "A value writes its own quotes and escapes: leave the quotes around it out."
        : "A value is a whole constant: put a blank between it and what stands beside it.";

    /// <summary>What to write instead of a character that WQL does not have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the character is.</param>
    /// <param name="expected">What could stand there.</param>
    public static string? ForCharacter(string text, int start, WqlExpectedKind expected)
    {
        var end = Math.Min(WqlLexer.EndOfWord(text, start + 1), start + 1 + LongestName);
        var word = text.Substring(start + 1, end - start - 1);
        var isCmd = text[start] == '%' && word.Length > 0 && end < text.Length && text[end] == '%';
        return isCmd ? $"%{word}% is a variable of the command line that was not replaced: write what it holds." : ForCharacter(text[start], word, expected);
    }

    private static string? ForCharacter(char c, string word, WqlExpectedKind expected) => c switch
    {
        ';' => "WQL has no statement separator: leave it out.",
        '[' or '`' when word.Length > 0 => $"Names are written bare, without brackets or quotes: {word}.",
        '[' or ']' or '`' => "Names are written bare, without brackets or quotes.",
        '+' or '-' or '/' or '%' => "WQL has no arithmetic, and no sign but the minus right before a number.",
        '&' => "Write AND.",
        '|' => "Write OR.",
        '!' or '~' or '^' => "Write NOT, or <> for not equal.",
        '?' or '@' or ':' or '$' when expected == WqlExpectedKind.Term =>
            "WQL has no variables and no parameters: write the name, or the value as a constant.",
        '?' or '@' or ':' or '$' when expected == WqlExpectedKind.Name =>
            "WQL has no variables: write the name itself" + (word.Length > 0 ? $", as in {word}." : "."),
        '?' or '@' or ':' or '$' => "WQL has no parameters: write the value as a constant.",
        '\\' => PathConstant,
        _ => null,
    };

    /// <summary>The keyword that a word after the class was meant to be; null if it is like no keyword.</summary>
    public static string? ForKeyword(string word) => WqlName.Nearest(word, ["WHERE", "WITHIN", "GROUP"]) is { } meant ? $"Write {meant}." : null;

    /// <summary>Whether a word is a unit of time.</summary>
    public static bool IsUnit(string word) => word.ToUpperInvariant() is
        "S" or "SEC" or "SECS" or "SECOND" or "SECONDS" or "MS" or "MILLISECONDS" or "M" or "MIN" or "MINUTE" or "MINUTES" or "H" or "HOUR" or "HOURS";

    private static bool IsBreak(string text, int index) =>
        index < 0 || index >= text.Length || !(WqlCharacter.IsLetterOrDigit(text[index]) || text[index] is '.' && index + 1 < text.Length && text[index + 1] != ' ');

    private static bool IsExponent(string digits)
    {
        var mark = digits.IndexOfAny(['e', 'E']);
        for (var i = 0; i < digits.Length; i++)
            if (i != mark && digits[i] != '.' && !WqlCharacter.IsDigit(digits[i])) return false;
        return mark > 0;
    }
}
