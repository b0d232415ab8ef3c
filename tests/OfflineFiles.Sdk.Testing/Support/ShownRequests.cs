using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>Holds what is shown of a query against what a backend was sent: text for text, in the order in which it was sent.</summary>
internal static class ShownRequests
{
    /// <summary>What is shown after the first query of a walk.</summary>
    public const string Rule = "then the same for each directory found";

    /// <summary>A look-up as it is shown.</summary>
    public static string LookUp(string path) => WqlObjectPath.Instance("Win32_OfflineFilesItem", "ItemPath", path).ToString();

    /// <summary>Why the two differ; null if all that was shown was sent, and nothing else.</summary>
    /// <param name="shown">The lines that are shown.</param>
    /// <param name="sent">The texts that were sent.</param>
    /// <param name="mayStop">Whether no more rows may be wanted before all is sent.</param>
    public static string? Difference(IReadOnlyList<string> shown, IReadOnlyList<string> sent, bool mayStop = false) =>
        AreAlike(shown, 0, sent, 0, mayStop) ? null : $"shown:\n{string.Join("\n", shown)}\nsent:\n{string.Join("\n", sent)}";

    private static bool AreAlike(IReadOnlyList<string> shown, int line, IReadOnlyList<string> sent, int next, bool mayStop)
    {
        if (line == shown.Count) return next == sent.Count;
        if (shown[line] == Rule)
            return AreAlike(shown, line + 1, sent, next, mayStop)
                || (next < sent.Count && IsOfWalk(shown[line - 1], sent[next]) && AreAlike(shown, line, sent, next + 1, mayStop));
        if (next == sent.Count) return mayStop;
        return shown[line] == sent[next] && AreAlike(shown, line + 1, sent, next + 1, mayStop);
    }

    // The same query for a directory below the first one.
    private static bool IsOfWalk(string first, string sent) =>
        Read(first) is { } root && Read(sent) is { } directory && directory.Parent.IsUnder(root.Parent)
        && sent == first.Replace(Quoted(root.Parent), Quoted(directory.Parent), StringComparison.Ordinal);

    private static (UncPath Parent, WqlSelectQuery Query)? Read(string text) =>
        WqlQuery.TryParse(text, out var query, out _) && query is WqlSelectQuery { Where: WqlComparison { Property.Text: "ParentItemPath" } where } select
        && where.Constant.TryGetString(out var parent) && UncPath.TryParse(parent, out var path)
            ? (path, select)
            : null;

    private static string Quoted(UncPath path) => WqlConstant.String(path.ToString()).ToString();
}
