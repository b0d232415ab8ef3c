using System.Collections.Concurrent;
using System.Globalization;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Lets no call to a share hang: each is made on a thread of the share's own, and given up when it has not got on for a time. From then on calls fail at
/// once, until a check of the root is answered; what a call that was given up brings after all is thrown away.
/// </summary>
/// <remarks>
/// A thread that hangs in the system cannot be ended. Checks are made only while fewer than four hang, so there are never many of them.
/// </remarks>
internal sealed class ShareGate(IShare share, TimeSpan timeout, TimeProvider time) : IShare
{
    private const int MostThreads = 8;
    private const int MostHung = 4;

    private readonly ShareThreads _threads = new($"Share {share.Root}", MostThreads);
    private readonly ConcurrentDictionary<uint, bool> _givenUp = new();
    private volatile bool _isClosed;
    private int _hung;
    private int _checks;

    public UncPath Root => share.Root;

    public string Display => share.Display;

    public FileAttributes SupportedAttributes => share.SupportedAttributes;

    public ShareTraits Traits
    {
        get => share.Traits;
        set => share.Traits = value;
    }

    public Task<ShareTraits> ProbeAsync(CancellationToken cancellationToken) => CallAsync(share.ProbeAsync, cancellationToken);

    public Task<Int128?> ClockAsync(CancellationToken cancellationToken) => CallAsync(share.ClockAsync, cancellationToken);

