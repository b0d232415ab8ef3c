using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Something between the caller and the Offline Files of a machine is missing. What it is, is the type of the error.</summary>
/// <remarks>
/// Failures of the provider itself that none of these types names are plain <see cref="OfflineFilesBackendException"/>s. The native code
/// is on all of them, where there is one.
/// </remarks>
public abstract class CimBackendException : OfflineFilesBackendException
{
    private protected CimBackendException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private protected CimBackendException(CimFault fault)
        : base(fault.Message, fault.Cause)
    {
        NativeCode = fault.Code;
        Operation = fault.Operation;
        Host = fault.Host;
        Path = fault.Path;
        IsTransient = fault.Meaning.IsTransient;
    }
}
