namespace OfflineFiles.Sdk.Wql;

/// <summary>The classes of characters of which the tokens of WQL are made. Every character from U+0080 up counts as a letter.</summary>
public static class WqlCharacter
{
    private const byte O = 0;
    private const byte L = 1;
    private const byte D = 2;
    private const byte B = 4;

    // Other, letter, digit and blank, sixteen characters in a row. Written out so that it lies in the assembly: a field is slower to reach.
#if NET
    private static ReadOnlySpan<byte> Classes =>
#else
    private static readonly byte[] Classes =
#endif
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

    /// <summary>Returns true if a name can begin with the character: a letter or <c>_</c>.</summary>
    /// <param name="c">The character.</param>
    public static bool IsLetter(char c) => c >= 128 || (Classes[c] & L) != 0;

    /// <summary>Returns true if a name can contain the character: a letter, a digit or <c>_</c>.</summary>
    /// <param name="c">The character.</param>
    public static bool IsLetterOrDigit(char c) => c >= 128 || (Classes[c] & (L | D)) != 0;

    /// <summary>Returns true if the character is a digit from 0 to 9.</summary>
    /// <param name="c">The character.</param>
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>Returns true if the character can stand between two tokens: a space, a tab, or a line break.</summary>
    /// <param name="c">The character.</param>
    public static bool IsBlank(char c) => c < 128 && (Classes[c] & B) != 0;
}
