namespace OfflineFiles.Sdk.Wql;

/// <summary>The classes of characters. Every character from U+0080 up counts as a letter.</summary>
internal static class WqlCharacter
{
    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte Blank = 4;

    private static readonly byte[] Classes = Classify();

    public static bool IsLetter(char c) => c >= 128 || (Classes[c] & Letter) != 0;

    public static bool IsLetterOrDigit(char c) => c >= 128 || (Classes[c] & (Letter | Digit)) != 0;

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsBlank(char c) => c < 128 && (Classes[c] & Blank) != 0;

    private static byte[] Classify()
    {
        var classes = new byte[128];
        for (var c = 'a'; c <= 'z'; c++) classes[c] = classes[c - 'a' + 'A'] = Letter;
        for (var c = '0'; c <= '9'; c++) classes[c] = Digit;
        foreach (var c in " \t\r\n") classes[c] = Blank;
        classes['_'] = Letter;
        return classes;
    }
}
