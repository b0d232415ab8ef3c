namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>
/// Reads the namespace before the class of an object path: <c>\\server\root\cimv2:</c> or <c>root\cimv2:</c>, also with slashes (Microsoft
/// Learn: Describing the Location of a Managed Object). It is no matter of tokens: a server may be called <c>pc-042.example.org</c>.
/// </summary>
internal static class WqlNamespaceParser
{
    /// <summary>Takes the namespace ahead with its colon; null, and nothing taken, when there is none.</summary>
    public static WqlNamespace? Take(ref WqlReader reader)
    {
        var (text, start) = (reader.Text, reader.Start);
        var end = start;
        while (end < text.Length && IsPart(text[end])) end++;
        if (end == text.Length || text[end] != ':' || Split(text.Substring(start, end - start)) is not { } found) return null;
        if (reader.HasHoleIn(start, end)) return null;
        reader.SkipTo(end + 1);
        return found;
    }

    private static WqlNamespace? Split(string prefix)
    {
        var parts = prefix.Replace('/', '\\').Split('\\');
        var hasServer = parts is ["", "", ..];
        var names = parts.Skip(hasServer ? 3 : 0).ToArray();
        return names.Length > 0 && Array.TrueForAll(names, WqlNamespace.IsName) && (!hasServer || parts[2].Length > 0)
            ? new WqlNamespace(hasServer ? parts[2] : null, string.Join("\\", names))
            : null;
    }

    private static bool IsPart(char c) => WqlCharacter.IsLetterOrDigit(c) || c is '\\' or '/' or '.' or '-' or '$';
}
