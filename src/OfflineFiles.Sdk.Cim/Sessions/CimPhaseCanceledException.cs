namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A call was cancelled in a phase: a time limit above tells what the time went into.</summary>
internal sealed class CimPhaseCanceledException(CimTimeoutPhase phase, Exception innerException, CancellationToken cancellationToken)
    : OperationCanceledException(innerException.Message, innerException, cancellationToken)
{
    public CimTimeoutPhase Phase { get; } = phase;
}
