using System.Text;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Folds a name so that equal keys mean equal names, ordinal ignoring case: then a plain binary index answers case-insensitive
/// equality and prefixes.
/// </summary>
internal static class NameKey
{
    // In every script beyond the basic plane that has case, an upper case letter stands at most this far before its lower case.
    private const int LongestDistance = 0x80;

    private const int LastCodePoint = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int AfterSurrogates = 0xE000;

    /// <summary>Character by character, so that the key of a prefix is a prefix of the key.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text.ToUpperInvariant();
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text, i)) key.Append(Fold(text[i]));
            else key.Append(Fold(new Rune(text[i], text[++i])));
        }

        return key.ToString();
    }

    /// <summary>The least key above every key with a prefix, in the order of a binary index over UTF-8, which is that of code points; null if no key is.</summary>
    public static string? EndOfPrefix(string prefix)
    {
        var rest = prefix;
        while (rest.Length > 0)
        {
            _ = Rune.DecodeLastFromUtf16(rest, out var last, out var length);
            rest = rest[..^length];
            if (last.Value == LastCodePoint) continue;
            var next = last.Value + 1;
            return rest + new Rune(next == FirstSurrogate ? AfterSurrogates : next);
        }

        return null;
    }

    /// <summary>Whether the database returns the text as it was given. Half a surrogate pair has no form in UTF-8.</summary>
    public static bool IsRepresentable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }

        return true;
    }

    /// <summary>Upper case, but only where the ordinal comparison agrees: to it U+017F is no S.</summary>
    private static char Fold(char character)
    {
        var upper = char.ToUpperInvariant(character);
        return new ReadOnlySpan<char>(in character).Equals(new ReadOnlySpan<char>(in upper), StringComparison.OrdinalIgnoreCase) ? upper : character;
    }

    /// <summary>The first letter the ordinal comparison takes for this one. The tables it uses here are newer than those of ToUpper.</summary>
    private static string Fold(Rune rune)
    {
        var text = rune.ToString();
        if (!Rune.IsLetter(rune)) return text;
        for (var value = rune.Value - LongestDistance; value < rune.Value; value++)
        {
            if (!Rune.IsValid(value)) continue;
            var candidate = new Rune(value).ToString();
            if (string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase)) return candidate;
        }

        return text;
    }
}
