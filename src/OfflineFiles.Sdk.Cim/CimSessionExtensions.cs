using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Options;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Extends the CIM sessions of programs that have their own.</summary>
public static class CimSessionExtensions
{
    /// <summary>Opens the cache of the machine that a session is connected to, over that session.</summary>
    /// <param name="session">
    /// The session. The backend never disposes it; the caller must keep it open as long as the backend is used.
    /// </param>
    /// <param name="options">
    /// The options; null for the defaults. Options that say how to connect, such as <see cref="CimBackendOptions.Protocol"/>,
    /// <see cref="CimBackendOptions.Credential"/> and <see cref="CimBackendOptions.ConnectTimeout"/>, must have their defaults, because the session
    /// exists already.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> is null.</exception>
    /// <exception cref="InvalidOptionsException">Options make no sense, or say how to connect.</exception>
    /// <exception cref="CimPlatformException">This system is not Windows.</exception>
    public static CimBackend ToOfflineFilesBackend(this CimSession session, CimBackendOptions? options = null)
    {
        session = session ?? throw new ArgumentNullException(nameof(session));
        options = CimBackendOptionsValidator.Validate(options ?? CimBackendOptions.Default, CimTarget.GivenSession);
        CimBackend.CheckPlatform(options);
        var transport = new MmiTransport(session, options.Namespace, leaveOpen: true, new AnswerLimits(options));
        return new CimBackend(transport, options, session.ComputerName);
    }
}
