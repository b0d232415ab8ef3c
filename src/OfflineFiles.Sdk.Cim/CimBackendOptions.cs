using System.Net;

namespace OfflineFiles.Sdk.Cim;

/// <summary>How a <see cref="CimBackend"/> reaches its machine. Immutable.</summary>
public sealed record CimBackendOptions
{
    /// <summary>The defaults.</summary>
    public static CimBackendOptions Default { get; } = new();

    /// <summary>The namespace of the Offline Files classes, with forward slashes.</summary>
    /// <value>Default: <c>root/cimv2</c>.</value>
    public string Namespace { get; init; } = "root/cimv2";

    /// <summary>How a remote machine is spoken to; it means nothing for the local one.</summary>
    /// <value>Default: <see cref="CimProtocol.WSMan"/>.</value>
    public CimProtocol Protocol { get; init; }

    /// <summary>The account to use on a remote machine; null for the account of the caller.</summary>
    /// <value>Default: null.</value>
    /// <remarks>
    /// Reading works with any account that may use WMI there. Synchronising and pinning also need that account's own credentials on the
    /// file server, which a remote session does not pass on by default.
    /// </remarks>
    public NetworkCredential? Credential { get; init; }

    /// <summary>
    /// How long to wait for the answer to a look-up, and for each next row of a query. The provider goes through its whole cache
    /// for most queries, so the first row can take long. <see cref="Timeout.InfiniteTimeSpan"/> waits forever.
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

    internal CimBackendOptions Check(bool isLocal)
    {
        Require(!string.IsNullOrWhiteSpace(Namespace), nameof(Namespace), "is empty. Write root/cimv2.");
        Require(Namespace.IndexOf('\\') < 0, nameof(Namespace), $"is {Namespace}; a namespace with backslashes is not found on all servers. Write {Namespace.Replace('\\', '/')}.");
        Require(Protocol is CimProtocol.WSMan or CimProtocol.Dcom, nameof(Protocol), $"is {(int)Protocol}, which is no protocol. Use WSMan or Dcom.");
        Require(Dialect is CimDialect.Windows or CimDialect.Omi, nameof(Dialect), $"is {(int)Dialect}, which is no dialect. Use Windows or Omi.");
        Require(MethodTarget is CimMethodTarget.Class or CimMethodTarget.Instance, nameof(MethodTarget), $"is {(int)MethodTarget}. Use Class or Instance.");
        Require(Changes is not null, nameof(Changes), "is null. Leave it out or give options.");
        Changes!.Check();
        Require(IsWait(QueryTimeout), nameof(QueryTimeout), $"is {QueryTimeout}. Give a time above zero or Timeout.InfiniteTimeSpan.");
        Require(IsWait(OperationTimeout), nameof(OperationTimeout), $"is {OperationTimeout}. Give a time above zero or Timeout.InfiniteTimeSpan.");
        Require(TimeProvider is not null, nameof(TimeProvider), "is null. Leave it out or give a clock.");
        Require(!isLocal || Credential is null, nameof(Credential), "is given for the local machine, which is always reached as the caller. Leave it out.");
        return this;
    }

    private static bool IsWait(TimeSpan time) => time > TimeSpan.Zero || time == Timeout.InfiniteTimeSpan;

    private static void Require(bool holds, string option, string otherwise)
    {
        if (!holds) throw new InvalidOptionsException($"CimBackendOptions.{option}", $"CimBackendOptions.{option} {otherwise}");
    }
}
