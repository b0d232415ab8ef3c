using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>
/// A backend that takes its time: so much to take up a query, and so much for each row. It runs on the thread of its caller, so that the clock is
/// not put forward before the caller waits.
/// </summary>
internal sealed class SlowBackend(FakeTimeProvider time, TimeSpan connect, params TimeSpan[] rows) : CacheBackend, ISynchronousQueryBackend, INonBlockingBackend
{
    private readonly SemaphoreSlim _waits = new(0);
    private readonly Queue<TimeSpan> _pauses = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override BackendDescription Description { get; } = new("Slow", "far away");

    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    /// <summary>If set, a stream takes no notice of its token, and goes on only when this is completed.</summary>
    public Task? Deaf { get; init; }

    /// <summary>What a deaf stream throws when it goes on.</summary>
    public Exception? Error { get; init; }

    /// <summary>Completes when a stream is disposed.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Lets the time go by that the backend takes, until a query is done.</summary>
    public async Task<T> DriveAsync<T>(Task<T> query)
    {
        while (await Task.WhenAny(query, _waits.WaitAsync()) != query) time.Advance(_pauses.Dequeue());
        return await query;
    }

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        time.Advance(connect);
        return StreamAsync(cancellationToken);
    }

    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        await PauseAsync(rows[0], cancellationToken);
        return new OfflineFilesItem(path.ToString());
    }

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        try
        {
            foreach (var pause in rows)
            {
                time.Advance(pause);
                yield return new OfflineFilesItem(@"\\srv\share\a.txt");
            }
        }
        finally
        {
            _closed.SetResult();
        }
    }

    public OfflineFilesItem? FindItem(UncPath path) => null;

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override ValueTask DisposeAsync() => default;

    private async IAsyncEnumerable<OfflineFilesItem> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            foreach (var pause in rows)
            {
                await PauseAsync(pause, Deaf is null ? cancellationToken : CancellationToken.None);
                await (Deaf ?? Task.CompletedTask);
                if (Error is not null) throw Error;
                yield return new OfflineFilesItem(@"\\srv\share\a.txt");
            }
        }
        finally
        {
            _closed.SetResult();
        }
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var delay = Task.Delay(pause, time, cancellationToken);
        _pauses.Enqueue(pause);
        _waits.Release();
        return delay;
    }
}
