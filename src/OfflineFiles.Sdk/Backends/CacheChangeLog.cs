using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Backends;

/// <summary>What is logged of changes.</summary>
internal static partial class CacheChangeLog
{
    // Not of a query, so it is not among the public numbers: a backend logs it.
    private const int SubscriberFailedId = 1100;

    [LoggerMessage(SubscriberFailedId, LogLevel.Error, "A subscriber to the changes of the cache threw and was dropped.", EventName = nameof(SubscriberFailed))]
    public static partial void SubscriberFailed(ILogger logger, Exception error);
}
