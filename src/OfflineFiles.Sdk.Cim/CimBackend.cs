using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Diagnosis;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Options;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Connect;
using OfflineFiles.Sdk.Cim.Sessions.Share;
using OfflineFiles.Sdk.Cim.Sessions.Text;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Represents the Offline Files cache of the local or a remote Windows machine, through the provider of its <c>Win32_OfflineFiles*</c> classes.
/// The first call connects, not the constructor. Safe to use from several threads.
/// </summary>
/// <remarks>
/// <para>
/// A report names the items that the progress messages of the provider name. A path that the provider did not name gets the code of its call,
/// because the provider has no other results for single items (Microsoft Learn: Pin method of the Win32_OfflineFilesCache class), and
/// <see cref="ItemOutcome.IsReported"/> is false unless the call was about that path alone. The provider does not distinguish items that it
/// changed from items that it left alone: both are <see cref="OutcomeStatus.Done"/>. A recorded conflict shows in the
/// <see cref="OfflineFilesItem.ConnectionInfo"/> of the item.
/// </para>
/// <para>An operation over very many paths becomes several calls to the provider, one after the other.</para>
/// </remarks>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(CimBackend.Local());
/// var pinned = await cache.Items.Where(i => i.PinInfo!.Pinned).ToListAsync();
/// </code>
/// </example>
[DebuggerDisplay("{Description,nq}")]
public sealed partial class CimBackend : CacheBackend, IDisposable
{
    private const BackendCapabilities All =
        BackendCapabilities.Synchronize | BackendCapabilities.Pin | BackendCapabilities.Unpin | BackendCapabilities.DeleteItems
        | BackendCapabilities.RenameItem | BackendCapabilities.RenameItemEx | BackendCapabilities.Encrypt | BackendCapabilities.SuspendRoot
        | BackendCapabilities.TransitionOnline | BackendCapabilities.TransitionOffline | BackendCapabilities.Enable
        | BackendCapabilities.Configuration | BackendCapabilities.Changes;

    private readonly DiagnosingTransport _transport;
    private readonly CacheReader _reader;
    private readonly RawQueryReader _rawQueries;
    private readonly ChangeFeed _changes;
    private readonly CacheCaller _caller;
    private readonly ConfigurationCaller _configuration;
    private int _disposed;

    /// <summary>Over a session that is there already.</summary>
    internal CimBackend(ICimTransport session, CimBackendOptions options, string? host)
        : this(new GivenSessionConnector(session), options, host)
    {
    }

    internal CimBackend(ICimConnector connector, CimBackendOptions options, string? host)
    {
        Description = Describe(host);
        var log = new CimLog(options.Logger, Description);
        var shared = new SharedTransport(connector, options, log);
        _transport = new DiagnosingTransport(
            new DeadlineTransport(shared, options.TimeProvider, options.QueryTimeout, options.OperationTimeout), options.TimeProvider, log);
        Pushdown = options.Dialect == CimDialect.Omi ? OmiPushdownProfile.Instance : PushdownProfile.WindowsProvider;
        _changes = ChangesOf(_transport, options, host, log);
        var changeAware = new ChangeAwareTransport(_transport, _changes);
        _reader = new CacheReader(changeAware, Pushdown, host);
        _rawQueries = new RawQueryReader(changeAware, Pushdown.Dialect, host);
        _probe = new ProviderProbe(_transport, host);
        _caller = new CacheCaller(changeAware, options.TimeProvider, host, options.MethodTarget, options.MaxItems);
        _configuration = new ConfigurationCaller(_transport, host);
        _connectionTest = () => new ConnectionTest(_transport, _probe, _reader, options.TimeProvider, Description, options.Namespace, host);
    }

    /// <inheritdoc/>
    public override BackendDescription Description { get; }

    /// <inheritdoc/>
    public override BackendCapabilities Capabilities => All;

