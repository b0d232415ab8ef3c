using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>What goes wrong with settings, where that differs from what goes wrong everywhere.</summary>
internal static class ConfigurationErrors
{
    public static Exception From(CimTransportException error, string operation, CimClassSchema schema, string? host) => error switch
    {
        { NativeCode: NativeCodes.WmiInvalidClass } or { NativeCode: null, Status: CimStatus.InvalidClass } => new OperationNotSupportedException(
            "Configuration", "CIM",
            $"The machine has no class {schema.Name}: it came with Windows 8 and Windows Server 2012, and with Offline Files. "
                + "Before, Group Policy sets what it holds."),
        { NativeCode: NativeCodes.AccessDenied or NativeCodes.WmiAccessDenied } or { NativeCode: null, Status: CimStatus.AccessDenied } => Make(
            operation, schema, host, error, "access was denied", "Run it as an administrator of the machine; reading needs an account that may use WMI there."),
        _ => CimErrors.From(error, operation, null, host),
    };

    public static OfflineFilesBackendException NoObject(CimClassSchema schema, string? host) => Make(
        "GetConfiguration", schema, host, null, "the provider delivered no object", "Check that Offline Files is part of this version of Windows.");

    private static OfflineFilesBackendException Make(
        string operation, CimClassSchema schema, string? host, CimTransportException? error, string what, string advice) =>
        new($"{operation} of {schema.Name}{(host is null ? "" : $" on {host}")} failed: {what}. {advice}", error)
        {
            NativeCode = error?.NativeCode,
            Operation = operation,
            Host = host,
        };
}
