namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Folds a name so that equal keys mean equal names, ordinal ignoring case: then a plain binary index answers case-insensitive
/// equality and prefixes.
/// </summary>
internal static class NameKey
{
    /// <summary>Above every character: the end of a range of keys with one prefix.</summary>
    public const string Last = "\U0010FFFF";

    public static string Of(string text) => text.ToUpperInvariant();

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
