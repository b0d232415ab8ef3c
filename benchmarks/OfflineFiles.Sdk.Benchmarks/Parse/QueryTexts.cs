using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Parse;

/// <summary>The texts that parsers are held against: those that are timed, and those that show that two of them read the same language.</summary>
internal static class QueryTexts
{
    private static readonly string[] Terms =
    [
        "ItemType = 0", "PinInfo.Pinned = TRUE", "ItemName LIKE '%.docx'", @"ParentItemPath = '\\\\srv\\share\\dir'", "FileSysInfo.LocalSize > 4096",
    ];

    /// <summary>Queries that tell a parser of the whole language from one of the timed texts only.</summary>
    public static IReadOnlyList<string> Tricky { get; } =
    [
        "SELECT * FROM Win32_OfflineFilesItem",
        "select ItemName, PinInfo.Pinned,ItemPath\r\n\tfrom Win32_OfflineFilesItem where ItemType=1",
        @"SELECT * FROM C WHERE a = 'it\'s \""so\"" \\ here' AND b = ""it's \""so\"""" AND c = '' AND d = '""'",
        "SELECT * FROM C WHERE NOT a = 1 AND NOT NOT b = 2 OR NOT (c = 3 OR d = 4)",
        "SELECT * FROM C WHERE a = 1 OR b = 2 AND (c = 3 OR (d = 4 AND e = 5)) OR ((f = 6))",
        "SELECT * FROM C WHERE 1 = a AND 2 <> b AND 3 != c AND 4 < d AND 5 <= e AND 6 > f AND 7 >= g.h AND 'x' = i AND true = j",
        "SELECT * FROM C WHERE a = 1 AND a <> 2 AND a != 3 AND a < 4 AND a <= 5 AND a > 6 AND a >= 7",
        "SELECT * FROM C WHERE a IS NULL OR a is not null OR a = NULL OR a <> null OR NULL = a OR NULL != a.b",
        "SELECT * FROM C WHERE a = -7 AND b = 0.50 AND c = -12.25 AND d = 18446744073709551615 AND e = -9223372036854775808",
        "SELECT * FROM C WHERE a LIKE '[^a-f]_[%]\\\\%' AND b.c isa 'Win32_X' AND d ISA Win32_Y AND e = False",
        "SELECT * FROM C WHERE nota = 1 AND Orders = 2 AND isActive = TRUE AND truest = 3 AND _null9 = 4 AND Größe = 5 AND within = 6",
        "SELECT a FROM C WHERE(NOT(a=1)AND(b='x'))OR NOT(a . b IS NULL)",
    ];

    /// <summary>Texts that are no queries.</summary>
    public static IReadOnlyList<string> Refused { get; } =
    [
        "", "SELECT * FROM", "SELECT FROM C", "SELECT *, a FROM C", "SELECT * FROM C WHERE", "SELECT * FROM C WHERE a", "SELECT * FROM C WHERE a = b",
        "SELECT * FROM C WHERE 1 = 1", @"SELECT * FROM C WHERE a = '\x'", "SELECT * FROM C WHERE a = 'x", "SELECT * FROM C WHERE a = 1e3",
        "SELECT * FROM C WHERE a = 1.", "SELECT * FROM C WHERE a > TRUE", "SELECT * FROM C WHERE NULL < a", "SELECT * FROM C WHERE a IS 5",
        "SELECT * FROM C WHERE a ISA 'x y'", "SELECT * FROM C WHERE and = 1", "SELECT * FROM C WHERE (a = 1", "SELECT * FROM C WHERE a = 1)",
        "SELECT * FROM C WHERE a = 1 AND", "SELECT * FROM C WHERE a = 1 b = 2",
    ];

    /// <summary>A query of the given number of terms, joined with AND, as the printer would write it.</summary>
    public static string OfTerms(int count)
    {
        var where = string.Join(" AND ", Enumerable.Range(0, count).Select(i => Terms[i % Terms.Length]));
        var text = "SELECT * FROM Win32_OfflineFilesItem WHERE " + where;
        return WqlQuery.Parse(text).ToString() == text
            ? text
            : throw new InvalidOperationException("The query does not read back as it was written.");
    }
}
