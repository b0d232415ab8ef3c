namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// A backend that promises never to block the thread that calls it: what takes time runs elsewhere, and the tasks and streams that it returns are
/// waited for without a thread. It has no members; a backend implements it to make the promise.
/// </summary>
/// <remarks>
/// A query that can be cancelled or has a <see cref="QueryOptions.Timeout"/> calls other backends on a thread of the pool, once for each row, so
/// that it can end while the backend holds that thread. A backend that makes the promise is called on the thread of the caller, which is faster.
/// That a backend takes no notice of its token is no danger in either case. The promise is about the asynchronous members only.
/// </remarks>
#pragma warning disable CA1040 // The promise is all there is.
public interface INonBlockingBackend;
#pragma warning restore CA1040
