using System.Collections.Concurrent;
using System.Text;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Soak;

/// <summary>One cache in a soak, and what its users do with it. Each method is one step, to be repeated.</summary>
/// <param name="cache">The cache.</param>
/// <param name="number">Of the engine. What lies below <c>own{number}</c> only its users change, each his own files.</param>
/// <param name="record">Of all engines.</param>
internal sealed class SoakEngine(TestCache cache, int number, SoakRecord record)
{
    public const int Writers = 4;
    public const int Movers = 2;
    private const int OwnFiles = 3;
    private const int SharedFiles = 6;
    private const int MostCopies = 20;
    private const int LinesInLog = 1000;

    private readonly ConcurrentDictionary<string, SoakVersion> _own = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _copies = new();
    private volatile Task _atHome = Task.CompletedTask;
    private int _named;
    private int _lines;

    public TestCache Cache => cache;

    /// <summary>What the share has to hold under its own paths; of nobody else's doing.</summary>
    public IReadOnlyDictionary<string, SoakVersion> Own => _own;

    /// <summary>The files of a share on which so many engines begin.</summary>
    public static IEnumerable<(string Path, string Content)> FirstFiles(int engines)
    {
        // So many that never change that no number of deletions is one of most files.
        for (var i = 0; i < 100; i++) yield return ($@"anchors\{i}.txt", "anchor\n");
        yield return (@"shared\anchor.txt", "anchor\n");
        for (var engine = 0; engine < engines; engine++)
        {
            for (var i = 0; i < Writers; i++) yield return ($@"own{engine}\w{i}\anchor.txt", "anchor\n");
            for (var i = 0; i < Movers; i++) yield return ($@"own{engine}\m{i}\anchor.txt", "anchor\n");
        }
    }

    /// <summary>Changes a file that nobody else changes: that never fails, and what was written is read.</summary>
    public async Task ChangeOwnAsync(Random random, int writer)
    {
        var path = $@"own{number}\w{writer}\f{random.Next(OwnFiles)}.txt";
        var last = _own.GetValueOrDefault(path);
        if (last is not null && random.Next(20) == 0)
        {
            await cache.DeleteAsync(path);
            last.Delete();
            _own.TryRemove(path, out _);
            return;
        }

        FileWriteMode[] modes = last is null
            ? [FileWriteMode.CreateNew, FileWriteMode.CreateOrReplace]
            : [FileWriteMode.Replace, FileWriteMode.Edit, FileWriteMode.CreateOrReplace];
        var version = record.Next(random, last);
        await using (var writing = await OpenWriteAsync(path, modes[random.Next(modes.Length)])) await CommitAsync(writing, version);
        _own[path] = version;
        if (await ReadAsync(path) is { } read && read != version) record.Fault($"{path}: read was {read}, written was {version}");
    }

    /// <summary>Makes, moves and deletes a directory with a file in it.</summary>
    public async Task MoveOwnAsync(Random random, int mover)
    {
        var place = $@"own{number}\m{mover}\";
        var name = Interlocked.Increment(ref _named);
        var version = record.Next(random, null);
        await cache.MakeDirectoryAsync($"{place}d{name}");
        await cache.WriteAsync($@"{place}d{name}\a.txt", version.Content);
        version.Acknowledge();
        await cache.MoveAsync($"{place}d{name}", $"{place}e{name}");
        _own[$@"{place}e{name}\a.txt"] = version;
        if (await ReadAsync($@"{place}e{name}\a.txt") is { } read && read != version) record.Fault($"{place}e{name}: another version was moved");
        if (random.Next(8) == 0) return;
        await cache.DeleteAsync($@"{place}e{name}\a.txt");
        version.Delete();
        _own.TryRemove($@"{place}e{name}\a.txt", out _);
        await cache.DeleteAsync($"{place}e{name}");
    }

    /// <summary>Writes over a version of a file that others write too, of which he knows which it is. It may be refused.</summary>
    public Task ChangeSharedAsync(Random random) => MayBeRefusedAsync(async () =>
    {
        var path = $@"shared\s{random.Next(SharedFiles)}.txt";
        if (!await IsThereAsync(path))
        {
            await using var making = await OpenWriteAsync(path, FileWriteMode.CreateNew);
            await CommitAsync(making, record.Next(random, null));
            return;
        }

        var before = await ReadAsync(path);
        await using var writing = await OpenWriteAsync(path, random.Next(2) == 0 ? FileWriteMode.Edit : FileWriteMode.Replace);
        // It was opened on the version that is there before and after.
        if (before is not null && await ReadAsync(path) == before) await CommitAsync(writing, record.Next(random, before));
    });

    /// <summary>Adds a line to a file that others add lines to. It may be refused; else all lines that were there stay.</summary>
    public Task AddLineAsync() => MayBeRefusedAsync(async () =>
    {
        var path = $@"shared\log{Volatile.Read(ref _lines) / LinesInLog}.txt";
        await using var writing = await OpenWriteAsync(path, await IsThereAsync(path) ? FileWriteMode.Edit : FileWriteMode.CreateNew);
        writing.Position = writing.Length;
        await CommitAsync(writing, record.NextLine(), isAdded: true);
        Interlocked.Increment(ref _lines);
    });

