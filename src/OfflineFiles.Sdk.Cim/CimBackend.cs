using System.Diagnostics;
using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Diagnosis;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Connectors;
using OfflineFiles.Sdk.Cim.Sessions.Sharing;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The Offline Files cache of a Windows machine, this one or another, through the provider of its <c>Win32_OfflineFiles*</c> classes.
/// Nothing is contacted before the first call. Safe to use from several threads.
/// </summary>
/// <remarks>
/// <para>
/// Reports name the items that the provider's progress messages tell of. A path that was asked for and not told of gets the code of
/// the call it was in: the provider has no other per-item results (Microsoft Learn: Pin method of the Win32_OfflineFilesCache class), and
/// <see cref="ItemOutcome.IsReported"/> is false unless the call was about that path alone. It does not tell items that were changed from
/// items that were left alone: both are <see cref="OutcomeStatus.Done"/>, and a recorded conflict shows in the item's
/// <see cref="OfflineFilesItem.ConnectionInfo"/>.
/// </para>
/// <para>A call with very many paths becomes several calls to the provider, one after the other.</para>
/// </remarks>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(CimBackend.Local());
/// var pinned = await cache.Items.Where(i => i.PinInfo!.Pinned).ToListAsync();
/// </code>
/// </example>
[DebuggerDisplay("{Description,nq}")]
public sealed partial class CimBackend : CacheBackend
{
    /// <summary>The kind of backend, as errors and reports have it.</summary>
    internal const string Name = "CIM";

    /// <summary>What stands where another machine has its name.</summary>
    internal const string ThisMachine = "this machine";

    private const BackendCapabilities All =
        BackendCapabilities.Synchronize | BackendCapabilities.Pin | BackendCapabilities.Unpin | BackendCapabilities.DeleteItems
        | BackendCapabilities.RenameItem | BackendCapabilities.RenameItemEx | BackendCapabilities.Encrypt | BackendCapabilities.SuspendRoot
        | BackendCapabilities.TransitionOnline | BackendCapabilities.TransitionOffline | BackendCapabilities.Enable
        | BackendCapabilities.Configuration | BackendCapabilities.Changes;

    private readonly DiagnosingTransport _transport;
    private readonly CacheReader _reader;
    private readonly ServerReader _server;
    private readonly ChangeFeed _changes;
    private readonly CacheCaller _caller;
    private readonly ConfigurationCaller _configuration;
    private int _disposed;

    /// <summary>Over a session that is there already.</summary>
    internal CimBackend(ICimTransport session, CimBackendOptions options, string? host)
        : this(new ReadyConnector(session), options, host)
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
        var noticed = new NoticedTransport(_transport, _changes);
        _reader = new CacheReader(noticed, Pushdown, host);
        _server = new ServerReader(noticed, Pushdown.Dialect, host);
        _probe = new ProviderProbe(_transport, host);
        _caller = new CacheCaller(noticed, options.TimeProvider, host, options.MethodTarget);
        _configuration = new ConfigurationCaller(_transport, host);
        _connectionTest = () => new ConnectionTest(_transport, _probe, _reader, options.TimeProvider, Description, options.Namespace, host);
    }

    /// <inheritdoc/>
    public override BackendDescription Description { get; }

    /// <inheritdoc/>
    public override BackendCapabilities Capabilities => All;

    /// <summary>
    /// <see cref="PushdownProfile.WindowsProvider"/>, or for <see cref="CimDialect.Omi"/> a narrower one: a server answers some forms of query
    /// wrongly, and those are never sent.
    /// </summary>
    public override PushdownProfile Pushdown { get; }

    /// <summary>The cache of this machine.</summary>
    /// <param name="options">How to reach it; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense, or say how to reach another machine.</exception>
    /// <exception cref="CimPlatformException">This is not Windows.</exception>
    public static CimBackend Local(CimBackendOptions? options = null) => Open(null, options);

    /// <summary>The cache of another machine.</summary>
    /// <param name="computerName">The name or address of the machine.</param>
    /// <param name="options">How to reach it; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense, or the name is empty.</exception>
    /// <exception cref="CimPlatformException">This is not Windows: the other machine has to be, and so has this one.</exception>
    public static CimBackend Remote(string computerName, CimBackendOptions? options = null)
    {
        if (string.IsNullOrWhiteSpace(computerName ?? throw new ArgumentNullException(nameof(computerName))))
            throw new InvalidOptionsException(nameof(computerName), "The name of the machine is empty. Name one, or use Local.");
        return Open(computerName, options);
    }

    /// <summary>
    /// The cache of the machine that a text names, for tools: <c>cim:</c> for this one, <c>cim:pc-042?protocol=wsman&amp;port=5985</c>.
    /// </summary>
    /// <param name="connectionString">The text; see <see cref="CimConnectionString"/>.</param>
    /// <param name="password">The password of the user that the text names; null when it names none. It is never part of the text.</param>
    /// <param name="options">What the text does not say; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">
    /// The text cannot be read, its options make no sense, or only one of user and password is given.
    /// </exception>
    /// <exception cref="CimPlatformException">This is not Windows.</exception>
    public static CimBackend Connect(string connectionString, string? password = null, CimBackendOptions? options = null)
    {
        var connection = CimConnectionString.Parse(connectionString, options ?? CimBackendOptions.Default);
        return Open(connection.Host, connection.WithPassword(password));
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        Alive();
        return _reader.QueryAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A query over another class of the namespace, over the schema, or along associations of other classes is sent as it is, and its
    /// rows have a typed object only where the library has a type for their class. Where the definition of a class is asked for, the row has its
    /// name; what else the server tells of it is not the same through all protocols.
    /// </remarks>
    public override IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken)
    {
        Alive();
        return base.QueryRowsAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        Alive();
        return await _reader.FindAsync(path, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        Alive();
        return await _reader.StateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends what is running and closes the session.</summary>
    public override ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _changes.EndAsync(_transport) : default;

    /// <inheritdoc/>
    protected override IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) =>
        _server.TryQuery(query ?? throw new ArgumentNullException(nameof(query)), cancellationToken);

    /// <inheritdoc/>
    protected override string WhyNotSupported(BackendCapabilities capability) => capability switch
    {
        BackendCapabilities.Files => "The provider has no access to content. Open the UNC path with System.IO: Windows serves it from the cache.",
        BackendCapabilities.Associations => "The class Win32_OfflineFilesAssociatedItems is reserved: the Windows provider answers it with "
            + "WBEM_E_NOT_FOUND (0x80041002), so nothing was sent. Query Win32_OfflineFilesItem: every item belongs to the one cache.",
        _ => base.WhyNotSupported(capability),
    };

    internal static BackendDescription Describe(string? host) => new(Name, host ?? ThisMachine);

    internal static void CheckPlatform(CimBackendOptions options)
    {
        // Elsewhere the native library fails in ways that say nothing to its users, so it is not even loaded.
        if (!options.AllowAnyPlatform && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) throw CimErrors.NotWindows();
    }

    private static CimBackend Open(string? computerName, CimBackendOptions? options)
    {
        options = (options ?? CimBackendOptions.Default).Check(computerName is null ? CimTarget.ThisMachine : CimTarget.OtherMachine);
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

    private CacheCaller Alive() => Volatile.Read(ref _disposed) == 0 ? _caller : throw CimErrors.Disposed();
}
