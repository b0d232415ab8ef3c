using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>
/// A change is cut off, fails, or is disturbed at each of its calls, on each kind of file system. What stands there afterwards is the old or the new
/// version, whole, and nothing else; what somebody else put there is never lost.
/// </summary>
[TestFixtureSource(typeof(Oddity), nameof(Oddity.All))]
internal sealed class CutOffChangesTests(Oddity oddity)
{
    private const uint Instance = 0xABCDEF01;
    private const string Old = "the old version";
    private const string New = "the new version, which is longer";
    private const string Theirs = "somebody else's";

    private static readonly UncPath Root = UncPath.Parse(@"\\server\share");
    private static readonly string[] Changes = ["create", "create empty", "replace", "replace by empty", "delete", "move", "move a directory"];

    private TemporaryDirectory _disk = null!;
    private ShareTraits _traits = null!;

    [SetUp]
    public async Task Probe()
    {
        _disk = new TemporaryDirectory();
        _traits = await Open(new OddFileSystem(oddity)).ProbeAsync(CancellationToken.None);
    }

    [TearDown]
    public void Remove() => _disk.Dispose();

    [TestCaseSource(nameof(Changes))]
    public async Task A_kill_at_any_call_ends_in_one_whole_version(string change)
    {
        for (var at = 0; ; at++)
        {
            var system = new OddFileSystem(oddity);
            var operation = new JournalledOperation(IsHashKnown(at) ? HashOf(Old) : null);
            var expected = await PrepareAsync(change);
            system.Before = (number, _) =>
            {
                if (number >= at) throw OddFileSystem.Lost();
            };
            var wasCut = await WasCutAsync(() => RunAsync(Open(system), change, expected, operation));
            await RecoverAsync(Open(new OddFileSystem(oddity)), change, expected, operation);
            AssertWhole(change, $"killed at call {at}", mustBeNew: !wasCut);
            if (!wasCut) return;
        }
    }

    [TestCase("replace")]
    [TestCase("create")]
    [TestCase("delete")]
    public async Task A_kill_in_the_recovery_from_a_kill_ends_in_one_whole_version(string change)
    {
        for (var at = 0; ; at++)
        {
            var wasCutOnce = false;
            for (var again = 0; ; again++)
            {
                var operation = new JournalledOperation(null);
                var expected = await PrepareAsync(change);
                wasCutOnce = await WasCutAsync(() => RunAsync(Open(Killed(at)), change, expected, operation));
                var wasCutAgain = await WasCutAsync(() => RecoverAsync(Open(Killed(again)), change, expected, operation));
                await RecoverAsync(Open(new OddFileSystem(oddity)), change, expected, operation);
                AssertWhole(change, $"killed at call {at}, and at call {again} of the recovery", mustBeNew: false);
                if (!wasCutAgain) break;
            }

            if (!wasCutOnce) return;
        }
    }

    // Servers do what was asked, lose the connection, and an error comes back.
    [TestCaseSource(nameof(Changes))]
    public async Task An_error_at_any_call_leaves_one_whole_version_and_says_what_is_there(string change)
    {
        foreach (var isDone in (bool[])[false, true])
        {
            for (var at = 0; ; at++)
            {
                var system = new OddFileSystem(oddity);
                var operation = new JournalledOperation(HashOf(Old));
                var expected = await PrepareAsync(change);
                void Fail(int number, string call)
                {
                    if (number == at) throw OddFileSystem.Lost(call);
                }

                if (isDone) system.After = Fail;
                else system.Before = Fail;
                var failed = await WasCutAsync(() => RunAsync(Open(system), change, expected, operation));
                var where = $"call {at} failed {(isDone ? "after it was done" : "before it was done")}";
                Assert.That(system.OpenHandles, Is.Zero, where);
                if (failed) await RecoverAsync(Open(new OddFileSystem(oddity)), change, expected, operation);
                AssertWhole(change, where, mustBeNew: !failed);
                if (failed && change.StartsWith("replace", StringComparison.Ordinal))
                    Assert.That(_disk.Read("a"), Is.EqualTo(Old), $"{where}: the error said that nothing was written");
                if (at >= system.Calls) break;
            }
        }
    }

    // A new file is put under the name, as every careful program does it: complete, by one rename.
    [TestCase("create")]
    [TestCase("replace")]
    [TestCase("delete")]
    public async Task A_version_that_comes_at_any_call_is_never_lost(string change)
    {
        for (var at = 0; ; at++)
        {
            var system = new OddFileSystem(oddity);
            var operation = new JournalledOperation(HashOf(Old));
            var expected = await PrepareAsync(change);
            var last = "";
            var hasCome = false;
            system.Before = (number, call) =>
            {
                // The one window that no such file system can close: our own empty directory goes, and the rename comes.
                var isBlind = call == "rename over" && last == "rmdir" && operation.Step is ShareStep.Reserving or ShareStep.Reserved;
                // A file is not put in the place of a directory: he hears that, and still has his.
                if (number == at && !isBlind && !Directory.Exists(_disk["a"])) hasCome = TryPutTheirs();
                last = call;
            };
            var failed = await WasCutAsync(() => RunAsync(Open(system), change, expected, operation));
            system.Before = null;
            if (failed) await RecoverAsync(Open(new OddFileSystem(oddity)), change, expected, operation);
            var kept = _disk.Names.Where(name => !TemporaryName.IsMarked(name)).Select(_disk.Read).ToList();
            var where = $"theirs came at call {at} of {system.Calls}: {string.Join(", ", _disk.Names)}";
            if (hasCome) Assert.That(kept, Has.Member(Theirs), where);
            Assert.That(_disk.Names.Where(TemporaryName.IsMarked), Is.Empty, where);
            Assert.That(kept, Is.SubsetOf(new[] { Old, New, Theirs }), where);
            if (at >= system.Calls) return;
        }
    }

