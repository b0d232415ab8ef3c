using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown on systems other than Windows, because Microsoft.Management.Infrastructure works on Windows only. No machine was
/// contacted.
/// </summary>
/// <remarks>
/// Use the embedded backend, or run on Windows; the machine of the cache must run Windows too. See also
/// <see cref="CimBackendOptions.AllowAnyPlatform"/>.
/// </remarks>
public sealed class CimPlatformException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimPlatformException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
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
