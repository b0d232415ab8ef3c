using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>What happens to one backend, told to the logger of its options.</summary>
internal sealed class CimLog(ILogger? logger, BackendDescription backend)
{
    /// <summary>Tells nobody.</summary>
    public static CimLog None { get; } = new(null, CimBackend.Describe(null));

    /// <summary>For those who log by themselves.</summary>
    public ILogger Logger { get; } = logger ?? NullLogger.Instance;

    /// <summary>A session was made; there was none before it when no attempt failed.</summary>
    public void SessionMade(bool isFirst, int attempt)
    {
        if (isFirst) CimLogTexts.SessionMade(Logger, backend);
        else CimLogTexts.SessionRemade(Logger, backend, attempt);
    }

    public void SessionFailed(Exception error, int attempt) => CimLogTexts.SessionFailed(Logger, error, backend, attempt);

    public void SessionLost(Exception error) => CimLogTexts.SessionLost(Logger, error, backend);

    public void FellBackToDcom(Exception error) => CimLogTexts.FellBackToDcom(Logger, error, backend);

    public void RequestRepeated(Exception error, string request, int repetition) =>
        CimLogTexts.RequestRepeated(Logger, error, backend, request, repetition);

    public void ServiceDiagnosed(OfflineFilesServiceState state) => CimLogTexts.ServiceDiagnosed(Logger, backend, state);

    public void ChangeSourceChosen(CimChangeSource source) => CimLogTexts.ChangeSourceChosen(Logger, backend, source);

    public void ChangeSourceRefused(Exception error) => CimLogTexts.ChangeSourceRefused(Logger, error, backend);

    public void ChangesLost(Exception? error) => CimLogTexts.ChangesLost(Logger, error, backend);

    public void ChangesHealed() => CimLogTexts.ChangesHealed(Logger, backend);
}
