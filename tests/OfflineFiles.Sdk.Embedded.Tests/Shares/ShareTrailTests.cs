using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>
/// What goes through a share goes on from where it is: the way to a directory is walked once. It sees no more than a moment of the past by that, it says
/// of nothing that it is gone without having walked there from the root, and when it ends nothing is open.
/// </summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "There an open directory keeps others from renaming it, so that none is kept open.")]
internal sealed class ShareTrailTests
{
    private TemporaryDirectory _disk = null!;
    private FakeTimeProvider _time = null!;
    private OddFileSystem _system = null!;
    private DirectoryShare _share = null!;
    private int _opened;

    [SetUp]
    public void Make()
    {
        _disk = new TemporaryDirectory();
        _time = new FakeTimeProvider();
        _opened = 0;
        _system = new OddFileSystem(Oddity.Native) { Before = (_, call) => _opened += call == "open directory" ? 1 : 0 };
        _share = new DirectoryShare(UncPath.Parse(@"\\s\h"), _disk.Path, 7, _system) { Time = _time };
    }

    [TearDown]
    public void Remove() => _disk.Dispose();

    [TestCase(50)]
    [TestCase(200)]
    public async Task The_way_down_is_walked_once_however_deep(int depth)
    {
        var names = Enumerable.Repeat("d", depth).ToArray();
        Write(string.Join('/', names) + "/f", "x");
        await using (_share.BeginWalk())
        {
            for (var i = 0; i <= depth; i++)
                Assert.That(await _share.ListAsync(SharePath.Of(names[..i]), CancellationToken.None), Has.Count.EqualTo(1));
            Assert.That(_opened, Is.EqualTo(depth));
            for (var i = depth; i >= 0; i--) await _share.ListAsync(SharePath.Of(names[..i]), CancellationToken.None);
            Assert.That(_opened, Is.LessThanOrEqualTo(depth + (depth * (depth / 64))), "on the way up it starts over every 64 levels");
        }

        Assert.That(_system.OpenHandles, Is.Zero);
    }

    [Test]
    public async Task Without_a_walk_nothing_is_kept_open()
    {
        Write("a/b/f", "x");
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        Assert.That((_opened, _system.OpenHandles), Is.EqualTo((2, 0)));
        await using var walk = _share.BeginWalk();
        var other = _share.BeginWalk();
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        await other.DisposeAsync();
        await other.DisposeAsync();
        Assert.That(_system.OpenHandles, Is.GreaterThan(0), "somebody walks yet");
        await walk.DisposeAsync();
        Assert.That(_system.OpenHandles, Is.Zero);
    }

    [Test]
    public async Task What_was_come_by_is_walked_to_anew_after_a_moment()
    {
        Write("a/b/f", "old");
        await using var walk = _share.BeginWalk();
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        Directory.Move(_disk["a"], _disk["moved"]);
        Write("a/b/g", "new");
        Assert.That(await NamesAsync("a", "b"), Is.EqualTo(new[] { "f" }), "as it was a moment ago");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await NamesAsync("a", "b"), Is.EqualTo(new[] { "g" }));
    }

    [Test]
    public async Task Nothing_is_said_to_be_gone_that_was_not_looked_for_from_the_root()
    {
        Write("a/b/f", "old");
        await using var walk = _share.BeginWalk();
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        Directory.Move(_disk["a"], _disk["moved"]);
        File.Delete(_disk["moved/b/f"]);
        Write("a/b/f", "new");
        Assert.That((await _share.StatAsync(SharePath.Of("a", "b", "f"), CancellationToken.None))!.Size, Is.EqualTo(3));
        await using var reading = await _share.OpenReadAsync(SharePath.Of("a", "b", "f"), CancellationToken.None);
        Assert.That(await new StreamReader(reading.Stream).ReadToEndAsync(), Is.EqualTo("new"));
    }

    [Test]
    public async Task A_directory_that_was_removed_and_made_again_is_the_new_one()
    {
        Write("a/b/f", "old");
        await using var walk = _share.BeginWalk();
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        Directory.Delete(_disk["a"], recursive: true);
        Write("a/b/g", "new");
        Assert.That(await NamesAsync("a", "b"), Is.EqualTo(new[] { "g" }));
        Assert.That(await _share.StatAsync(SharePath.Of("a", "b", "f"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task What_changes_the_share_walks_all_the_way()
    {
        Write("a/b/f", "old");
        await using var walk = _share.BeginWalk();
        await _share.ListAsync(SharePath.Of("a", "b"), CancellationToken.None);
        Directory.Move(_disk["a"], _disk["moved"]);
        Directory.CreateDirectory(_disk["a/b"]);
        await _share.CreateDirectoryAsync(SharePath.Of("a", "b", "made"), default, CancellationToken.None);
        Assert.That((Directory.Exists(_disk["a/b/made"]), Directory.Exists(_disk["moved/b/made"])), Is.EqualTo((true, false)));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_disk[path])!);
        _disk.Write(path, text);
    }

    private async Task<IEnumerable<string>> NamesAsync(params string[] directory) =>
        (await _share.ListAsync(SharePath.Of(directory), CancellationToken.None)).Select(entry => entry.Name);
}
