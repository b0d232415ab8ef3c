namespace OfflineFiles.Sdk.Wql;

/// <summary>The classes of characters. Every character from U+0080 up counts as a letter.</summary>
internal static class WqlCharacter
{
    private const byte O = 0;
    private const byte L = 1;
    private const byte D = 2;
    private const byte B = 4;

    // Other, letter, digit and blank, sixteen characters in a row. Written out so that it lies in the assembly: a field is slower to reach.
    private static ReadOnlySpan<byte> Classes =>
    [
        O, O, O, O, O, O, O, O, O, B, B, O, O, B, O, O,
        O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
        B, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
        D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
        O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, L,
        O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
    ];

    public static bool IsLetter(char c) => c >= 128 || (Classes[c] & L) != 0;

    public static bool IsLetterOrDigit(char c) => c >= 128 || (Classes[c] & (L | D)) != 0;

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsBlank(char c) => c < 128 && (Classes[c] & B) != 0;
}
