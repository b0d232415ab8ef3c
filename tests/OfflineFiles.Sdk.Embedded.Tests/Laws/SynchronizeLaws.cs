using CsCheck;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>Two people change one tree, one offline and one on the share. Whatever they did, nothing they wrote is lost, and it settles.</summary>
[TestFixture]
internal sealed class SynchronizeLaws
{
    internal static readonly string[] Names = ["a", "b", @"d\a", @"d\b", @"d\e\a", "d", @"d\e", "n"];

    internal static readonly Gen<(int Kind, string Name, int Content)[]> Edits =
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(Names.Select(Gen.Const).ToArray()), Gen.Int[0, 2]).Array[0, 6];

    internal static readonly Gen<SyncControlFlags> Flags = Gen.OneOf(new[]
    {
        SyncOptions.Default.Flags, SyncControlFlags.SyncIn, SyncControlFlags.SyncOut, SyncControlFlags.SyncIn | SyncControlFlags.SyncOut,
        SyncControlFlags.SyncOut | SyncControlFlags.NoNewFilesOut, SyncControlFlags.FillSparse,
    }.Select(Gen.Const).ToArray());

    [Test]
    public Task Both_sides_converge_or_say_conflict_and_no_version_is_lost() => Gen.Select(Edits, Edits).SampleAsync(
        async (local, remote) => await RunAsync(local, remote),
        iter: LawBudget.Of(200),
        threads: 1);

    [Test]
    public Task What_there_is_to_do_is_known_before_the_first_item() => Gen.Select(Edits, Edits, Flags).SampleAsync(
        async (local, remote, flags) =>
        {
            await using var test = await TestCache.OpenAsync(("anchor", "x"), ("a", "base a"), (@"d\a", "base da"), (@"d\e\a", "base dea"));
            await test.PinAsync();
            await test.OfflineAsync();
            foreach (var edit in local) await EditLocalAsync(test, edit);
            foreach (var edit in remote) EditShare(test, edit);
            await test.OnlineAsync();
            var totals = new Totals();

            var report = await test.Backend.SynchronizeAsync([TestCache.Share], new SyncOptions { Flags = flags }, totals, CancellationToken.None);

            Assert.That(totals.Told.Distinct(), Is.EqualTo(new[] { ((long?)report.Outcomes.Count, (long?)report.Outcomes.Sum(outcome => outcome.Bytes)) }), report.ToString());
        },
        iter: LawBudget.Of(50),
        threads: 1);

    private sealed class Totals : IProgress<OperationProgress>
    {
        public List<(long?, long?)> Told { get; } = [];

        public void Report(OperationProgress value)
        {
            if (value.Reason != ProgressReason.Begin) Told.Add((value.ItemsTotal, value.BytesTotal));
        }
    }

    private static async Task RunAsync((int Kind, string Name, int Content)[] local, (int Kind, string Name, int Content)[] remote)
    {
        await using var test = await TestCache.OpenAsync(("anchor", "x"), ("a", "base a"), (@"d\a", "base da"), (@"d\e\a", "base dea"));
        await test.PinAsync();
        await test.OfflineAsync();
        foreach (var edit in local) await EditLocalAsync(test, edit);
        foreach (var edit in remote) EditShare(test, edit);
        var mine = await LocalTreeAsync(test);
        var theirs = ShareTree(test);
        await test.OnlineAsync();

        var first = await test.SyncAsync();
        var second = await test.SyncAsync();
        var third = await test.SyncAsync();

        Assert.That(first.With(OutcomeStatus.Failed).Concat(second.With(OutcomeStatus.Failed)), Is.Empty);
        var conflicts = third.With(OutcomeStatus.Conflict).Select(outcome => outcome.Path).ToList();
        Assert.That(third.Outcomes.Select(outcome => outcome.Status), Is.All.AnyOf(OutcomeStatus.Unchanged, OutcomeStatus.Conflict, OutcomeStatus.Skipped));
        var share = ShareTree(test);
        await test.OfflineAsync();
        var cache = await LocalTreeAsync(test);
        if (conflicts.Count == 0) Assert.That(cache, Is.EqualTo(share));
        if (local.Length == 0 || remote.Length == 0)
            foreach (var path in conflicts) Assert.That(await IsKindChangeAsync(test, path), Is.True, $"a one-sided change is no conflict, but {path} is");

        // A version is kept on one of the sides, unless its own side, or the other in agreement, replaced it.
        var kept = cache.Values.Concat(share.Values).ToHashSet();
        foreach (var version in mine.Values.Concat(theirs.Values).Where(version => !version.StartsWith("base", StringComparison.Ordinal)))
            Assert.That(kept, Does.Contain(version));
    }

    /// <summary>A file on one side and a directory on the other: that is a conflict whoever changed.</summary>
    private static async Task<bool> IsKindChangeAsync(TestCache test, UncPath path)
    {
        var here = await test.Files.FindAsync(path, CancellationToken.None);
        var there = test.OnShare(path.RelativeToShare!);
        return here is not null && Path.Exists(there) && (here.ItemType == OfflineFilesItemType.Directory) != Directory.Exists(there);
    }

    internal static async Task EditLocalAsync(TestCache test, (int Kind, string Name, int Content) edit)
    {
        try
        {
            switch (edit.Kind)
            {
                case 0 or 1:
                    await test.WriteAsync(edit.Name, $"local {edit.Name} {edit.Content}");
                    break;
                case 2:
                    await test.DeleteAsync(edit.Name);
                    break;
                case 3:
                    await test.MakeDirectoryAsync(edit.Name);
                    break;
                default:
                    await test.MoveAsync(edit.Name, Names[edit.Content]);
                    break;
            }
        }
        catch (OfflineFilesException)
        {
            // The edit does not fit the tree as it is: the script goes on with the next.
        }
    }

    internal static void EditShare(TestCache test, (int Kind, string Name, int Content) edit)
    {
        var path = test.OnShare(edit.Name);
        if (!Directory.Exists(Path.GetDirectoryName(path))) return;
        switch (edit.Kind)
        {
            case 0 or 1 when !Directory.Exists(path):
                File.WriteAllText(path, $"other {edit.Name} {edit.Content}");
                break;
            case 2 when File.Exists(path):
                File.Delete(path);
                break;
            case 2 when Directory.Exists(path):
                Directory.Delete(path, recursive: true);
                break;
            case 3 when !File.Exists(path):
                Directory.CreateDirectory(path);
                break;
        }
    }

    private static async Task<SortedDictionary<string, string>> LocalTreeAsync(TestCache test)
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var pending = new Stack<string?>([null]);
        while (pending.TryPop(out var directory))
        {
            foreach (var name in await test.ListAsync(directory))
            {
                var path = directory is null ? name : $@"{directory}\{name}";
                var entry = await test.Files.FindAsync(TestCache.At(path), CancellationToken.None);
                if (entry!.ItemType == OfflineFilesItemType.Directory) pending.Push(path);
                else tree[path] = await test.ReadAsync(path);
            }
        }

        return tree;
    }

    private static SortedDictionary<string, string> ShareTree(TestCache test) => new(
        Directory.EnumerateFiles(test.ShareDirectory, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(test.ShareDirectory, file).Replace(Path.DirectorySeparatorChar, '\\'), File.ReadAllText),
        StringComparer.Ordinal);
}
