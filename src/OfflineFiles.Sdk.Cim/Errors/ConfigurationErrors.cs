using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>What goes wrong with settings, where that differs from what goes wrong everywhere.</summary>
internal static class ConfigurationErrors
{
    public static OfflineFilesException From(CimTransportException error, string operation, CimClassSchema schema, string? host)
    {
        if (error.Is(CimStatus.InvalidClass, NativeCodes.WmiInvalidClass)) return NoClass(schema, host);
        if (!IsDenied(error)) return CimErrors.From(error, operation, null, host);
        var denied = new CimMeaning(
            CimFaultKind.AccessDenied, "access was denied",
            "Run it as an administrator of the machine; reading needs an account that may use WMI there.");
        return (Fault(operation, schema, host, denied) with { Code = error.NativeCode, Cause = error }).ToException();
    }

    public static OfflineFilesException NoObject(CimClassSchema schema, string? host) => Fault(
        "GetConfiguration", schema, host,
        new CimMeaning(
            CimFaultKind.Other, "the provider delivered no object", "Check that Offline Files is part of this version of Windows.")).ToException();

    // A logon that failed, a machine that is not trusted: those have words of their own.
    private static bool IsDenied(CimTransportException error) =>
        error.Is(CimStatus.AccessDenied, NativeCodes.WmiAccessDenied) || error.NativeCode == NativeCodes.AccessDenied;

    private static OfflineFilesException NoClass(CimClassSchema schema, string? host) => Fault(
        "Configuration", schema, host,
        new CimMeaning(
            CimFaultKind.NotSupported,
            $"the machine has no class {schema.Name}: it came with Windows 8 and Windows Server 2012, and with Offline Files",
            "Before, Group Policy sets what it holds.")).ToException();

    private static CimFault Fault(string operation, CimClassSchema schema, string? host, CimMeaning meaning) =>
        new(operation, null, host, meaning) { About = schema.Name };
}
