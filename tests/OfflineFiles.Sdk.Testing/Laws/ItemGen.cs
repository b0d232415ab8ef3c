using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>Random caches, with NULL wherever a row can hold it.</summary>
internal static class ItemGen
{
    private static readonly Gen<OfflineFilesItem> Facts = Gen.Select(
        Gen.Select(OrNull(InfoGen.FileSysInfo), OrNull(InfoGen.PinInfo), OrNull(InfoGen.ChangeInfo)),
        Gen.Select(OrNull(InfoGen.ConnectionInfo), OrNull(InfoGen.SuspendInfo), OrNull(InfoGen.DirtyInfo)),
        Gen.Select(
            Pick.Of<bool?>(null, false, true), Pick.Of<bool?>(null, false, true), Pick.Of(LawValues.Of<OfflineFilesItemType>()),
            Pick.Of<bool?>(null, false, true)),
        (first, second, own) => new OfflineFilesItem("")
        {
            FileSysInfo = first.Item1,
            PinInfo = first.Item2,
            ChangeInfo = first.Item3,
            ConnectionInfo = second.Item1,
            SuspendInfo = second.Item2,
            DirtyInfo = second.Item3,
            Encrypted = own.Item1,
            Sparse = own.Item2,
            ItemType = own.Item3,
            InConflict = own.Item4,
        });

    /// <summary>Items of different paths whose other members have nothing to do with one another.</summary>
    public static readonly Gen<OfflineFilesItem[]> AnyRows =
        Gen.Select(Pick.Of(LawValues.Paths), Pick.Of([null, "", .. LawValues.Paths]), Pick.Of(LawValues.Texts), Facts, Make)
            .Array[0, 10].Select(items => items.Distinct().ToArray());

    /// <summary>
    /// A cache as a provider holds it: with each item all its ancestors, the true parent and name, the type that its depth allows, and the
    /// information that its type has. A server's parent is NULL or empty.
    /// </summary>
    public static readonly Gen<OfflineFilesItem[]> Tree = Gen.Select(
        Pick.Of(LawValues.Paths).Array[0, 6],
        Gen.Select(Facts, InfoGen.Whole).Array[LawValues.Paths.Length],
        Gen.Bool,
        (paths, facts, hasEmptyParent) =>
        {
            var all = paths.SelectMany(WithAncestors).Distinct().ToList();
            return all.Select((path, index) => Place(path, all.Exists(other => other.IsUnder(path)), facts[index], hasEmptyParent)).ToArray();
        });

    private static IEnumerable<UncPath> WithAncestors(string text)
    {
        for (UncPath? path = text; path is not null; path = path.Parent) yield return path;
    }

    private static OfflineFilesItem Make(string path, string? parent, string name, OfflineFilesItem facts) => new(path)
    {
        ParentItemPath = parent,
        ItemName = name,
        ItemType = facts.ItemType,
        FileSysInfo = facts.FileSysInfo,
        PinInfo = facts.PinInfo,
        ChangeInfo = facts.ChangeInfo,
        ConnectionInfo = facts.ConnectionInfo,
        SuspendInfo = facts.SuspendInfo,
        DirtyInfo = facts.DirtyInfo,
        Encrypted = facts.Encrypted,
        Sparse = facts.Sparse,
        InConflict = facts.InConflict,
    };

    private static OfflineFilesItem Place(UncPath path, bool hasChildren, (OfflineFilesItem Facts, OfflineFilesItem Whole) made, bool hasEmptyParent)
    {
        var type = path.Depth switch
        {
            1 => OfflineFilesItemType.Server,
            2 => OfflineFilesItemType.Share,
            _ => hasChildren || made.Facts.Encrypted == true ? OfflineFilesItemType.Directory : OfflineFilesItemType.File,
        };
        var (isFile, isBelowServer) = (type == OfflineFilesItemType.File, type != OfflineFilesItemType.Server);
        return new OfflineFilesItem(path, type)
        {
            ParentItemPath = path.Parent?.ToString() ?? (hasEmptyParent ? "" : null),
            FileSysInfo = type <= OfflineFilesItemType.Directory ? made.Whole.FileSysInfo : null,
            PinInfo = isBelowServer ? made.Whole.PinInfo : null,
            ChangeInfo = isBelowServer ? made.Whole.ChangeInfo : null,
            ConnectionInfo = isBelowServer ? made.Whole.ConnectionInfo : null,
            SuspendInfo = isBelowServer ? made.Whole.SuspendInfo : null,
            DirtyInfo = isFile ? made.Whole.DirtyInfo : null,
            Encrypted = isFile ? made.Whole.Encrypted : null,
            Sparse = isFile ? made.Whole.Sparse : null,
            // A provider tells it by the reason alone.
            InConflict = isBelowServer && made.Whole.ConnectionInfo is { ConnectState: ConnectState.Offline, OfflineReason: OfflineReason.NeedToSyncItem }
                ? true : null,
        };
    }

    private static Gen<T?> OrNull<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Const<T?>(() => null)), (3, gen.Select(value => (T?)value)));
}
