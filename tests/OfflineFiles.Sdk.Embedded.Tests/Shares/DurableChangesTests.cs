using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Memory;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>
/// The power of a share goes, and with it what was not put on its disk. What was acknowledged is there; a change that was cut off leaves the old or the
/// new version, whole.
/// </summary>
[TestFixture]
internal sealed class DurableChangesTests
{
    private const string Old = "the old version";
    private const string New = "the new version, which is longer";

    private static readonly string[] Changes =
    [
        "create", "replace", "delete", "move", "move elsewhere", "move a directory", "move a directory elsewhere", "make a directory", "remove a directory",
    ];

    private static readonly Dictionary<string, MemoryTraits> Kinds = new()
    {
        ["native"] = MemoryTraits.Local,
        ["no exchange"] = MemoryTraits.Local with { CanExchange = false },
        ["links"] = MemoryTraits.Local with { CanRenameNoReplace = false, CanExchange = false },
        ["plain"] = MemoryTraits.Local with { CanRenameNoReplace = false, CanExchange = false, CanLink = false },
        ["poor"] = MemoryTraits.Poor,
    };

    private static IEnumerable<string> KindNames => Kinds.Keys;

    [Test]
    public async Task What_was_acknowledged_is_there(
        [ValueSource(nameof(KindNames))] string kind, [ValueSource(nameof(Changes))] string change)
    {
        var (share, system) = await OpenAsync(kind);
        await RunAsync(share, change, await FindAsync(share, change), new JournalledOperation(null));
        AssertLasts(system, change);
    }

    // Servers do what was asked, lose the connection, and an error comes back.
    [Test]
    public async Task What_was_acknowledged_although_an_error_came_back_is_there(
        [ValueSource(nameof(KindNames))] string kind, [ValueSource(nameof(Changes))] string change)
    {
        for (var at = 1; ; at++)
        {
            var (share, system) = await OpenAsync(kind);
            var expected = await FindAsync(share, change);
            system.ResetCounters();
            system.OnCall = call => call.Number == at ? MemoryFault.InputOutput with { IsDone = true } : null;
            var failed = await FailsAsync(() => RunAsync(share, change, expected, new JournalledOperation(HashOf(Old))));
            system.OnCall = null;
            if (!failed) AssertLasts(system, $"call {at} ({system.Trace[Math.Min(at, system.Trace.Count) - 1]})");
            if (at > system.Calls) break;
        }
    }

    [Test]
    public async Task What_was_cut_off_at_any_call_is_whole_and_what_is_made_of_it_is_there(
        [ValueSource(nameof(KindNames))] string kind, [ValueSource(nameof(Changes))] string change)
    {
        var (last, hasMore) = (0, true);
        for (var at = 1; hasMore; at++)
        {
            for (var seed = 0; seed < 4; seed++)
            {
                var (share, system) = await OpenAsync(kind);
                var expected = await FindAsync(share, change);
                var operation = new JournalledOperation(at % 2 == 0 ? HashOf(Old) : null);
                var before = Shown(system);
                system.ResetCounters();
                system.OnCall = call => call.Number >= at ? MemoryFault.InputOutput : null;
                hasMore = await FailsAsync(() => RunAsync(share, change, expected, operation));
                system.OnCall = null;
                var where = $"cut off at call {at} ({system.Trace[^1]}), seed {seed}";
                if (hasMore) last = at;
                // Nothing, or any of the last that was not on the disk, is lost.
                system.CutPower(seed == 0 ? null : new Random(seed));
                await RecoverAsync(share, change, expected, operation);
                Assert.That(Shown(system), Is.AnyOf(before, After(change, before)), where);
                AssertLasts(system, where);
            }
        }

        Assert.That(last, Is.GreaterThan(3), "it was cut off");
    }

    // Not every disk keeps the order of what was not put on it.
    [Test]
    public async Task A_name_of_a_version_goes_only_when_what_follows_is_on_the_disk(
        [ValueSource(nameof(KindNames))] string kind, [Values("replace", "replace, and somebody is quicker", "delete", "move elsewhere")] string what)
    {
        var change = what.Split(',')[0];
        var hasMore = true;
        for (var at = 1; hasMore; at++)
        {
            var (share, system) = await OpenAsync(kind);
            var expected = await FindAsync(share, change);
            var operation = new JournalledOperation(HashOf(Old));
            if (what != change) share.OnStep = step =>
            {
                if (step == ShareStep.Checked) system.Users.Write("a", "somebody else's");
            };
            var early = "";
            MemoryFault? Watch(MemoryCall call)
            {
                var isOfVersion = call.Path == "a" || TemporaryName.TryParse(call.Path, out var marked) && marked.Value.Role == TemporaryRole.Aside;
                if (call.Operation == MemoryOperation.Unlink && isOfVersion && !system.Log.IsEmpty) early = call.ToString();
                return null;
            }

            system.ResetCounters();
            system.OnCall = call => call.Number >= at ? MemoryFault.InputOutput : Watch(call);
            hasMore = await FailsAsync(() => RunAsync(share, change, expected, operation)) && system.Calls >= at;
            system.OnCall = call => Watch(call);
            await RecoverAsync(share, change, expected, operation);
            Assert.That(early, Is.Empty, $"cut off at call {at} ({system.Trace[at <= system.Trace.Count ? at - 1 : 0]})");
        }
    }

