using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OfflineFiles.Sdk.Cim.Logging;

/// <summary>What happens to one backend, told to the logger of its options.</summary>
internal sealed class CimLog(ILogger? logger, BackendDescription backend)
{
    /// <summary>The logger itself, for the change hub.</summary>
    public ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>A session was opened: the first one, or one after a loss.</summary>
    public void SessionMade(bool isFirst, int attempt)
    {
        if (isFirst) CimLogTexts.SessionMade(Logger, backend);
        else CimLogTexts.SessionRemade(Logger, backend, attempt);
    }

    public void SessionFailed(Exception error, int attempt) => CimLogTexts.SessionFailed(Logger, error, backend, attempt);

    public void SessionLost(Exception error) => CimLogTexts.SessionLost(Logger, error, backend);

    public void FellBackToDcom(Exception error) => CimLogTexts.FellBackToDcom(Logger, error, backend);

    public void RequestRepeated(Exception error, string request, int repetition) =>
        CimLogTexts.RequestRepeated(Logger, error, backend, ReadableText.Of(request), repetition);

    public void ServiceDiagnosed(OfflineFilesServiceState state) => CimLogTexts.ServiceDiagnosed(Logger, backend, state);

    public void ChangeSourceChosen(CimChangeSource source) => CimLogTexts.ChangeSourceChosen(Logger, backend, source);

    public void ChangeSourceRefused(Exception error) => CimLogTexts.ChangeSourceRefused(Logger, error, backend);

    public void ChangesLost(Exception? error) => CimLogTexts.ChangesLost(Logger, error, backend);

    public void ChangesHealed() => CimLogTexts.ChangesHealed(Logger, backend);
}

/// <summary>All that the CIM backend logs.</summary>
internal static partial class CimLogTexts
{
    [LoggerMessage(CimEventIds.SessionMade, LogLevel.Debug, "{Backend}: a session was made.", EventName = nameof(CimEventIds.SessionMade))]
    public static partial void SessionMade(ILogger logger, BackendDescription backend);

    [LoggerMessage(
        CimEventIds.SessionLost,
        LogLevel.Warning,
        "{Backend}: the session was lost. The next call makes another.",
        EventName = nameof(CimEventIds.SessionLost))]
    public static partial void SessionLost(ILogger logger, Exception error, BackendDescription backend);

    [LoggerMessage(
        CimEventIds.SessionRemade,
        LogLevel.Information,
        "{Backend}: a session was made again, at attempt {Attempt}.",
        EventName = nameof(CimEventIds.SessionRemade))]
    public static partial void SessionRemade(ILogger logger, BackendDescription backend, int attempt);

    [LoggerMessage(
        CimEventIds.SessionFailed,
        LogLevel.Warning,
        "{Backend}: no session came about, at attempt {Attempt}.",
        EventName = nameof(CimEventIds.SessionFailed))]
    public static partial void SessionFailed(ILogger logger, Exception error, BackendDescription backend, int attempt);

    [LoggerMessage(
        CimEventIds.FellBackToDcom,
        LogLevel.Warning,
        "{Backend}: not reached by WS-Management, so DCOM is tried.",
        EventName = nameof(CimEventIds.FellBackToDcom))]
    public static partial void FellBackToDcom(ILogger logger, Exception error, BackendDescription backend);

    [LoggerMessage(
        CimEventIds.RequestRepeated,
        LogLevel.Information,
        "{Backend}: {Request} is sent again after a loss, repetition {Repetition}.",
        EventName = nameof(CimEventIds.RequestRepeated))]
    public static partial void RequestRepeated(ILogger logger, Exception error, BackendDescription backend, string request, int repetition);

    [LoggerMessage(
        CimEventIds.ServiceDiagnosed,
        LogLevel.Warning,
        "{Backend}: Offline Files did not answer. Its service: {State}.",
        EventName = nameof(CimEventIds.ServiceDiagnosed))]
    public static partial void ServiceDiagnosed(ILogger logger, BackendDescription backend, OfflineFilesServiceState state);

    [LoggerMessage(
        CimEventIds.ChangeSourceChosen,
        LogLevel.Information,
        "{Backend}: changes are noticed by {Source}.",
        EventName = nameof(CimEventIds.ChangeSourceChosen))]
    public static partial void ChangeSourceChosen(ILogger logger, BackendDescription backend, CimChangeSource source);

    [LoggerMessage(
        CimEventIds.ChangeSourceRefused,
        LogLevel.Information,
        "{Backend}: the machine refuses subscriptions, so another source of changes is used.",
        EventName = nameof(CimEventIds.ChangeSourceRefused))]
    public static partial void ChangeSourceRefused(ILogger logger, Exception error, BackendDescription backend);

    [LoggerMessage(
        CimEventIds.ChangesLost,
        LogLevel.Warning,
        "{Backend}: changes are not noticed at the moment. It is tried again.",
        EventName = nameof(CimEventIds.ChangesLost))]
    public static partial void ChangesLost(ILogger logger, Exception? error, BackendDescription backend);

    [LoggerMessage(
        CimEventIds.ChangesHealed,
        LogLevel.Information,
        "{Backend}: changes are noticed again.",
        EventName = nameof(CimEventIds.ChangesHealed))]
    public static partial void ChangesHealed(ILogger logger, BackendDescription backend);
}
