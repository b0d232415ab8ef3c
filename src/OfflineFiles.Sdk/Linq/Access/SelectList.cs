using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Writes members as a select list: the key first, info objects whole.</summary>
internal static class SelectList
{
    public static IEnumerable<WqlProperty> Of(ItemMembers members) => ItemProperties.Instance.All
        .Where(property => !property.IsEmbedded && (members & property.Member) != 0)
        .Select(property => property.Property);
}
