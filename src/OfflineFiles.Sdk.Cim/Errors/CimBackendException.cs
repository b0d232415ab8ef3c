using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The base class of the exceptions that are thrown if something between the caller and the Offline Files of a machine is missing. The type of the
/// exception tells what is missing.
/// </summary>
/// <remarks>
/// Other failures of the provider are thrown as <see cref="OfflineFilesBackendException"/> itself. The native code, if there is one, is in
/// <see cref="OfflineFilesBackendException.NativeCode"/> in both cases.
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
