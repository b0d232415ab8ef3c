using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;

namespace OfflineFiles.Sdk.Cim;

/// <summary>For programs that have CIM sessions of their own.</summary>
public static class CimSessionExtensions
{
    /// <summary>The cache of the machine that a session leads to, over that session.</summary>
    /// <param name="session">
    /// The session. It stays the caller's: the backend never disposes it, and it has to live as long as the backend is used.
    /// </param>
    /// <param name="options">
    /// Everything but how to connect: the session is there, so <see cref="CimBackendOptions.Protocol"/>, <see cref="CimBackendOptions.Credential"/>,
    /// <see cref="CimBackendOptions.ConnectTimeout"/> and their like are refused. Null for the defaults.
    /// </param>
    /// <exception cref="ArgumentNullException">There is no session.</exception>
    /// <exception cref="InvalidOptionsException">Options make no sense, or say how to connect.</exception>
    /// <exception cref="CimPlatformException">This is not Windows.</exception>
    public static CimBackend ToOfflineFilesBackend(this CimSession session, CimBackendOptions? options = null)
    {
        session = session ?? throw new ArgumentNullException(nameof(session));
        options = (options ?? CimBackendOptions.Default).Check(CimTarget.GivenSession);
        CimBackend.CheckPlatform(options);
        return new CimBackend(new MmiTransport(session, options.Namespace, leaveOpen: true), options, session.ComputerName);
    }
}
