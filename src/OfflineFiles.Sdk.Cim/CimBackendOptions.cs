using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim;

/// <summary>How a <see cref="CimBackend"/> reaches its machine. Immutable.</summary>
public sealed record CimBackendOptions
{
    /// <summary>The defaults.</summary>
    public static CimBackendOptions Default { get; } = new();

    /// <summary>The namespace of the Offline Files classes, with forward slashes.</summary>
    /// <value>Default: <c>root/cimv2</c>.</value>
    public string Namespace { get; init; } = "root/cimv2";

    /// <summary>How a remote machine is spoken to.</summary>
    /// <value>Default: <see cref="CimProtocol.WSMan"/>.</value>
    public CimProtocol Protocol { get; init; }

    /// <summary>
    /// When the machine cannot be reached by WS-Management, try DCOM. A machine that was reached and refused is not asked again. What worked
    /// is kept for the life of the backend.
    /// </summary>
    /// <value>Default: false.</value>
    public bool FallBackToDcom { get; init; }

    /// <summary>The port of WS-Management; null for the protocol's own, 5985 or 5986 with <see cref="UseHttps"/>. DCOM has none.</summary>
    /// <value>Default: null.</value>
    public int? Port { get; init; }

    /// <summary>WS-Management over https. Without it messages are encrypted too, by the authentication, and certificates play no part.</summary>
    /// <value>Default: false.</value>
    public bool UseHttps { get; init; }

    /// <summary>With <see cref="UseHttps"/>: the machine's certificate must come from an authority that is trusted here.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateAuthority { get; init; } = true;

    /// <summary>With <see cref="UseHttps"/>: the machine's certificate must be for the name it is reached by.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateName { get; init; } = true;

    /// <summary>With <see cref="UseHttps"/>: the machine's certificate must not have been revoked.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateRevocation { get; init; } = true;

    /// <summary>The proxy on the way, for WS-Management over https; null for none of our own choice.</summary>
    /// <value>Default: null.</value>
    public CimProxyOptions? Proxy { get; init; }

    /// <summary>The account to use on a remote machine; null for the account of the caller.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// Reading works with any account that may use WMI there. Synchronising and pinning also need that account's own credentials on the
    /// file server, which a remote session does not pass on by default.
    /// </remarks>
    public NetworkCredential? Credential { get; init; }

    /// <summary>
    /// How the account proves itself. Without <see cref="Credential"/>: <see cref="CimAuthentication.Default"/>,
    /// <see cref="CimAuthentication.Negotiate"/>, <see cref="CimAuthentication.Kerberos"/> or <see cref="CimAuthentication.NtlmDomain"/>.
    /// </summary>
    /// <value>Default: <see cref="CimAuthentication.Default"/>.</value>
    public CimAuthentication Authentication { get; init; }

    /// <summary>What the other machine may do in the name of the account. DCOM only.</summary>
    /// <value>Default: <see cref="CimImpersonation.Default"/>.</value>
    public CimImpersonation Impersonation { get; init; }

    /// <summary>
    /// Messages are encrypted. False is for finding faults: with WS-Management it is http in the clear, and the machine must allow it.
    /// </summary>
    /// <value>Default: true.</value>
    public bool PacketPrivacy { get; init; } = true;

    /// <summary>Messages are signed. DCOM only; <see cref="PacketPrivacy"/> includes it.</summary>
    /// <value>Default: true.</value>
    public bool PacketIntegrity { get; init; } = true;

    /// <summary>The culture in which the machine formats values; null for its own choice.</summary>
    /// <value>Default: null.</value>
    public CultureInfo? Culture { get; init; }

    /// <summary>The culture of the machine's messages; null for its own choice.</summary>
    /// <value>Default: null.</value>
    public CultureInfo? UICulture { get; init; }

    /// <summary>
    /// How long connecting may take: a session is made and, to a remote machine, tried. With <see cref="FallBackToDcom"/> each protocol has
    /// this long. <see cref="Timeout.InfiniteTimeSpan"/> waits forever.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many queries, look-ups and operations run at the same time; more wait for their turn. Neither reading nor operating takes all
    /// places, so that neither waits for the other, unless there is only one. A query keeps its place until it is read to the end or
    /// disposed. A subscription takes none.
    /// </summary>
    /// <value>Default: 16. Servers are known to refuse part of 32 that start at once (observed provider behaviour).</value>
    public int MaxConcurrentOperations { get; init; } = 16;

    /// <summary>What happens when a machine that was reached before is lost.</summary>
    /// <value>Default: <see cref="CimReconnectOptions.Default"/>.</value>
    public CimReconnectOptions Reconnect { get; init; } = CimReconnectOptions.Default;

    /// <summary>
    /// How long to wait for the answer to a look-up, and for each next row of a query. The provider goes through its whole cache
    /// for most queries, so the first row can take long. Connecting and waiting for a turn count; the time a caller takes over a row does not.
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits forever.
    /// </summary>
    /// <value>Default: 2 minutes.</value>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an operation may take as a whole. Synchronising a large share can take hours.</summary>
    /// <value>Default: <see cref="Timeout.InfiniteTimeSpan"/>, forever.</value>
    public TimeSpan OperationTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Which server answers.</summary>
    /// <value>Default: <see cref="CimDialect.Windows"/>.</value>
    public CimDialect Dialect { get; init; }

    /// <summary>What methods are called on.</summary>
    /// <value>Default: <see cref="CimMethodTarget.Class"/>.</value>
    public CimMethodTarget MethodTarget { get; init; }

    /// <summary>How changes are noticed.</summary>
    /// <value>Default: <see cref="CimChangeOptions.Default"/>.</value>
    public CimChangeOptions Changes { get; init; } = CimChangeOptions.Default;

    /// <summary>
    /// Try it on systems other than Windows too. Microsoft.Management.Infrastructure does not work there as published; this is for
    /// those who bring a repaired one.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowAnyPlatform { get; init; }

    /// <summary>The clock of deadlines and reports.</summary>
    /// <value>Default: the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Who is told of sessions made and lost, of repeated requests, of what a diagnosis found, and of how changes are noticed; null for nobody.
    /// Queries have a logger of their own, <see cref="QueryOptions.Logger"/>. It is called from any thread.
    /// </summary>
    /// <value>Default: null. The events are listed in <see cref="CimEventIds"/>.</value>
    public ILogger? Logger { get; init; }

    internal CimBackendOptions Check(CimTarget target)
    {
        var faults = new OptionFaults();
        faults.Require(!string.IsNullOrWhiteSpace(Namespace), nameof(Namespace), "is empty. Write root/cimv2.");
        faults.Require(Namespace?.IndexOf('\\') is not >= 0, nameof(Namespace),
            $"is {Namespace}; a namespace with backslashes is not found on all servers. Write {Namespace?.Replace('\\', '/')}.");
        faults.Defined(Dialect, nameof(Dialect));
        faults.Defined(MethodTarget, nameof(MethodTarget));
        faults.Require(Changes is not null, nameof(Changes), "is null. Leave it out or give options.");
        Changes?.Check(faults);
        faults.Wait(QueryTimeout, nameof(QueryTimeout));
        faults.Wait(OperationTimeout, nameof(OperationTimeout));
        faults.Require(TimeProvider is not null, nameof(TimeProvider), "is null. Leave it out or give a clock.");
        ConnectChecks.Add(this, target, faults);
        faults.Throw();
        return this;
    }
}
