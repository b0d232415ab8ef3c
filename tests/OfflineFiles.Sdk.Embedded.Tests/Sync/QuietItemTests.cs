using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Apply;
using OfflineFiles.Sdk.Embedded.Sync.Decide;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync;

/// <summary>
/// Most files are what they were, on both sides, and a synchronisation sees that at a glance: it reads no more of their rows than the hint. Which rows
/// these are, the database says; that nothing is to be done about them, the planner.
/// </summary>
[TestFixture]
internal sealed class QuietItemTests
{
    private static readonly UncPath Share = @"\\srv\docs";
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private static readonly ShareEntry Entry = new()
    {
        Name = "f",
        Kind = ShareEntryKind.File,
        Size = 3,
        Attributes = FileAttributes.Normal,
        LastWriteTimeUtc = Time,
        ChangeTimeUtc = Time,
        LastAccessTimeUtc = Time,
        Token = ShareToken.ForFile(3, 1, 2, 4),
    };

    /// <summary>A file that was fetched, and what each thing that can be said of a row makes of it.</summary>
    private static readonly (string What, Func<ItemRow, ItemRow> Change, bool IsQuiet)[] Rows =
    [
        ("as it was fetched", row => row, true),
        ("pinned", row => row with { Pins = row.Pins.With(PinControlFlags.ForUser, OfflineFilesItemType.File) }, true),
        ("read only", row => row with { Local = row.Local!.Value with { Attributes = FileAttributes.ReadOnly } }, true),
        ("seen in another kind before", row => row with { SeenToken = Entry.Token }, true),
        ("changed soon after the baseline, perhaps", row => row with { BaseIsRacy = true }, false),
        ("written here", row => row with { ModifiedData = true }, false),
        ("another time here", row => row with { ModifiedTime = true }, false),
        ("other attributes here", row => row with { ModifiedAttributes = true }, false),
        ("made here", row => row with { CreatedOffline = true }, false),
        ("put in the place of another", row => row with { ReplacedOffline = true }, false),
        ("deleted here", row => row with { DeletedOffline = true }, false),
        ("respelled here", row => row with { BaseName = "F" }, false),
        ("without its data", row => row with { Sparse = true, BlobId = null, Hash = null }, false),
        ("without a blob", row => row with { BlobId = null }, false),
        ("without a hint", row => row with { BaseToken = null }, false),
        ("never equal on both sides", row => row with { BaseKind = ItemKind.Absent }, false),
        ("a directory at the baseline", row => row with { BaseKind = ItemKind.Directory }, false),
        ("in conflict", row => row with { ConflictState = SyncState.FileChangedOnClientChangedOnServer, ConflictTime = Time }, false),
        ("suspended", row => row with { Suspended = true }, false),
        ("a directory", row => row with { ItemType = OfflineFilesItemType.Directory, BlobId = null, Sparse = false }, false),
    ];

    [Test]
    public async Task The_database_tells_the_quiet_files_from_the_others()
    {
        var directory = Directory.CreateTempSubdirectory("offlinefiles-quiet-").FullName;
        try
        {
            using var store = CacheStore.Open(directory);
            await store.WriteAsync(
                transaction =>
                {
                    transaction.EnsureShare(new ScopeRow { Path = Share });
                    foreach (var (what, change, _) in Rows) transaction.Insert(change(Fetched(Share.Append(what))));
                },
                CancellationToken.None);
            var (_, busy, quiet) = await store.ReadAsync(connection => connection.ChildrenAtAGlance(Share, (id, size) => id.SequenceEqual("b"u8) && size == 3), CancellationToken.None);
            Assert.That(quiet.Select(item => item.Name), Is.EquivalentTo(Rows.Where(row => row.IsQuiet).Select(row => row.What)));
            Assert.That(busy.Select(item => item.Path.Name), Is.EquivalentTo(Rows.Where(row => !row.IsQuiet).Select(row => row.What)));
            Assert.That(quiet.Select(item => item.Token), Is.All.EqualTo(Entry.Token));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Test]
    public void Nothing_is_to_be_done_about_a_quiet_file_whose_hint_is_the_same([Range(0, 31)] int number)
    {
        SyncDecisionOptions[] all =
            [SyncDecisionOptions.FillSparse, SyncDecisionOptions.SyncIn, SyncDecisionOptions.SyncOut, SyncDecisionOptions.PinNewFiles, SyncDecisionOptions.NoNewFilesOut];
        var flags = all.Where((_, i) => (number & (1 << i)) != 0).Aggregate(SyncDecisionOptions.None, (sum, flag) => sum | flag);
        foreach (var (what, change, _) in Rows.Where(row => row.IsQuiet))
        {
            var row = change(Fetched(Share.Append("f")));
            Assert.That(
                new SyncNode(row.Path, row, Entry, default) { RemoteIsFirm = true }.Decide(flags),
                Is.EqualTo(new SyncDecision(SyncDecider.AsItWas, SyncAction.None)),
                $"{what}, {flags}");
        }
    }

    private static ItemRow Fetched(UncPath path) => Fetcher.NewRow(path, Entry) with
    {
        Sparse = false,
        BlobId = "b",
        Hash = "AB",
        BaseHash = "AB",
        BaseIsRacy = false,
    };
}
