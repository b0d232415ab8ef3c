using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>
/// Answers as the Windows provider does: it takes the first term on ItemPath, else on ParentItemPath, for the path to go to, blind to
/// its operator and to what stands around it, and the rest is filtered afterwards.
/// </summary>
internal sealed class WindowsTrapBackend(IEnumerable<OfflineFilesItem> rows) : InMemoryBackend(rows, PushdownProfile.WindowsProvider)
{
    protected override IEnumerable<OfflineFilesItem> Candidates(WqlSelectQuery query)
    {
        if (Target(query, "ItemPath") is { } path) return Rows.Where(row => AreEqual(row.ItemPath, path));
        return Target(query, "ParentItemPath") is { } parent ? Rows.Where(row => AreEqual(row.ParentItemPath ?? "", parent)) : Rows;
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

    private static bool AreEqual(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
