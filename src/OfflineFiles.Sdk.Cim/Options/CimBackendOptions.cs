using System.Globalization;
using System.Runtime.Serialization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Says how a <see cref="CimBackend"/> connects to its machine, how long it waits, and how it notices changes.</summary>
/// <remarks>
/// The options are checked and copied when a backend is opened: a later change has no effect. An <see cref="InvalidOptionsException"/> tells all
/// faults at once.
/// </remarks>
public sealed record CimBackendOptions
{
    /// <summary>The default options.</summary>
    public static CimBackendOptions Default { get; } = new();

    /// <summary>The namespace of the Offline Files classes, with forward slashes.</summary>
    /// <value>Default: <c>root/cimv2</c>.</value>
    public string Namespace { get; set => field = Own(value); } = "root/cimv2";

    /// <summary>The protocol to a remote machine.</summary>
    /// <value>Default: <see cref="CimProtocol.WSMan"/>.</value>
    public CimProtocol Protocol { get; set => field = Own(value); }

    /// <summary>True to try DCOM if the machine cannot be reached by WS-Management.</summary>
    /// <value>Default: false.</value>
    /// <remarks>
    /// A machine that was reached and refused the connection is not tried by DCOM. The protocol that worked is kept as long as the backend is used.
    /// </remarks>
    public bool FallBackToDcom { get; set => field = Own(value); }

    /// <summary>The port of WS-Management, from 1 to 65535; null for 5985, or 5986 with <see cref="UseHttps"/>. DCOM takes no port.</summary>
    /// <value>Default: null.</value>
    public int? Port { get; set => field = Own(value); }

    /// <summary>True to use WS-Management over https.</summary>
    /// <value>Default: false. The authentication then encrypts the messages, and certificates are not used.</value>
    public bool UseHttps { get; set => field = Own(value); }

    /// <summary>True if the certificate of the machine must come from an authority that this machine trusts. Needs <see cref="UseHttps"/>.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateAuthority { get; set => field = Own(value); } = true;

    /// <summary>True if the certificate of the machine must name the machine as the caller does. Needs <see cref="UseHttps"/>.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateName { get; set => field = Own(value); } = true;

    /// <summary>True if the certificate of the machine must not be revoked. Needs <see cref="UseHttps"/>.</summary>
    /// <value>Default: true.</value>
    public bool CheckCertificateRevocation { get; set => field = Own(value); } = true;

    /// <summary>The proxy to the machine, for WS-Management over https; null to leave the choice to Windows.</summary>
    /// <value>Default: null.</value>
    public CimProxyOptions? Proxy { get; set => field = Own(value); }

    /// <summary>The account on a remote machine; null for the account of the caller.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// Any account that may use WMI on the machine can read. To synchronize and to pin, the machine also needs the credentials of the account
    /// for the file server, and a remote session does not pass them on by default.
    /// </remarks>
    public CimAccount? Credential { get; set => field = Own(value); }

    /// <summary>
    /// The authentication of the account. Without a <see cref="Credential"/> it can be <see cref="CimAuthentication.Default"/>,
    /// <see cref="CimAuthentication.Negotiate"/>, <see cref="CimAuthentication.Kerberos"/> or <see cref="CimAuthentication.NtlmDomain"/>.
    /// </summary>
    /// <value>Default: <see cref="CimAuthentication.Default"/>.</value>
    public CimAuthentication Authentication { get; set => field = Own(value); }

    /// <summary>What the remote machine may do in the name of the account. DCOM only.</summary>
    /// <value>Default: <see cref="CimImpersonation.Default"/>.</value>
    public CimImpersonation Impersonation { get; set => field = Own(value); }

    /// <summary>
    /// True to encrypt the messages. False is for troubleshooting: WS-Management then sends plain text over http, and the machine must allow it.
    /// </summary>
    /// <value>Default: true.</value>
    public bool PacketPrivacy { get; set => field = Own(value); } = true;

    /// <summary>True to sign the messages. DCOM only; <see cref="PacketPrivacy"/> includes it.</summary>
    /// <value>Default: true.</value>
    public bool PacketIntegrity { get; set => field = Own(value); } = true;

    /// <summary>The culture in which the machine formats values; null to leave the choice to the machine.</summary>
    /// <value>Default: null.</value>
    [JsonConverter(typeof(CultureJsonConverter))]
    public CultureInfo? Culture { get; set => field = Own(value); }

    /// <summary>The culture of the messages of the machine; null to leave the choice to the machine.</summary>
    /// <value>Default: null.</value>
    [JsonConverter(typeof(CultureJsonConverter))]
    public CultureInfo? UICulture { get; set => field = Own(value); }

    /// <summary>
    /// The longest time to connect, at most 49 days; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. To connect to a remote machine
    /// includes a first request, which tests the connection. With <see cref="FallBackToDcom"/> each protocol has this time.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan ConnectTimeout { get; set => field = Own(value); } = TimeSpan.FromSeconds(30);

