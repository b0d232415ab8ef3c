using System.Text;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Tests.Shares;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A share whose driver sends a file some time after it was closed (rclone, say): nothing is lost by that, refused, or done twice.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class LateShareTests
{
    private static readonly UncPath Root = UncPath.Parse(@"\\srv\docs");

    private TemporaryDirectory _disk = null!;
    private TemporaryDirectory _cache = null!;
    private EmbeddedBackend _backend = null!;

    [SetUp]
    public async Task Open()
    {
        (_disk, _cache) = (new TemporaryDirectory(), new TemporaryDirectory());
        _disk.Write("a", "precious");
        _disk.Write("keep", "k");
        _backend = await EmbeddedBackend.OpenAsync(
            new EmbeddedBackendOptions { CacheDirectory = _cache["cache"], Shares = [new ShareMapping(Root, _disk.Path)] },
            new EngineSeams
            {
                Share = (mapping, instance) => new DirectoryShare(mapping.Share, mapping.Directory, instance, new OddFileSystem(Oddity.LikeRclone)),
            },
            CancellationToken.None);
        await _backend.PinAsync([Root], PinOptions.Default, null, CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await _backend.DisposeAsync();
        _disk.Dispose();
        _cache.Dispose();
    }

    [Test]
    public async Task What_is_written_again_at_once_is_taken_each_time()
    {
        for (var i = 0; i < 4; i++)
        {
            await WriteAsync("n", $"version {i}");
            Assert.That(_disk.Read("n"), Is.EqualTo($"version {i}"));
            Assert.That(await Trees.ReadAsync(_backend.Files, At("n")), Is.EqualTo($"version {i}"));
        }

        await AssertQuietAsync();
    }

    [Test]
    public async Task A_file_that_is_moved_keeps_its_bytes([Values] bool isOffline)
    {
        if (isOffline) await _backend.TransitionOfflineAsync(Root, OfflineTransitionOptions.Default, CancellationToken.None);
        await _backend.Files.MoveAsync(At("a"), At("m"), CancellationToken.None);
        if (isOffline) await _backend.TransitionOnlineAsync(Root, TransitionFlags.None, CancellationToken.None);
        await AssertQuietAsync();
        Assert.That((_disk.Names.Where(name => name[0] != '.'), _disk.Read("m")), Is.EqualTo((new[] { "keep", "m" }, "precious")));
    }

    [Test]
    public async Task Offline_changes_arrive_whole()
    {
        await _backend.TransitionOfflineAsync(Root, OfflineTransitionOptions.Default, CancellationToken.None);
        await WriteAsync("a", "mine");
        await WriteAsync("n", "new");
        await WriteAsync("empty", "");
        await _backend.TransitionOnlineAsync(Root, TransitionFlags.None, CancellationToken.None);
        await AssertQuietAsync();
        Assert.That((_disk.Read("a"), _disk.Read("n"), _disk.Read("empty")), Is.EqualTo(("mine", "new", "")));
    }

    private static UncPath At(string name) => Root.Append(name);

    private async Task WriteAsync(string name, string content)
    {
        await using var writer = await _backend.Files.OpenWriteAsync(At(name), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    /// <summary>One synchronisation does all there is to do.</summary>
    private async Task AssertQuietAsync()
    {
        var first = await SynchronizeAsync();
        Assert.That(first.Outcomes.Where(outcome => outcome.Status is not (OutcomeStatus.Unchanged or OutcomeStatus.Done)), Is.Empty);
        Assert.That((await SynchronizeAsync()).Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
    }

    private Task<OperationReport> SynchronizeAsync() => _backend.SynchronizeAsync([Root], SyncOptions.Default, null, CancellationToken.None);
}
