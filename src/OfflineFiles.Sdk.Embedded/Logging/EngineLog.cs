using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Embedded.Logging;

/// <summary>What goes to <see cref="EmbeddedBackendOptions.Logger"/>. The ids from 1300 to 1399 are the embedded backend's.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1300, LogLevel.Warning, "The content of the cache was moved to {Folder}, since {Reason}: {Count} versions. The cache begins anew.")]
    public static partial void Rescued(ILogger logger, string folder, string reason, int count);

    [LoggerMessage(1301, LogLevel.Error, "The database of the cache in {Directory} is set aside.")]
    public static partial void SetAside(ILogger logger, Exception exception, string directory);

    [LoggerMessage(1302, LogLevel.Error, "The cache database did not pass its check: {Reason}. Reading goes on; nothing is written or deleted.")]
    public static partial void CheckFailed(ILogger logger, string reason);

    [LoggerMessage(1303, LogLevel.Warning, "The disk of the cache in {Directory} is full. The cache can be read and not written.")]
    public static partial void DiskFull(ILogger logger, Exception exception, string directory);

    [LoggerMessage(1304, LogLevel.Error, "A change of the cache was saved, and could not be told.")]
    public static partial void ChangeNotTold(ILogger logger, Exception exception);

    [LoggerMessage(1305, LogLevel.Warning, "{Part} of the cache was open to other accounts; it is open to this one only now.")]
    public static partial void Narrowed(ILogger logger, string part);

    [LoggerMessage(1306, LogLevel.Warning, "{Part} of the cache is open to other accounts, and its file system keeps no permissions.")]
    public static partial void NotNarrowed(ILogger logger, string part);

    [LoggerMessage(1307, LogLevel.Warning, "The state of {Share} could not be brought up to date when the cache was opened.")]
    public static partial void ShareNotLookedAt(ILogger logger, Exception exception, UncPath share);

    [LoggerMessage(1308, LogLevel.Debug, "{What} stays in the cache directory until the cache is opened again.")]
    public static partial void GarbageStays(ILogger logger, Exception exception, string what);
}
