using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>No call to a share hangs, and none is made on a thread that others need.</summary>
[TestFixture]
internal sealed class ShareGateTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(150);
    private static readonly string[] Calls = ["probe", "clock", "check", "establish", "stat", "list", "open", "write", "delete", "create", "remove", "move", "set", "recover", "discard"];

    private TemporaryDirectory _disk = null!;
    private ManualResetEventSlim _answers = null!;
    private OddFileSystem _system = null!;
    private ShareGate _share = null!;
    private int _hanging;

    [SetUp]
    public void Make()
    {
        _disk = new TemporaryDirectory();
        _disk.Write("a", "the bytes of a file");
        Directory.CreateDirectory(_disk["d"]);
        _answers = new ManualResetEventSlim(initialState: true);
        _hanging = 0;
        _system = new OddFileSystem(Oddity.Native)
        {
            Before = (_, _) =>
            {
                if (_answers.IsSet) return;
                Interlocked.Increment(ref _hanging);
                _answers.Wait();
                Interlocked.Decrement(ref _hanging);
            },
        };
        _share = Open(Timeout);
    }

    [TearDown]
    public void Remove()
    {
        _answers.Set();
        SpinWait.SpinUntil(() => _system.IsQuiet, TimeSpan.FromSeconds(10));
        _disk.Dispose();
        _answers.Dispose();
    }

    [TestCaseSource(nameof(Calls))]
    public async Task Every_call_is_given_up_after_the_time_and_works_when_the_share_answers_again(string call)
    {
        var tokens = await TokensAsync();
        _answers.Reset();
        var error = (await Assert.ThrowsAsync<ShareUnavailableException>(() => CallAsync(call, tokens)))!;
        Assert.That(error.Reason, Does.Contain("has not answered for 0.15 seconds"));
        _answers.Set();
        await ComesBackAsync();
        if (call is "delete" or "move" or "write" or "remove" or "create" or "set")
        {
            // What was given up went on to its end, or left no trace.
            Assert.That(_disk.Names.Where(TemporaryName.IsMarked), Is.Empty);
            return;
        }

        // The call that was given up ends in its own time.
        Assert.That(async () => await CallAsync(call, tokens), Throws.Nothing.After(10_000, 10));
    }

    [Test]
    public async Task While_a_call_hangs_others_fail_at_once_and_only_a_few_checks_hang_with_it()
    {
        _answers.Reset();
        await Assert.ThrowsAsync<ShareUnavailableException>(() => _share.StatAsync(SharePath.Of("a"), default));
        for (var i = 0; i < 20; i++)
        {
            var error = (await Assert.ThrowsAsync<ShareUnavailableException>(() => _share.StatAsync(SharePath.Of("a"), default)))!;
            Assert.That(error.Reason, Does.Contain("does not answer"));
        }

        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<ShareUnavailableException>(() => _share.CheckAsync(default));
        Assert.That(_hanging, Is.EqualTo(4));
    }

    [Test]
    public async Task A_stream_that_hangs_in_the_middle_is_given_up_and_its_bytes_never_come_late()
    {
        _disk.Write("large", new string('a', 100_000));
        await using var reading = await _share.OpenReadAsync(SharePath.Of("large"), default);
        var buffer = new byte[8];
        Assert.That(await reading.Stream.ReadAsync(buffer), Is.EqualTo(8));
        Array.Clear(buffer);
        _answers.Reset();
        await Assert.ThrowsAsync<ShareUnavailableException>(async () => await reading.Stream.ReadExactlyAsync(buffer));
        _answers.Set();
        await ComesBackAsync();
        Assert.That(buffer, Is.All.Zero);
        await Assert.ThrowsAsync<ShareUnavailableException>(async () => await reading.Stream.ReadExactlyAsync(buffer));
    }

    [Test]
    public async Task A_small_file_is_read_when_it_is_opened_and_nothing_of_it_stays_open()
    {
        await using var reading = await _share.OpenReadAsync(SharePath.Of("a"), default);
        Assert.That(_system.OpenHandles, Is.Zero);
        _answers.Reset();
        using var text = new StreamReader(reading.Stream);
        Assert.That(await text.ReadToEndAsync(), Is.EqualTo("the bytes of a file"));
        await reading.VerifyUnchangedAsync(default);
    }

    [Test]
    public async Task A_reading_that_comes_after_all_is_closed()
    {
        _answers.Reset();
        await Assert.ThrowsAsync<ShareUnavailableException>(() => _share.OpenReadAsync(SharePath.Of("a"), default));
        _answers.Set();
        Assert.That(() => _system.OpenHandles, Is.Zero.After(10_000, 10));
    }

    [Test]
    public async Task A_change_that_was_given_up_is_not_recovered_while_it_hangs()
    {
        var (file, _) = await TokensAsync();
        var operation = new Numbered(9);
        using var goesOn = new ManualResetEventSlim();
        _system.Before = (_, call) =>
        {
            if (call is "exchange" or "replace") goesOn.Wait();
        };
        await Assert.ThrowsAsync<ShareUnavailableException>(() => WriteAsync("a", file, operation));
        await _share.CheckAsync(default);
        var unfinished = new UnfinishedChange(9, file, null, SHA256.HashData("new"u8));
        await Assert.ThrowsAsync<ShareUnavailableException>(() => _share.RecoverAsync(SharePath.Of("a"), unfinished, operation, default));
        goesOn.Set();
        Assert.That(async () => await _share.RecoverAsync(SharePath.Of("a"), unfinished, operation, default), Throws.Nothing.After(10_000, 10));
        Assert.That(_disk.Names, Is.EqualTo(new[] { "a", "d" }));
        Assert.That(_disk.Read("a"), Is.EqualTo("new").Or.EqualTo("the bytes of a file"));
    }

    [Test]
    public async Task As_long_as_bytes_move_a_call_may_take_longer_than_the_time()
    {
        var bytes = new byte[20];
        var source = new SlowStream(bytes, Timeout / 4);
        var content = new ShareContent(source, bytes.Length, SHA256.HashData(bytes));
        Assert.That(async () => await _share.WriteFileAsync(SharePath.Of("slow"), content, null, default, new Numbered(3), default), Throws.Nothing);
    }

    [Test]
    public async Task Calls_run_on_threads_of_the_share_and_on_no_more_than_eight()
    {
        var names = new HashSet<(string?, bool, int)>();
        _system.Before = (_, _) =>
        {
            lock (names) names.Add((Thread.CurrentThread.Name, Thread.CurrentThread.IsThreadPoolThread, Environment.CurrentManagedThreadId));
        };
        // However slow the machine is.
        _share = Open(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _share.StatAsync(SharePath.Of("a"), default)));
        await WriteAsync("new", null, new Numbered(4));
        Assert.That(names.Select(name => (name.Item1, name.Item2)).Distinct(), Is.EqualTo(new[] { (@"Share \\server\share", false) }));
        Assert.That(names, Has.Count.LessThanOrEqualTo(8));
    }

    [Test]
    public async Task Errors_and_cancellation_come_through_as_they_are()
    {
        await Assert.ThrowsAsync<DurableIoException>(() => _share.ListAsync(SharePath.Of("none"), default));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var error = await Assert.CatchAsync<OperationCanceledException>(() => _share.ListAsync(SharePath.Root, cancelled.Token));
        Assert.That(error!.CancellationToken, Is.EqualTo(cancelled.Token));
    }

    private ShareGate Open(TimeSpan timeout) =>
        new(new DirectoryShare(UncPath.Parse(@"\\server\share"), _disk.Path, 7, _system), timeout, TimeProvider.System);

    private async Task ComesBackAsync()
    {
        SpinWait.SpinUntil(() => Volatile.Read(ref _hanging) == 0 && _system.OpenHandles <= 2, TimeSpan.FromSeconds(10));
        await _share.CheckAsync(default);
    }

    private async Task<(ShareToken File, ShareToken Directory)> TokensAsync() => (
        (await _share.StatAsync(SharePath.Of("a"), default))!.Token, (await _share.StatAsync(SharePath.Of("d"), default))!.Token);

    private Task<ShareToken> WriteAsync(string name, ShareToken? expected, IShareOperation operation) => _share.WriteFileAsync(
        SharePath.Of(name), new ShareContent(new MemoryStream([.. "new"u8]), 3, SHA256.HashData("new"u8)), expected, default, operation, default);

    private async Task CallAsync(string call, (ShareToken File, ShareToken Directory) tokens)
    {
        var operation = new Numbered(5);
        var (a, d) = (SharePath.Of("a"), SharePath.Of("d"));
        Task work = call switch
        {
            "probe" => _share.ProbeAsync(default),
            "clock" => _share.ClockAsync(default),
            "check" => _share.CheckAsync(default),
            "establish" => _share.EstablishAsync(default),
            "stat" => _share.StatAsync(a, default),
            "list" => _share.ListAsync(SharePath.Root, default),
            "write" => WriteAsync("a", tokens.File, operation),
            "delete" => _share.DeleteFileAsync(a, tokens.File, operation, default),
            "create" => _share.CreateDirectoryAsync(SharePath.Of("e"), default, default),
            "remove" => _share.RemoveDirectoryAsync(d, tokens.Directory, default),
            "move" => _share.MoveAsync(a, SharePath.Of("b"), tokens.File, operation, default),
            "set" => _share.SetMetadataAsync(a, default, tokens.File, default),
            "recover" => _share.RecoverAsync(a, new UnfinishedChange(5, null, null, null), operation, default),
            "discard" => _share.DiscardAsync(d, 77, default),
            _ => OpenAsync(),
        };
        await work;

        async Task OpenAsync()
        {
            await using var reading = await _share.OpenReadAsync(a, default);
            await reading.VerifyUnchangedAsync(default).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private sealed class Numbered(uint number) : IShareOperation
    {
        public uint Number => number;

        public Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Gives a byte at a time, and takes its time for each.</summary>
    private sealed class SlowStream(byte[] bytes, TimeSpan pause) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(pause, cancellationToken);
            return await base.ReadAsync(buffer[..1], cancellationToken);
        }
    }
}
