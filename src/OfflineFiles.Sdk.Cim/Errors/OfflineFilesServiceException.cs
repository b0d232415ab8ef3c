using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The Offline Files service of the machine is stopped or disabled. Only the state of the cache and Enable work then.</summary>
/// <remarks>
/// The provider tells no more than that it cannot answer (<see cref="NativeCodes.WmiProviderNotCapable"/>). Why, is asked for afterwards,
/// as far as the account may see it.
/// </remarks>
public sealed class OfflineFilesServiceException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesServiceException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesServiceException(CimFault fault)
        : base(fault) => State = fault.Service;

    /// <summary>
    /// <see cref="OfflineFilesServiceState.Stopped"/> or <see cref="OfflineFilesServiceState.Disabled"/>;
    /// <see cref="OfflineFilesServiceState.Running"/> when it ran again a moment later; <see cref="OfflineFilesServiceState.Unknown"/> when
    /// it could not be found out.
    /// </summary>
    public OfflineFilesServiceState State { get; init; }
}
