using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The exception that is thrown if the Offline Files service of the machine is stopped or disabled.</summary>
/// <remarks>
/// Only the state of the cache can be read then, and only Enable be called. The provider itself reports only that it cannot answer
/// (<see cref="NativeCodes.WmiProviderNotCapable"/>); the library finds out the reason afterwards, as far as the account may see it.
/// </remarks>
public sealed class OfflineFilesServiceException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesServiceException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesServiceException(CimFault fault)
        : base(fault) => State = fault.Service;

    /// <summary>
    /// The state of the service: <see cref="OfflineFilesServiceState.Stopped"/>, <see cref="OfflineFilesServiceState.Disabled"/>,
    /// <see cref="OfflineFilesServiceState.Running"/> if it was running again a moment later, or <see cref="OfflineFilesServiceState.Unknown"/>.
    /// </summary>
    public OfflineFilesServiceState State { get; init; }
}
