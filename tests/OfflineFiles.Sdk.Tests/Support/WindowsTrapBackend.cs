using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>
/// Answers as the Windows provider does: it takes the first term on ItemPath, else on ParentItemPath, for the path to go to, blind to
/// its operator and to what stands around it, and the rest is filtered afterwards.
/// </summary>
internal sealed class WindowsTrapBackend(IEnumerable<OfflineFilesItem> rows) : InMemoryBackend(rows, PushdownProfile.WindowsProvider)
{
    /// <summary>Whether it goes through all that lies below a container, and not only its children, before the filter. Which, is not documented.</summary>
    public bool OpensSubtrees { get; init; }

    protected override IEnumerable<OfflineFilesItem> Candidates(WqlSelectQuery query)
    {
        if (Target(query, "ItemPath") is { } path) return Rows.Where(row => AreEqual(row.ItemPath, path));
        return Target(query, "ParentItemPath") is { } parent ? Open(parent) : Rows;
    }

    // The empty path is the root, above the servers. A container that is not there is an error of the provider and an empty answer of its backend.
    private IEnumerable<OfflineFilesItem> Open(string container)
    {
        if (container.Length == 0) return OpensSubtrees ? Rows : Rows.Where(row => string.IsNullOrEmpty(row.ParentItemPath));
        if (!Rows.Any(row => AreEqual(row.ItemPath, container))) return [];
        return OpensSubtrees ? Rows.Where(row => row.IsUnder(UncPath.Parse(container))) : Rows.Where(row => AreEqual(row.ParentItemPath ?? "", container));
    }

    private static string? Target(WqlSelectQuery query, string name)
    {
        foreach (var term in query.Where?.Terms ?? [])
        {
            switch (term)
            {
                case WqlComparison comparison when AreEqual(comparison.Property.Text, name):
                    return comparison.Constant.TryGetString(out var text) ? text : "";
                case WqlLike like when AreEqual(like.Property.Text, name):
                    return like.Pattern.Text;
                case WqlNullTest test when AreEqual(test.Property.Text, name):
                    throw new InvalidOperationException($"The provider was handed a null string: {query}");
            }
        }

        return null;
    }

    private static bool AreEqual(string left, string right) => WqlText.AreEqual(left, right);
}
