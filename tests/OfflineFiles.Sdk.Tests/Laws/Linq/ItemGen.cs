using CsCheck;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>Random caches: few names and numbers, so that predicates meet them, with NULL wherever a row can hold it.</summary>
internal static class ItemGen
{
    public static readonly string[] Texts = ["a", "A", "b", "a_b", "aXb", "%", "[x]", "ß", "", "Q1.xlsx", "q1.XLSX"];
    public static readonly string[] Paths = [@"\\s", @"\\S", @"\\s\a", @"\\s\a\b", @"\\s\A\c", @"\\s\a\B\d", @"\\s\a\b\D\e", @"\\s\ab", @"\\t\a_b\c", @"\\t"];
    public static readonly long[] Numbers = [0, 1, 2, 7, -1, 5_000_000_000];
    public static readonly DateTimeOffset[] Times = [.. new[] { 0, 5, 10, 13, 20 }.Select(ticks => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks))];

    private static readonly Gen<bool?> NullableBool = Pick.Of<bool?>(null, false, true);
    private static readonly Gen<DateTimeOffset> Time = Pick.Of(Times);

    private static readonly Gen<FileSysInfo?> FileSysInfo = OrNull(
        Gen.Select(Pick.Of(Numbers), Pick.Of(Numbers), Gen.Bool, Time, Pick.Of(FileAttributes.Normal, FileAttributes.Hidden), (size, remote, has, time, attributes) =>
            new FileSysInfo { LocalSize = size, RemoteSize = has ? remote : null, LocalLastWriteTime = time, LocalAttributes = attributes }));

    private static readonly Gen<PinInfo?> PinInfo = OrNull(
        Gen.Select(Gen.Bool, Pick.Of(PinState.NotPinned, PinState.Pinned, PinState.PinnedInherit), (pinned, user) => new PinInfo { Pinned = pinned, PinnedForUser = user }));

    private static readonly Gen<DirtyInfo?> DirtyInfo = OrNull(Pick.Of(Numbers).Select(bytes => new DirtyInfo { LocalDirtyByteCount = bytes }));

    private static readonly Gen<OfflineFilesItem> Item = Gen.Select(
        Gen.Select(Pick.Of(Paths), Pick.Of([null, .. Paths, ""]), Pick.Of(Texts), Gen.Int[0, 3]),
        Gen.Select(FileSysInfo, PinInfo, DirtyInfo),
        Gen.Select(NullableBool, NullableBool),
        (names, infos, flags) => new OfflineFilesItem(names.Item1)
        {
            ParentItemPath = names.Item2,
            ItemName = names.Item3,
            ItemType = (OfflineFilesItemType)names.Item4,
            FileSysInfo = infos.Item1,
            PinInfo = infos.Item2,
            DirtyInfo = infos.Item3,
            Encrypted = flags.Item1,
            Sparse = flags.Item2,
        });

    /// <summary>Items of different paths, as a cache holds them.</summary>
    public static readonly Gen<OfflineFilesItem[]> Cache = Item.Array[0, 12].Select(items => items.Distinct().ToArray());

    /// <summary>Caches as the Windows provider has them: with each item all above it, each at the path its children name, and none of these a file.</summary>
    public static readonly Gen<OfflineFilesItem[]> Tree = Gen.Select(Cache, Pick.Of(null, ""), Grow);

    private static OfflineFilesItem[] Grow(OfflineFilesItem[] items, string? parentOfServers)
    {
        var known = items.ToDictionary(item => item.Path);
        var paths = items.SelectMany(item => AndAbove(item.Path)).Distinct().ToList();
        return [.. paths.Select(path =>
        {
            var isContainer = paths.Exists(other => other.IsUnder(path));
            var item = known.GetValueOrDefault(path) ?? new OfflineFilesItem(path, OfflineFilesItemType.Directory);
            var type = path.Depth switch
            {
                1 => OfflineFilesItemType.Server,
                2 => OfflineFilesItemType.Share,
                _ => isContainer ? OfflineFilesItemType.Directory : (OfflineFilesItemType)((int)item.ItemType % 2),
            };
            return new OfflineFilesItem(item.ItemPath)
            {
                ParentItemPath = path.Parent?.ToString() ?? parentOfServers,
                ItemName = item.ItemName,
                ItemType = type,
                FileSysInfo = item.FileSysInfo,
                PinInfo = item.PinInfo,
                DirtyInfo = item.DirtyInfo,
                Encrypted = item.Encrypted,
                Sparse = item.Sparse,
            };
        })];
    }

    private static IEnumerable<UncPath> AndAbove(UncPath? path)
    {
        for (; path is not null; path = path.Parent) yield return path;
    }

    private static Gen<T?> OrNull<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Const<T?>(() => null)), (3, gen.Select(value => (T?)value)));
}