    /// <summary>The largest number of queries, look-ups and operations that run at the same time; further ones wait in a queue.</summary>
    /// <value>Default: 16. Servers are known to refuse some of 32 that start at once (observed provider behaviour).</value>
    /// <remarks>
    /// A query holds its place until it is read to the end or disposed. A subscription to changes holds no place. Reads never take all places,
    /// and neither do operations, so that neither blocks the other; with 1 both share the only place.
    /// </remarks>
    public int MaxConcurrentOperations { get; set => field = Own(value); } = 16;

    /// <summary>How the backend reconnects after it lost a machine that it had reached.</summary>
    /// <value>Default: <see cref="CimReconnectOptions.Default"/>.</value>
    public CimReconnectOptions Reconnect { get; set => field = Own(value); } = new();

    /// <summary>
    /// The longest wait for the answer to a look-up, and for each next row of a query, at most 49 days; <see cref="Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    /// <value>Default: 2 minutes.</value>
    /// <remarks>
    /// The provider goes through its whole cache for most queries, so the first row can take long. The time to connect and the time in the queue
    /// count; the time that the caller spends on a row does not.
    /// </remarks>
    public TimeSpan QueryTimeout { get; set => field = Own(value); } = TimeSpan.FromMinutes(2);

    /// <summary>The longest duration of a whole operation, at most 49 days. To synchronize a large share can take hours.</summary>
    /// <value>Default: <see cref="Timeout.InfiniteTimeSpan"/>, no limit.</value>
    public TimeSpan OperationTimeout { get; set => field = Own(value); } = Timeout.InfiniteTimeSpan;

    /// <summary>How many objects may lie inside each other in an answer of the machine, from 3 to 100.</summary>
    /// <value>Default: 16. The classes of Offline Files need 2, and events 3.</value>
    /// <remarks>
    /// A machine can be broken, or not the one that it says it is. An answer that is beyond this limit, <see cref="MaxRowText"/> or
    /// <see cref="MaxRowValues"/> throws an <see cref="OfflineFilesBackendException"/> before anything is made of it.
    /// </remarks>
    public int MaxDepth { get; set => field = Own(value); } = 16;

    /// <summary>
    /// The largest number of characters that all texts of one row, one class, or the results of one method have together; at least 1.
    /// </summary>
    /// <value>Default: 1,048,576.</value>
    public int MaxRowText { get; set => field = Own(value); } = 1 << 20;

    /// <summary>
    /// The largest number of values of one row, one class, or the results of one method; at least 1. Those of objects and lists inside of it count.
    /// </summary>
    /// <value>Default: 65,536.</value>
    public int MaxRowValues { get; set => field = Own(value); } = 1 << 16;

    /// <summary>
    /// The largest number of items that are kept at once, at least 1: of the cache, to compare them while somebody is subscribed to the changes, and
    /// in the report of one operation, besides those that were asked for.
    /// </summary>
    /// <value>Default: 200,000. To compare takes about 900 bytes an item.</value>
    /// <remarks>Queries keep nothing. A cache with more items ends a subscription with an <see cref="OfflineFilesBackendException"/>.</remarks>
    public int MaxItems { get; set => field = Own(value); } = 200_000;

    /// <summary>The kind of server that answers.</summary>
    /// <value>Default: <see cref="CimDialect.Windows"/>.</value>
    public CimDialect Dialect { get; set => field = Own(value); }

    /// <summary>What the methods are called on: the class or its instance.</summary>
    /// <value>Default: <see cref="CimMethodTarget.Class"/>.</value>
    public CimMethodTarget MethodTarget { get; set => field = Own(value); }

    /// <summary>How changes are noticed.</summary>
    /// <value>Default: <see cref="CimChangeOptions.Default"/>.</value>
    public CimChangeOptions Changes { get; set => field = Own(value); } = new();

    /// <summary>True to run on systems other than Windows too, with a repaired build of Microsoft.Management.Infrastructure.</summary>
    /// <value>Default: false, because the published build does not work there.</value>
    public bool AllowAnyPlatform { get; set => field = Own(value); }

    /// <summary>The clock of timeouts, waits and reports.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    public TimeProvider TimeProvider { get; set => field = Own(value); } = TimeProvider.System;

    /// <summary>
    /// The logger for sessions that are made and lost, repeated requests, the state of a service that does not answer, and the source of changes;
    /// null to log nothing. It is called from any thread.
    /// </summary>
    /// <value>Default: null. <see cref="CimEventIds"/> lists the events.</value>
    /// <remarks>Queries have a logger of their own: <see cref="QueryOptions.Logger"/>.</remarks>
    [JsonIgnore]
    [IgnoreDataMember]
    public ILogger? Logger { get; set => field = Own(value); }

    /// <summary>Returns the options on one line, for people.</summary>
    public override string ToString()
    {
        var members = new StringBuilder();
        PrintMembers(members);
        return ReadableText.Of($"CimBackendOptions {{ {members} }}", 4 * ReadableText.Longest);
    }

    /// <summary>Options of their own with the same values: what happens to these afterwards is not noticed there.</summary>
    internal CimBackendOptions Copy() => this with
    {
        Proxy = Proxy is null ? null : Proxy with { Credential = Proxy.Credential?.Copy() },
        Credential = Credential?.Copy(),
        Reconnect = Reconnect is null ? null! : Reconnect with { },
        Changes = Changes is null ? null! : Changes with { },
    };

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