    public Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken) => CheckAsync(share.CheckAsync, cancellationToken);

    public Task<ShareIdentity> EstablishAsync(CancellationToken cancellationToken) => CheckAsync(share.EstablishAsync, cancellationToken);

    public Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken) =>
        CallAsync(token => share.StatAsync(path, token), cancellationToken);

    public Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken) =>
        CallAsync(token => share.ListAsync(directory, token), cancellationToken);

    public Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken) => CallAsync(
        token => GatedReading.OpenAsync(this, share, path, token), cancellationToken, late: reading => Start(() => reading.DisposeAsync().AsTask()));

    public Task<IReadOnlyList<Task<ShareReading>>> OpenReadAsync(IReadOnlyList<SharePath> paths, CancellationToken cancellationToken) => CallAsync(
        token => ShareReading.OpenAllAsync(paths, path => GatedReading.OpenAsync(this, share, path, token)),
        cancellationToken,
        late: readings => Start(() => ShareReading.DisposeAllAsync(readings)));

    public IAsyncDisposable BeginWalk() => new GatedWalk(this, share.BeginWalk());

    public Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, IShareOperation operation, CancellationToken cancellationToken) =>
        ChangeAsync(operation, token => share.WriteFileAsync(path, content, expected, metadata, operation, token), cancellationToken);

    public Task DeleteFileAsync(SharePath path, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) =>
        ChangeAsync(operation, token => Nothing(share.DeleteFileAsync(path, expected, operation, token)), cancellationToken);

    public Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken) =>
        CallAsync(token => share.CreateDirectoryAsync(path, metadata, token), cancellationToken);

    public Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken) =>
        CallAsync(token => Nothing(share.RemoveDirectoryAsync(path, expected, token)), cancellationToken);

    public Task<ShareToken> MoveAsync(SharePath from, SharePath to, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) =>
        ChangeAsync(operation, token => share.MoveAsync(from, to, expected, operation, token), cancellationToken);

    public Task<ShareToken> SetMetadataAsync(SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken) =>
        CallAsync(token => share.SetMetadataAsync(path, metadata, expected, token), cancellationToken);

    public Task<ShareRecovery> RecoverAsync(SharePath path, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken) =>
        ChangeAsync(operation, token => share.RecoverAsync(path, change, operation, token), cancellationToken);

    public Task<ShareRecovery> RecoverMoveAsync(
        SharePath from, SharePath to, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken) =>
        ChangeAsync(operation, token => share.RecoverMoveAsync(from, to, change, operation, token), cancellationToken);

    public IReadOnlyList<(SharePath Directory, uint Number)> TakeLeftovers() => share.TakeLeftovers();

    public Task DiscardAsync(SharePath directory, uint number, CancellationToken cancellationToken) =>
        CallAsync(token => Nothing(share.DiscardAsync(directory, number, token)), cancellationToken);

    /// <summary>Makes a call that may hang.</summary>
    /// <param name="call">The call. Its token is cancelled when it is given up, too.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <param name="late">Throws away what comes after the call was given up.</param>
    /// <param name="number">The operation that nobody else may touch while the call hangs.</param>
    /// <exception cref="ShareUnavailableException">The share does not answer.</exception>
    internal async Task<T> CallAsync<T>(
        Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, Action<T>? late = null, uint? number = null)
    {
        if (_isClosed) throw Unavailable("it does not answer, and an earlier call to it was given up");
        return await WatchAsync(call, late, number, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts what nobody waits for.</summary>
    internal Task Start(Func<Task> call) => Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _threads).Unwrap();

    /// <summary>Closes what is open on the share. Closing hangs as well, perhaps; then nobody waits for it.</summary>
    internal async Task CloseAsync(IAsyncDisposable open)
    {
        try
        {
            await CallAsync(_ => Nothing(open.DisposeAsync().AsTask()), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            // A handle is closed once, however often it is asked for.
            _ = Start(() => open.DisposeAsync().AsTask());
        }
    }

    private static async Task<bool> Nothing(Task task)
    {
        await task.ConfigureAwait(true);
        return true;
    }

    private Task<T> ChangeAsync<T>(IShareOperation operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        if (_givenUp.ContainsKey(operation.Number)) throw Unavailable("a change of the same item was given up and has not come to its end");
        return CallAsync(call, cancellationToken, number: operation.Number);
    }

    /// <summary>The one call that finds out whether a share that did not answer answers again; one at a time.</summary>
    private async Task<ShareIdentity> CheckAsync(Func<CancellationToken, Task<ShareIdentity>> check, CancellationToken cancellationToken)
    {
        if (!_isClosed) return await WatchAsync(check, late: null, number: null, cancellationToken).ConfigureAwait(false);
        if (Volatile.Read(ref _hung) >= MostHung || Interlocked.Exchange(ref _checks, 1) != 0) throw Unavailable("it does not answer");
        try
        {
            var identity = await WatchAsync(check, late: null, number: null, cancellationToken).ConfigureAwait(false);
            _isClosed = false;
            return identity;
        }
        finally
        {
            Volatile.Write(ref _checks, 0);
        }
    }

    private async Task<T> WatchAsync<T>(Func<CancellationToken, Task<T>> call, Action<T>? late, uint? number, CancellationToken cancellationToken)
    {
        var watch = new ShareWatch(timeout, time);
        ShareProgress.Hear(watch.Made);
        var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Factory.StartNew(() => call(giveUp.Token), giveUp.Token, TaskCreationOptions.DenyChildAttach, _threads).Unwrap();
        if (!await watch.SeesEndOfAsync(work).ConfigureAwait(false))
        {
            GiveUp(work, giveUp, late, number);
            throw Unavailable(string.Create(CultureInfo.InvariantCulture, $"it has not answered for {timeout.TotalSeconds} seconds"));
        }

        using (giveUp)
        {
            try
            {
                return await work.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    private void GiveUp<T>(Task<T> work, CancellationTokenSource giveUp, Action<T>? late, uint? number)
    {
        _isClosed = true;
        Interlocked.Increment(ref _hung);
        if (number is { } operation) _givenUp[operation] = true;
        // One that has not begun never will; one that goes on ends at its next step.
        giveUp.Cancel();
        _ = EndAsync();

        async Task EndAsync()
        {
            // Nobody is left to hear of an error.
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            giveUp.Dispose();
            if (number is { } ended) _givenUp.TryRemove(ended, out _);
            Interlocked.Decrement(ref _hung);
            if (work.IsCompletedSuccessfully) late?.Invoke(await work.ConfigureAwait(false));
        }
    }

    private ShareUnavailableException Unavailable(string reason) => new(Root, reason);

    private sealed class GatedWalk(ShareGate gate, IAsyncDisposable walk) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await gate.CloseAsync(walk).ConfigureAwait(false);
    }
}
