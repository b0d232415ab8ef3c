namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>
/// The values that rows hold and predicates ask for: few, so that they meet, and chosen to break whatever escapes, folds case, rounds or
/// counts carelessly.
/// </summary>
internal static class LawValues
{
    /// <summary>Names that a file may have, some equal but for their case and some only nearly.</summary>
    public static readonly string[] Names =
    [
        "a", "A", "b", "ab", "a_b", "aXb", "A_B", "a%b", "%", "_", "[x]", "[", "]", "^", "[^a]", "x-z", "it's", "\"q\"", "q1.xlsx", "Q1.XLSX",
        "ß", "ẞ", "ss", "i", "I", "ı", "İ", "k", "\u212A", "ſ", "s", "é", "e\u0301", "\U0001F600", "\U0001F600a", "\U00010400", "\U00010428", " ", "\t", "\u00A0",
    ];

    /// <summary>Texts that no name is: empty, long, of control characters, half a surrogate pair, and parts of paths.</summary>
    public static readonly string[] OtherTexts = ["", "\0", "a\0b", "\n", "\uD83D", "\uDE00", "\\", @"\\", @"\\s\", @"\a\", "''", "%%", "[a-z]", "TRUE", "NULL", new string('x', 300)];

    public static readonly string[] Texts = [.. Names, .. OtherTexts];

    /// <summary>Paths of items, at every depth.</summary>
    public static readonly string[] Paths =
    [
        @"\\s", @"\\S", @"\\t", @"\\ß", @"\\s\a", @"\\s\A", @"\\s\ab", @"\\s\a_b", @"\\t\a", @"\\ß\İ", @"\\s\a\b", @"\\S\A\B", @"\\s\a\%", @"\\s\a\[x]",
        @"\\s\a\b\c", @"\\s\ab\c", @"\\s\a_b\c", @"\\s\aXb\c", @"\\s\a\it's", @"\\s\a\é", @"\\ß\İ\ı", @"\\t\a\k", "\\\\t\\a\\\u212A", "\\\\s\\a\\\U0001F600",
    ];

    public static readonly long[] Numbers = [0, 1, 2, 7, 8, -1, 100, 5_000_000_000, int.MaxValue, long.MaxValue, long.MinValue];

    /// <summary>Points of time that differ by less than WQL can say, and the first there is.</summary>
    public static readonly DateTimeOffset[] Times =
        [.. new[] { 0, 1, 5, 9, 10, 13, 20 }.Select(ticks => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks)), default, new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero)];

    /// <summary>The same as people write them, with offsets, and the ends of time.</summary>
    public static readonly DateTimeOffset[] AskedTimes =
        [.. Times, .. Times[..7].Select(time => time.ToOffset(TimeSpan.FromMinutes(-210))), Times[4].ToOffset(TimeSpan.FromHours(14)), DateTimeOffset.MaxValue];

    public static readonly FileAttributes[] Attributes =
        [0, FileAttributes.Normal, FileAttributes.Hidden, FileAttributes.ReadOnly | FileAttributes.Hidden, FileAttributes.Directory, FileAttributes.Directory | FileAttributes.Hidden];

    /// <summary>The values of an enum, and one that it does not name.</summary>
    public static T[] Of<T>()
        where T : struct, Enum => typeof(T) == typeof(FileAttributes) ? (T[])(object)Attributes : [.. Enum.GetValues<T>(), (T)(object)9];
}