    [Test]
    public async Task What_was_taken_away_of_a_change_that_nobody_knows_stays_away()
    {
        var (share, system) = await OpenAsync("native");
        system.Users.Write($"sub/{new TemporaryName(Instance, 7, TemporaryRole.Written)}", "cut off");
        system.Users.Write($"sub/{new TemporaryName(Instance, 7, TemporaryRole.Aside)}", "somebody's");
        await share.DiscardAsync(At("sub"), 7, CancellationToken.None);
        Assert.That(system.Users.Tree().Keys, Does.Contain("sub/file (recovered v1)"));
        AssertLasts(system, "discard");
    }

    [Test]
    public async Task The_mark_of_a_root_lasts_with_all_its_bytes()
    {
        var (share, system) = await OpenAsync("native");
        system.VolumeId = null;
        var identity = await share.EstablishAsync(CancellationToken.None);
        AssertLasts(system, "mark");
        Assert.That((await share.CheckAsync(CancellationToken.None)).Key, Is.EqualTo(identity.Key));
    }

    private const uint Instance = 0xABCDEF01;

    private static SharePath At(string path) => SharePath.Of(path.Split('/'));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static async Task<(DirectoryShare Share, MemoryFileSystem System)> OpenAsync(string kind)
    {
        var time = new VirtualTime();
        var system = new MemoryFileSystem(Kinds[kind], time);
        system.Users.Write("a", Old);
        system.Users.Write("sub/in it", Old);
        system.Users.MakeDirectory("empty");
        system.Users.MakeDirectory("other");
        var share = new DirectoryShare(UncPath.Parse(@"\\server\share"), "/memory", Instance, system) { Time = time };
        await share.ProbeAsync(CancellationToken.None);
        system.CutPower(null);
        time.Tick(TimeSpan.FromMinutes(1));
        return (share, system);
    }

    private static (string From, string To) PlacesOf(string change) => change switch
    {
        "create" or "make a directory" => ("new", ""),
        "move" => ("a", "b"),
        "move elsewhere" => ("a", "other/b"),
        "move a directory" => ("sub", "moved"),
        "move a directory elsewhere" => ("sub", "other/moved"),
        "remove a directory" => ("empty", ""),
        _ => ("a", ""),
    };

    private static async Task<ShareToken?> FindAsync(DirectoryShare share, string change) =>
        (await share.StatAsync(At(PlacesOf(change).From), CancellationToken.None))?.Token;

    private static async Task RunAsync(DirectoryShare share, string change, ShareToken? expected, JournalledOperation operation)
    {
        var (from, to) = PlacesOf(change);
        var bytes = Encoding.UTF8.GetBytes(New);
        var content = new ShareContent(new MemoryStream(bytes), bytes.Length, SHA256.HashData(bytes));
        await (change switch
        {
            "create" or "replace" => share.WriteFileAsync(At(from), content, expected, default, operation, CancellationToken.None),
            "delete" => share.DeleteFileAsync(At(from), expected!.Value, operation, CancellationToken.None),
            "make a directory" => share.CreateDirectoryAsync(At(from), default, CancellationToken.None),
            "remove a directory" => share.RemoveDirectoryAsync(At(from), expected!.Value, CancellationToken.None),
            _ => share.MoveAsync(At(from), At(to), expected!.Value, operation, CancellationToken.None),
        });
    }

    private static async Task RecoverAsync(DirectoryShare share, string change, ShareToken? expected, JournalledOperation operation)
    {
        var (from, to) = PlacesOf(change);
        if (change.EndsWith(" a directory", StringComparison.Ordinal) && to.Length == 0) return;
        var newHash = change is "create" or "replace" ? HashOf(New) : null;
        var unfinished = new UnfinishedChange(operation.Number, expected, operation.ExpectedSha256, newHash, operation.Step, operation.Detail);
        if (to.Length > 0) await share.RecoverMoveAsync(At(from), At(to), unfinished, operation, CancellationToken.None);
        else await share.RecoverAsync(At(from), unfinished, operation, CancellationToken.None);
    }

    private static async Task<bool> FailsAsync(Func<Task> change)
    {
        try
        {
            await change();
            return false;
        }
        catch (Exception exception) when (exception is DurableIoException or OfflineFilesException)
        {
            return true;
        }
    }

    private static string After(string change, string before)
    {
        var (from, to) = PlacesOf(change);
        var lines = before.Split('\n').ToList();
        switch (change)
        {
            case "create": lines.Add($"{from}={New}"); break;
            case "replace": lines[lines.IndexOf($"a={Old}")] = $"a={New}"; break;
            case "delete": lines.Remove($"a={Old}"); break;
            case "make a directory": lines.Add($"{from}="); break;
            case "remove a directory": lines.Remove($"{from}="); break;
            default:
                lines = [.. lines.Select(line => line.StartsWith(from, StringComparison.Ordinal) && line[from.Length] is '=' or '/' ? to + line[from.Length..] : line)];
                break;
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string Shown(MemoryFileSystem system) =>
        string.Join('\n', system.Users.Tree().Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));

    private static void AssertLasts(MemoryFileSystem system, string where)
    {
        var found = Shown(system);
        system.CutPower(null);
        Assert.That(Shown(system), Is.EqualTo(found), $"{where}: it did not survive a power cut");
    }
}
