namespace OfflineFiles.Sdk.Backends;

/// <summary>The trap of the Windows provider, as a profile: see <see cref="PushdownProfile.WindowsProvider"/>.</summary>
internal sealed class WindowsPushdownProfile : PushdownProfile
{
    private static readonly ItemMembers Plain = ItemProperties.Instance.OfItem
        .Where(property => property is { IsPlain: true, Schema.IsDocumented: true })
        .Aggregate(ItemMembers.None, (members, property) => members | property.Member);

    private static readonly WqlProperty ItemPath = new("ItemPath");
    private static readonly WqlProperty ParentItemPath = new("ParentItemPath");

    public override string Name => "Windows provider";

    // WMI answers too long a query with WBEM_E_QUOTA_VIOLATION and documents no number; a few dozen terms are known to work.
    public override int MaxTerms => 50;

    // The provider filters nothing itself: WMI does, after the provider has enumerated (observed provider behaviour).
    public override bool SearchesOnlyByPath => true;

    // The provider enumerates a tree: the cache holds servers, these shares, these directories and files (Microsoft Learn: Win32_OfflineFilesItem).
    public override bool HoldsAncestors => true;

    // An embedded object that is listed may come back without its properties (the documentation disagrees with itself), so if one is read all
    // is asked for. What the class does not have is told by an embedded object. See Decisions/0010-what-is-selected-at-windows.md.
    public override ItemMembers Selects(ItemMembers read) => (read & ~Plain) == ItemMembers.None ? read : ItemMembers.All;

    public override PushdownVerdict Judge(WqlPredicate conjunct)
    {
        if (conjunct.Terms.Any(test => test is WqlPropertyComparison))
            return PushdownVerdict.Refused("in a data query Windows compares a property with constants only");
        if (conjunct.Terms.SelectMany(test => test.Properties).FirstOrDefault(IsOwn) is { } own)
            return PushdownVerdict.Refused($"{OfflineFilesSchema.Item.Name} has no property {own}: the library tells it of the rows");
        return IsKeyEquality(conjunct) || !NamesKey(conjunct)
            ? PushdownVerdict.Allowed
            : PushdownVerdict.Refused("the Windows provider takes the first path it finds in a query for the one to look up, "
                + "so on ItemPath and ParentItemPath only '= constant' joined by AND keeps all rows");
    }

    private static bool IsKeyEquality(WqlPredicate predicate) =>
        predicate is WqlComparison { Operator: WqlComparisonOperator.Equal } comparison
        && IsKey(comparison.Property)
        && comparison.Constant.TryGetString(out var path)
        && path.Length > 0;

    private static bool NamesKey(WqlPredicate predicate) => predicate.Terms.Any(test => IsKey(test.Property));

    private static bool IsOwn(WqlProperty property) => ItemProperties.Instance.Find(property) is { Schema.IsDocumented: false };

    private static bool IsKey(WqlProperty property) => property.Equals(ItemPath) || property.Equals(ParentItemPath);
}
