using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>The failed calls of the provider and of WMI around it (observed provider behaviour; Microsoft Learn: WMI Error Constants).</summary>
internal static class ProviderErrors
{
    public static CimTransportException NotFound() => Make(CimStatus.NotFound, NativeCodes.WmiNotFound, "Not found");

    public static CimTransportException ServiceStopped() => Make(CimStatus.Failed, NativeCodes.WmiProviderNotCapable, "Provider is not capable of the attempted operation");

    public static CimTransportException AccessDenied() => Make(CimStatus.AccessDenied, NativeCodes.WmiAccessDenied, "Access denied");

    public static CimTransportException InvalidClass() => Make(CimStatus.InvalidClass, NativeCodes.WmiInvalidClass, "Invalid class");

    public static CimTransportException InvalidQuery(Exception cause) => Make(CimStatus.InvalidQuery, NativeCodes.WmiInvalidQuery, "Invalid query", cause);

    public static CimTransportException InvalidParameter() => Make(CimStatus.InvalidParameter, NativeCodes.WmiInvalidParameter, "Invalid parameter");

    public static CimTransportException NoSuchMethod() => Make(CimStatus.NotSupported, NativeCodes.WmiNotSupported, "Not supported");

    public static CimTransportException Failed(int code) => Make(CimStatus.Failed, code, "Generic failure");

    public static CimTransportException NoSuchParameter(string name) => new(CimStatus.NoSuchProperty, $"The method has no parameter {name}.");

    public static CimTransportException WrongType(string name) => new(CimStatus.TypeMismatch, $"The parameter {name} is of another type.");

    private static CimTransportException Make(CimStatus status, int code, string message, Exception? cause = null) =>
        new(status, message, cause) { NativeCode = code };
}
