namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>
/// The strings of object paths. They are read as those of a WHERE clause, except that a single backslash before anything but a backslash or a
/// quote stands for itself: <c>Name='c:\scripts'</c>. Whoever writes so does not double at the beginning either, so in such a string exactly two
/// backslashes at the beginning are those before the name of a server.
/// </summary>
internal static class WqlKeyString
{
    /// <summary>Finds the end of the string that begins at the given index.</summary>
    public static WqlTokenKind Read(string text, int start, out int end)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start])
            {
                end = i + 1;
                return WqlTokenKind.String;
            }

            if (IsEscape(text, i)) i++;
        }

        end = text.Length;
        return WqlTokenKind.UnclosedString;
    }

    /// <summary>Whether an escape of two characters begins at the given index.</summary>
    public static bool IsEscape(string text, int index) =>
        text[index] == '\\' && index + 1 < text.Length && text[index + 1] is '\\' or '\'' or '"';

    /// <summary>Whether exactly two backslashes stand at the given index.</summary>
    public static bool BeginsWithServer(string text, int index) =>
        text[index] == '\\' && text[index + 1] == '\\' && text[index + 2] != '\\';
}
