using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// A backend as one run of a query sees it: whatever the backend does, a call ends when the run does. A call that the backend does not end is
/// left behind; what it holds is released when it returns, and what it says then is heard by nobody. Does not own the backend.
/// </summary>
internal sealed class HeldBackend(ICacheBackend backend, RunScope scope) : CacheBackend
{
    public static HeldBackend Of(ICacheBackend backend, RunScope scope) => new(backend, scope);

    public override BackendDescription Description => backend.Description;

    public override BackendCapabilities Capabilities => backend.Capabilities;

    public override PushdownProfile Pushdown => backend.Pushdown;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) =>
        new HeldRows<OfflineFilesItem>(token => backend.QueryItemsAsync(query, token), scope);

    /// <summary>The rows of a query that the backend orders.</summary>
    public IAsyncEnumerable<OfflineFilesItem> QueryOrderedItemsAsync(BackendRequest.Query query) => new HeldRows<OfflineFilesItem>(
        token => ((IOrderedQueryBackend)backend).QueryOrderedItemsAsync(query.Wql, query.Order, query.First, token), scope);

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        HeldCall.RunAsync(token => Taken(backend.FindItemAsync(path, token)), scope);

    public override async Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
        await HeldCall.RunAsync(token => Taken(new ValueTask<OfflineFilesCacheState>(backend.GetStateAsync(token))), scope).ConfigureAwait(false);

    public override ValueTask DisposeAsync() => default;

    protected internal override IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) =>
        (backend as CacheBackend)?.QueryServerAsync(query, scope.Token) is { } rows ? new HeldRows<WqlRow>(_ => rows, scope) : null;

    protected override string WhyNotSupported(BackendCapabilities capability) =>
        (backend as CacheBackend)?.Refusal(capability).Reason ?? base.WhyNotSupported(capability);

    private ValueTask<T> Taken<T>(ValueTask<T> call)
    {
        scope.BackendHasIt();
        return call;
    }
}

/// <summary>One call of a backend that yields one value.</summary>
internal static class HeldCall
{
    public static async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, RunScope scope)
    {
        scope.Check();
        try
        {
            var token = scope.Token;
            if (!scope.LeavesThread)
            {
                var here = call(token);
                if (here.IsCompleted) return await here.ConfigureAwait(false);
                return await WaitAsync(here.AsTask(), scope).ConfigureAwait(false);
            }

            return await WaitAsync(Task.Run(() => call(token).AsTask(), CancellationToken.None), scope).ConfigureAwait(false);
        }
        catch (Exception error) when (scope.IsEnd(error))
        {
            throw scope.End(error);
        }
    }

    /// <summary>The result of a call, unless the run ends first; its error then counts as seen.</summary>
    public static async Task<T> WaitAsync<T>(Task<T> call, RunScope scope)
    {
        await scope.WaitAsync(call).ConfigureAwait(false);
        if (call.IsCompleted) return await call.ConfigureAwait(false);
        Forget(call);
        throw scope.End(cause: null);
    }

    /// <summary>Sees to it that an error to come is nobody's.</summary>
    public static void Forget(Task call) =>
        _ = call.ContinueWith(
            static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