    [TestCaseSource(nameof(Changes))]
    public async Task No_handle_is_open_after_a_change_and_none_on_what_it_writes_when_it_is_put_in_place(string change)
    {
        var system = new OddFileSystem(oddity);
        var expected = await PrepareAsync(change);
        var most = change == "move" || change == "move a directory" ? 2 : 1;
        system.Before = (_, call) =>
        {
            // The directory alone.
            if (call is "rename to free" or "exchange" or "rename over" or "link" or "unlink") Assert.That(system.OpenHandles, Is.LessThanOrEqualTo(most), call);
        };
        await RunAsync(Open(system), change, expected, new JournalledOperation(null));
        Assert.That(system.OpenHandles, Is.Zero);
    }

    private static bool IsHashKnown(int at) => at % 2 == 0;

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static SharePath At(string name) => SharePath.Of(name);

    private static string TextOf(string change) => change.EndsWith("empty", StringComparison.Ordinal) ? "" : New;

    private OddFileSystem Killed(int at) => new(oddity)
    {
        Before = (number, _) =>
        {
            if (number >= at) throw OddFileSystem.Lost();
        },
    };

    private static async Task<bool> WasCutAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (Exception exception) when (exception is DurableIoException or OfflineFilesException)
        {
            return true;
        }
    }

    private DirectoryShare Open(OddFileSystem system)
    {
        var share = new DirectoryShare(Root, _disk.Path, Instance, system);
        if (_traits is not null) share.Traits = _traits;
        return share;
    }

    private async Task<ShareToken?> PrepareAsync(string change)
    {
        foreach (var name in _disk.Names)
        {
            if (Directory.Exists(_disk[name])) Directory.Delete(_disk[name], recursive: true);
            else File.Delete(_disk[name]);
        }

        if (change.StartsWith("create", StringComparison.Ordinal)) return null;
        if (change == "move a directory")
        {
            Directory.CreateDirectory(_disk["a"]);
            _disk.Write("a/in it", Old);
        }
        else
        {
            _disk.Write("a", Old);
        }

        return (await Open(new OddFileSystem(oddity)).StatAsync(At("a"), CancellationToken.None))!.Token;
    }

    private static Task RunAsync(DirectoryShare share, string change, ShareToken? expected, JournalledOperation operation)
    {
        var bytes = Encoding.UTF8.GetBytes(TextOf(change));
        return change switch
        {
            "delete" => share.DeleteFileAsync(At("a"), expected!.Value, operation, CancellationToken.None),
            "move" or "move a directory" => share.MoveAsync(At("a"), At("b"), expected!.Value, operation, CancellationToken.None),
            _ => share.WriteFileAsync(
                At("a"), new ShareContent(new MemoryStream(bytes), bytes.Length, SHA256.HashData(bytes)), expected, default, operation, CancellationToken.None),
        };
    }

    private static async Task RecoverAsync(DirectoryShare share, string change, ShareToken? expected, JournalledOperation operation)
    {
        var isMove = change.StartsWith("move", StringComparison.Ordinal);
        var unfinished = new UnfinishedChange(
            operation.Number, expected, operation.ExpectedSha256, isMove || change == "delete" ? null : HashOf(TextOf(change)), operation.Step, operation.Detail);
        if (isMove) await share.RecoverMoveAsync(At("a"), At("b"), unfinished, operation, CancellationToken.None);
        else await share.RecoverAsync(At("a"), unfinished, operation, CancellationToken.None);
    }

    private bool TryPutTheirs()
    {
        using var outside = new TemporaryDirectory();
        outside.Write("theirs", Theirs);
        try
        {
            File.Move(outside["theirs"], _disk["a"], overwrite: true);
            return true;
        }
        // Windows replaces no file that is open.
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows())
        {
            return false;
        }
    }

    private void AssertWhole(string change, string where, bool mustBeNew)
    {
        var text = _disk.Names.Select(name => $"{name} = {(Directory.Exists(_disk[name]) ? "a directory of " + Directory.GetFileSystemEntries(_disk[name]).Length : _disk.Read(name))}");
        var found = string.Join("; ", text);
        var (before, after) = change switch
        {
            "delete" => ($"a = {Old}", ""),
            "move" => ($"a = {Old}", $"b = {Old}"),
            "move a directory" => ("a = a directory of 1", "b = a directory of 1"),
            _ => (change.StartsWith("create", StringComparison.Ordinal) ? "" : $"a = {Old}", $"a = {TextOf(change)}"),
        };
        Assert.That(found, mustBeNew ? Is.EqualTo(after) : Is.EqualTo(before).Or.EqualTo(after), where);
    }
}