    /// <summary>Reads a file of anybody: it is whole, or not there.</summary>
    public async Task ReadAnyAsync(Random random, int engines) => await MayBeRefusedAsync(() => random.Next(4) switch
    {
        0 => ReadAsync($@"shared\s{random.Next(SharedFiles)}.txt"),
        1 => ReadLogAsync($@"shared\log{Volatile.Read(ref _lines) / LinesInLog}.txt"),
        _ => ReadAsync($@"own{random.Next(engines)}\w{random.Next(Writers)}\f{random.Next(OwnFiles)}.txt"),
    });

    /// <summary>Goes away with the cache, works there, and comes back.</summary>
    public async Task TravelAsync(Random random)
    {
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _atHome = back.Task;
        try
        {
            (await cache.OfflineAsync()).ThrowIfFailed();
            for (var i = random.Next(1, 10); i > 0; i--)
            {
                await ChangeSharedAsync(random);
                await AddLineAsync();
                // The last writer is the traveller.
                await ChangeOwnAsync(random, Writers - 1);
            }

            await ReturnAsync();
        }
        finally
        {
            back.SetResult();
        }

        for (var i = random.Next(1, 10); i > 0; i--) await ChangeOwnAsync(random, Writers - 1);
    }

    public async Task ReturnAsync() => (await cache.OnlineAsync()).ThrowIfFailed();

    /// <summary>Synchronises when the traveller is at home, and settles some conflicts: one's own version goes to another name.</summary>
    public async Task SynchronizeAsync(Random random)
    {
        await _atHome;
        var conflicts = ConflictsOf(await SynchronizedAsync());
        record.Count("synchronisations");
        foreach (var path in conflicts.Where(_ => random.Next(2) == 0)) await MayBeRefusedAsync(() => SettleAsync(path));
        while (_copies.Count > MostCopies && _copies.TryDequeue(out var copy))
        {
            var version = copy.StartsWith(@"shared\log", StringComparison.Ordinal) ? null : await ReadAsync(copy);
            if (version is null) continue;
            await cache.DeleteAsync(copy);
            version.Delete();
        }
    }

    /// <summary>Comes back, synchronises and settles each conflict.</summary>
    /// <returns>Whether there was nothing to do.</returns>
    public async Task<bool> ComeToRestAsync()
    {
        await ReturnAsync();
        var report = await SynchronizedAsync();
        foreach (var path in ConflictsOf(report))
        {
            if (await IsThereAsync(path)) await SettleAsync(path);
            else await ForgetAsync(path);
        }

        return report.Outcomes.All(outcome => outcome.Status == OutcomeStatus.Unchanged);
    }

    private async Task<OperationReport> SynchronizedAsync()
    {
        var report = await cache.SyncAsync();
        foreach (var outcome in report.With(OutcomeStatus.Failed))
        {
            // The traveller has just left with it.
            if (outcome is { Error: ShareUnavailableException } && outcome.Path == TestCache.Share) record.Count("synchronisations away");
            else record.Fault($"engine {number}: {outcome}");
        }

        return report;
    }

    private List<string> ConflictsOf(OperationReport report)
    {
        var conflicts = report.With(OutcomeStatus.Conflict).Select(outcome => outcome.Path.RelativeToShare!).ToList();
        foreach (var path in conflicts.Where(path => !path.StartsWith(@"shared\", StringComparison.Ordinal)))
            record.Fault($"engine {number}: a conflict about {path}, which only one changes");
        return conflicts;
    }

    private async Task SettleAsync(string path)
    {
        var copy = $@"shared\{Path.GetFileNameWithoutExtension(path[@"shared\".Length..])}-{number}-{Interlocked.Increment(ref _named)}.txt";
        await cache.MoveAsync(path, copy);
        record.Count("settled");
        _copies.Enqueue(copy);
    }

    /// <summary>One's own deletion is forgotten: the other's version comes back.</summary>
    private Task ForgetAsync(string path) => cache.Backend.DeleteItemsAsync(
        [TestCache.At(path)], new DeleteOptions { Flags = DeleteFlags.DeleteModified }, null, CancellationToken.None);

    private async Task<bool> IsThereAsync(string path) => await cache.Files.FindAsync(TestCache.At(path), CancellationToken.None) is not null;

    private Task<CachedFileWriter> OpenWriteAsync(string path, FileWriteMode mode) =>
        cache.Files.OpenWriteAsync(TestCache.At(path), mode, CancellationToken.None);

    private static async Task CommitAsync(CachedFileWriter writing, SoakVersion version, bool isAdded = false)
    {
        if (!isAdded) writing.SetLength(0);
        await writing.WriteAsync(Encoding.UTF8.GetBytes(version.Content));
        await writing.CommitAsync();
        version.Acknowledge();
    }

    private async Task<SoakVersion?> ReadAsync(string path) => record.Read(await cache.ReadAsync(path), $"{path} in engine {number}");

    private async Task ReadLogAsync(string path) => record.ReadLines(await cache.ReadAsync(path), $"{path} in engine {number}");

    /// <summary>What others change too may have changed or gone since one looked: the refusal of that is no failure, any other error is.</summary>
    private async Task MayBeRefusedAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (OfflineFilesException exception) when (exception is ItemNotFoundException || exception.GetType() == typeof(OfflineFilesException))
        {
            record.Count("refused");
        }
        catch (OfflineFilesBackendException exception) when (exception.IsTransient)
        {
            record.Count("to be tried again");
        }
    }
}
