using System.Security.Cryptography;
using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>
/// Somebody is quicker than a change, at the moment that its last looks are for, on each kind of file system: he keeps what he put there, under the
/// name that he gave it, and nothing of ours is seen in between.
/// </summary>
[TestFixtureSource(typeof(Oddity), nameof(Oddity.All))]
internal sealed class LastLooksTests(Oddity oddity)
{
    private const uint Instance = 0xABCDEF01;
    private const string Old = "the old version";
    private const string New = "the new version, which is longer";
    private const string Theirs = "somebody else's version";
    private const string Third = "the third";

    private TemporaryDirectory _disk = null!;
    private OddFileSystem _system = null!;
    private DirectoryShare _share = null!;

    [SetUp]
    public async Task Open()
    {
        _disk = new TemporaryDirectory();
        _system = new OddFileSystem(oddity);
        _share = new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, Instance, _system);
        await _share.ProbeAsync(CancellationToken.None);
    }

    [TearDown]
    public void Remove() => _disk.Dispose();

    [TestCase("write")]
    [TestCase("delete")]
    [TestCase("move")]
    public async Task A_version_that_is_not_the_known_one_keeps_its_name_throughout(string change)
    {
        var expected = await KnownAsync("a");
        Put(Theirs);
        var wasGone = WatchFor(() => !File.Exists(_disk["a"]) || _disk.Read("a") != Theirs);
        var wasMade = false;
        _system.Before += (_, call) => wasMade |= call == "create";
        await Assert.ThrowsAsync<ShareConflictException>(() => RunAsync(change, expected));
        Assert.That((wasGone(), wasMade, Shown()), Is.EqualTo((false, false, $"a={Theirs}")));
    }

    [TestCase(ShareStep.Written)]
    [TestCase(ShareStep.Checked)]
    public async Task A_version_that_comes_before_ours_is_put_in_place_is_never_covered_by_it(object step)
    {
        // Where two names change places in one call, ours stands there until what came out was looked at.
        Assume.That(step is ShareStep.Written || !oddity.HasFlags);
        var expected = await KnownAsync("a");
        When((ShareStep)step, () => Put(Theirs));
        var wasCovered = WatchFor(() => File.Exists(_disk["a"]) && _disk.Read("a") == New);
        await Assert.ThrowsAsync<ShareConflictException>(() => RunAsync("write", expected));
        Assert.That((wasCovered(), Shown()), Is.EqualTo((false, $"a={Theirs}")));
    }

    [Test]
    public async Task A_version_that_comes_right_after_ours_is_not_taken_for_it()
    {
        var expected = await KnownAsync("a");
        When(ShareStep.Committed, () => Put(Theirs));
        await Assert.ThrowsAsync<ShareConflictException>(() => RunAsync("write", expected));
        Assert.That(Shown(), Is.EqualTo($"a={Theirs}"));
    }

    [Test]
    public async Task What_is_written_to_the_old_version_while_its_bytes_are_compared_is_kept()
    {
        Assume.That(oddity.SendsLate, "reading moves the time of writing, which tells nothing then");
        await RunAsync("write", expected: null);
        var expected = (await _share.StatAsync(At("a"), CancellationToken.None))!.Token;
        var written = new string('t', New.Length);
        When(ShareStep.Committed, () => _system.After = (_, call) =>
        {
            if (call != "read") return;
            _system.After = null;
            File.WriteAllText(_disk[Marked(TemporaryRole.Aside)], written);
        });
        await Assert.ThrowsAsync<ShareConflictException>(() => RunAsync("delete", expected, new JournalledOperation(HashOf(New))));
        Assert.That(Shown(), Is.EqualTo($"a={written}"));
    }

    [Test]
    public async Task A_version_of_the_very_bytes_that_were_to_be_written_stays()
    {
        var expected = await KnownAsync("a");
        When(ShareStep.Checked, () => Put(New));
        await RunAnyhowAsync("write", expected, new JournalledOperation(HashOf(Old)));
        Assert.That(Shown(), Is.EqualTo($"a={New}"));
    }

    [Test]
    public async Task An_empty_directory_that_comes_under_the_free_name_stays()
    {
        When(ShareStep.Checked, () => Directory.CreateDirectory(_disk["a"]));
        await Assert.ThrowsAsync<ShareConflictException>(() => RunAsync("write", expected: null));
        Assert.That(Shown(), Is.EqualTo("a/"));
    }

    /// <summary>It was killed when its own empty directory had the name, and somebody put his in the place of that one.</summary>
    [TestCase("write")]
    [TestCase("move")]
    public async Task An_empty_directory_that_is_not_the_one_which_reserved_the_name_stays(string change)
    {
        Assume.That(oddity is { HasFlags: false, HasLinks: false, IsWeak: false }, "a name is reserved, and what reserved it is known again");
        var expected = change == "move" ? await KnownAsync("a") : (ShareToken?)null;
        var name = change == "move" ? "b" : "a";
        var operation = new JournalledOperation(null);
        _system.Before = (_, call) =>
        {
            if (operation.Step == ShareStep.Reserved) throw OddFileSystem.Lost(call);
        };
        await RunAnyhowAsync(change, expected, operation);
        Assert.That(Directory.Exists(_disk[name]), "it was reserved");
        _system.Before = null;
        Directory.CreateDirectory(_disk["theirs"]);
        Directory.Delete(_disk[name]);
        Directory.Move(_disk["theirs"], _disk[name]);
        await RecoverAsync(change, expected, operation);
        Assert.That(Directory.Exists(_disk[name]));
    }

    [TestCase("delete", "")]
    [TestCase("write", $"a={New}")]
    public async Task What_had_come_to_its_last_call_is_completed_also_where_only_the_bytes_tell(string change, string after)
    {
        var expected = await KnownAsync("a");
        var operation = new JournalledOperation(null);
        var names = Array.Empty<string>();
        When(ShareStep.Committed, () => names = _disk.Names);
        _system.Before = (_, call) =>
        {
            if (names.Length > 0) throw OddFileSystem.Lost(call);
        };
        await RunAnyhowAsync(change, expected, operation);
        _system.Before = null;
        Assert.That(names, Has.Some.Matches<string>(TemporaryName.IsMarked), "the old version was aside");
        await RecoverAsync(change, expected, operation);
        Assert.That(Shown(), Is.EqualTo(after));
    }

    [Test]
    public async Task The_old_version_stays_when_a_third_took_the_name_before_the_new_one_arrived()
    {
        var expected = await KnownAsync("a");
        File.Move(_disk["a"], _disk[Marked(TemporaryRole.Aside)]);
        _disk.Write(Marked(TemporaryRole.Written), New[..3]);
        _disk.Write("a", Third);
        await RecoverAsync("write", expected, new JournalledOperation(HashOf(Old)));
        Assert.That(Shown(), Is.EqualTo($"a={Third} a (recovered v1)={Old}"));
    }

    [Test]
    public async Task A_version_that_comes_while_ours_is_taken_back_stays()
    {
        var expected = await KnownAsync("a");
        File.Delete(_disk["a"]);
        _disk.Write(Marked(TemporaryRole.Aside), Theirs);
        _disk.Write("a", New);
        var hasCome = false;
        _system.Before = (_, call) =>
        {
            if (hasCome || call is not ("exchange" or "rename to free" or "rename over")) return;
            hasCome = true;
            Put(Third);
        };
        await RecoverAsync("write", expected, new JournalledOperation(HashOf(Old)));
        Assert.That(hasCome);
        Assert.That(Shown().Split(" a").Select(each => each[(each.IndexOf('=') + 1)..]), Is.EquivalentTo(new[] { Theirs, Third }));
    }

    [Test]
    public async Task A_move_whose_item_went_and_whose_new_name_was_taken_meanwhile_takes_nothing()
    {
        var expected = await KnownAsync("a");
        _system.Before = (_, call) =>
        {
            if (call is not ("rename to free" or "link" or "mkdir")) return;
            _system.Before = null;
            File.Delete(_disk["a"]);
            _disk.Write("b", Theirs);
            throw OddFileSystem.Lost(call);
        };
        await RunAnyhowAsync("move", expected, new JournalledOperation(null));
        Assert.That(Shown(), Is.EqualTo($"b={Theirs}"));
    }

    [Test]
    public async Task Another_file_in_another_spelling_is_not_moved_over()
    {
        var alike = Old.ToUpperInvariant();
        _disk.Write("A", alike);
        Assume.That(!File.Exists(_disk["a"]), "names differ by case");
        var expected = await KnownAsync("a");
        File.SetLastWriteTimeUtc(_disk["A"], File.GetLastWriteTimeUtc(_disk["a"]));
        var operation = new JournalledOperation(null);
        await Assert.ThrowsAsync<ShareConflictException>(() => _share.MoveAsync(At("a"), At("A"), expected, operation, CancellationToken.None));
        Assert.That(Shown(), Is.EqualTo($"A={alike} a={Old}"));
    }

    [Test]
    public async Task Metadata_that_were_set_do_not_make_another_version_ours()
    {
        var expected = await KnownAsync("a");
        _system.Before = (_, call) =>
        {
            if (call == "fsync") Put(Theirs);
        };
        var metadata = new FileMetadata(LastWriteTimeUtc: DateTime.UnixEpoch);
        await Assert.ThrowsAsync<ShareConflictException>(() => _share.SetMetadataAsync(At("a"), metadata, expected, CancellationToken.None));
    }

    [Test]
    public async Task What_takes_the_place_of_a_file_as_it_is_opened_is_not_read()
    {
        await KnownAsync("a");
        _system.Before = (_, call) =>
        {
            if (call != "open" || !File.Exists(_disk["a"])) return;
            File.Delete(_disk["a"]);
            Directory.CreateDirectory(_disk["a"]);
        };
        await Assert.ThrowsAsync<ShareContentException>(() => _share.OpenReadAsync(At("a"), CancellationToken.None));
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static SharePath At(string name) => SharePath.Of(name);

    private static string Marked(TemporaryRole role) => new TemporaryName(Instance, 7, role).ToString();

    /// <summary>Puts the old version there.</summary>
    private async Task<ShareToken> KnownAsync(string name)
    {
        _disk.Write(name, Old);
        return (await _share.StatAsync(At(name), CancellationToken.None))!.Token;
    }

    /// <summary>As every careful program does it: complete, by one rename.</summary>
    private void Put(string text)
    {
        using var outside = new TemporaryDirectory();
        outside.Write("theirs", text);
        // On a file system that keeps whole seconds, in another one.
        File.SetLastWriteTimeUtc(outside["theirs"], DateTime.UtcNow.AddHours(1));
        File.Move(outside["theirs"], _disk["a"], overwrite: true);
    }

    private void When(ShareStep step, Action act) => _share.OnStep = reached =>
    {
        if (reached != step) return;
        _share.OnStep = null;
        act();
    };

    /// <summary>Asks before each call whether something is the case that never should.</summary>
    private Func<bool> WatchFor(Func<bool> isWrong)
    {
        var wasWrong = false;
        _system.Before += (_, _) => wasWrong |= isWrong();
        return () => wasWrong;
    }

    private Task RunAsync(string change, ShareToken? expected, JournalledOperation? operation = null)
    {
        operation ??= new JournalledOperation(null);
        var bytes = Encoding.UTF8.GetBytes(New);
        return change switch
        {
            "delete" => _share.DeleteFileAsync(At("a"), expected!.Value, operation, CancellationToken.None),
            "move" => _share.MoveAsync(At("a"), At("b"), expected!.Value, operation, CancellationToken.None),
            _ => _share.WriteFileAsync(
                At("a"), new ShareContent(new MemoryStream(bytes), bytes.Length, SHA256.HashData(bytes)), expected, default, operation, CancellationToken.None),
        };
    }

    private async Task RunAnyhowAsync(string change, ShareToken? expected, JournalledOperation operation)
    {
        try
        {
            await RunAsync(change, expected, operation);
        }
        catch (Exception exception) when (exception is DurableIoException or OfflineFilesException)
        {
            // What counts is what is there.
        }
    }

    private async Task RecoverAsync(string change, ShareToken? expected, JournalledOperation operation)
    {
        var unfinished = new UnfinishedChange(
            operation.Number, expected, operation.ExpectedSha256, change == "write" ? HashOf(New) : null, operation.Step, operation.Detail);
        if (change == "move") await _share.RecoverMoveAsync(At("a"), At("b"), unfinished, operation, CancellationToken.None);
        else await _share.RecoverAsync(At("a"), unfinished, operation, CancellationToken.None);
    }

    private string Shown() =>
        string.Join(' ', _disk.Names.Select(name => Directory.Exists(_disk[name]) ? $"{name}/" : $"{name}={_disk.Read(name)}"));
}
