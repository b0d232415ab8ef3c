using System.Text;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Folds a name so that equal keys mean equal names, ordinal ignoring case: then a plain binary index answers case-insensitive
/// equality and prefixes.
/// </summary>
internal static class NameKey
{
    private const int LastCodePoint = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int AfterSurrogates = 0xE000;

    /// <summary>Letter by letter, so that the key of a prefix is a prefix of the key.</summary>
    public static string Of(string text) => WqlText.ToUpper(text);

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
}