    /// <summary>
    /// Gets <see cref="PushdownProfile.WindowsProvider"/>, or a narrower profile for <see cref="CimDialect.Omi"/>. A server answers some forms of
    /// query incorrectly; those are never sent.
    /// </summary>
    public override PushdownProfile Pushdown { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// The classes <c>Win32_OfflineFilesMachineConfiguration</c> and <c>Win32_OfflineFilesUserConfiguration</c> exist since Windows 8. They are
    /// read without the context object that their documentation asks for, which is known to work. Which user the second one then describes, and
    /// whether it can be written, depends on the machine.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public override ICacheConfiguration Configuration
    {
        get
        {
            ThrowIfDisposed();
            return _configuration;
        }
    }

    /// <summary>Opens the cache of this machine.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense, or say how to connect to another machine.</exception>
    /// <exception cref="CimPlatformException">This system is not Windows.</exception>
    public static CimBackend Local(CimBackendOptions? options = null) => Open(null, options);

    /// <summary>Opens the cache of another machine.</summary>
    /// <param name="computerName">The name or the address of the machine; an IPv6 address without brackets.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="computerName"/> is null.</exception>
    /// <exception cref="InvalidOptionsException">Options make no sense or contradict each other, or the text is no name of a machine.</exception>
    /// <exception cref="CimPlatformException">This system is not Windows. Both machines must run Windows.</exception>
    public static CimBackend Remote(string computerName, CimBackendOptions? options = null)
    {
        if (string.IsNullOrWhiteSpace(computerName ?? throw new ArgumentNullException(nameof(computerName))))
            throw new InvalidOptionsException(nameof(computerName), "The name of the machine is empty. Name one, or use Local.");
        if (!HostSyntax.IsHost(computerName)) throw new InvalidOptionsException(nameof(computerName), HostFault(computerName));
        return Open(computerName, options);
    }

    /// <summary>
    /// Opens the cache of the machine that a connection string names: <c>cim:</c> for this machine, or for example
    /// <c>cim:pc-042?protocol=wsman&amp;port=5985</c>. For tools that take a machine as text.
    /// </summary>
    /// <param name="connectionString">The text; see <see cref="CimConnectionString"/>.</param>
    /// <param name="password">The password of the user in the text, which never holds it; null if the text names no user.</param>
    /// <param name="options">The options that the text starts from; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connectionString"/> is null.</exception>
    /// <exception cref="InvalidOptionsException">
    /// The text is not a valid connection string, its options make no sense or contradict each other, or only one of user and password is given.
    /// </exception>
    /// <exception cref="CimPlatformException">This system is not Windows.</exception>
    public static CimBackend Connect(string connectionString, string? password = null, CimBackendOptions? options = null)
    {
        var connection = CimConnectionString.Parse(connectionString, options ?? CimBackendOptions.Default);
        return Open(connection.Host, connection.WithPassword(password));
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return _reader.QueryAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A query over another class of the namespace, over the schema, or along associations of other classes is sent unchanged. Its rows have
    /// a typed object only if the library has a type for their class. A row that is the definition of a class has the name of the class; what
    /// else the server sends for it differs between the protocols.
    /// </remarks>
    public override IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return base.QueryRowsAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return await _reader.FindAsync(path, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return await _reader.StateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends all running calls, which throw <see cref="ObjectDisposedException"/>, and closes the session.</summary>
    public override ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _changes.EndAsync(_transport) : default;

    /// <summary>
    /// Ends all running calls, which throw <see cref="ObjectDisposedException"/>, and closes the session, without a wait: if a call has not ended yet, the
    /// session closes when it has.
    /// </summary>
    public void Dispose()
    {
        // With nothing under way it is over at once. What is under way may be what calls this, and waiting for it would never end.
        var ending = DisposeAsync();
        if (ending.IsCompleted) ending.GetAwaiter().GetResult();
        else _ = ending.AsTask();
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) =>
        _rawQueries.TryQuery(query ?? throw new ArgumentNullException(nameof(query)), cancellationToken);

    /// <inheritdoc/>
    protected override string WhyNotSupported(BackendCapabilities capability) => capability switch
    {
        BackendCapabilities.Files => "The provider has no access to content. Open the UNC path with System.IO: Windows serves it from the cache.",
        BackendCapabilities.Associations => "The class Win32_OfflineFilesAssociatedItems is reserved: the Windows provider answers it with "
            + "WBEM_E_NOT_FOUND (0x80041002), so nothing was sent. Query Win32_OfflineFilesItem: every item belongs to the one cache.",
        _ => base.WhyNotSupported(capability),
    };

    internal static void CheckPlatform(CimBackendOptions options)
    {
        // Elsewhere the native library fails in ways that say nothing to its users, so it is not even loaded.
        if (!options.AllowAnyPlatform && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) throw CimErrors.NotWindows();
    }

    private static CimBackend Open(string? computerName, CimBackendOptions? options)
    {
        options = CimBackendOptionsValidator.Validate(
            options ?? CimBackendOptions.Default, computerName is null ? CimTarget.ThisMachine : CimTarget.OtherMachine);
        CheckPlatform(options);
        try
        {
            var connector = computerName is null
                ? ConnectorStack.Local(options)
                : ConnectorStack.Remote(computerName, options, new CimLog(options.Logger, Describe(computerName)));
            return new CimBackend(connector, options, computerName);
        }
        catch (Exception error) when (MmiNativeLibrary.IsToBlame(error))
        {
            throw CimErrors.NoLibrary("Open", computerName, error);
        }
    }

    private static string HostFault(string text) => HostSyntax.Fault(
        text,
        "The text",
        "Name the machine alone, and give the account as CimBackendOptions.Credential.",
        "Give a port as CimBackendOptions.Port, and an address of IPv6 without brackets.",
        "The text is no name of a machine.");

    private static BackendDescription Describe(string? host) => new(CimErrors.BackendName, host ?? CimErrors.ThisMachine);

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _disposed) != 0) throw CimErrors.Disposed();
    }
}
