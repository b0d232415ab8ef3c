using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>This system is not Windows, and Microsoft.Management.Infrastructure works on Windows only. Nothing was contacted.</summary>
/// <remarks>
/// Use the embedded backend here, or run on Windows; the machine that is asked has to be Windows too. See <see
/// cref="CimBackendOptions.AllowAnyPlatform"/>.
/// </remarks>
public sealed class CimPlatformException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimPlatformException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimPlatformException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimPlatformException(CimFault fault)
        : base(fault)
    {
    }
}
