namespace OfflineFiles.Sdk.Tests.Changes;

[TestFixture]
public sealed class CacheChangeTests
{
    [TestCaseSource(nameof(Texts))]
    public void A_change_reads_well(CacheChange change, string expected) => Assert.That(change.ToString(), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Texts()
    {
        UncPath path = @"\\srv\share\a.txt";
        yield return new(new CacheChange { Kind = CacheChangeKind.ItemPinned, Path = path, ChangedMembers = ItemMembers.PinInfo }, @"ItemPinned \\srv\share\a.txt [PinInfo]");
        yield return new(new CacheChange { Kind = CacheChangeKind.ItemRenamed, Path = @"\\srv\share\b.txt", OldPath = path }, @"ItemRenamed \\srv\share\a.txt -> \\srv\share\b.txt");
        yield return new(new CacheChange { Kind = CacheChangeKind.Gap }, "Gap");
        yield return new(new CacheChange { Kind = CacheChangeKind.SyncEnd, Result = 0 }, "SyncEnd");
        yield return new(new CacheChange { Kind = CacheChangeKind.SyncEnd, Result = unchecked((int)0x800704C7) }, "SyncEnd 0x800704C7");
        yield return new(
            new CacheChange
            {
                Kind = CacheChangeKind.SyncItemResult,
                Path = path,
                Outcome = new ItemOutcome { Path = path, Status = OutcomeStatus.Done, Action = SyncOperation.SyncToServer },
            },
            @"SyncItemResult \\srv\share\a.txt Done (SyncToServer)");
    }
}
