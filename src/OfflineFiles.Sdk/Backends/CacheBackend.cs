using System.Runtime.Serialization;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The base class for a backend. A derived class implements seven members: <see cref="Description"/>, <see cref="Capabilities"/> and
/// <see cref="Pushdown"/>, which describe it; <see cref="QueryItemsAsync"/>, <see cref="FindItemAsync"/> and <see cref="GetStateAsync"/>, which read;
/// and <see cref="DisposeAsync"/>. Every operation that it does not override throws <see cref="OperationNotSupportedException"/> with the reason of
/// <see cref="WhyNotSupported"/>.
/// </summary>
/// <remarks>
/// <para>
/// A query has a predicate and a select list. <see cref="WqlCompiler"/> evaluates the predicate over items:
/// <c>WqlCompiler.Compile(query.Where, ItemProperties.Instance)</c>; if there is none, all items match. The select list becomes members with
/// <see cref="ItemProperties.MembersOf(WqlSelectQuery)"/>: rows hold at least these, and those that the predicate reads, and say so in
/// <see cref="OfflineFilesItem.LoadedMembers"/>. A backend whose items are whole has nothing to do for it.
/// </para>
/// <para>
/// Return <see cref="PushdownProfile.Everything"/> from <see cref="Pushdown"/> if the backend evaluates predicates so, and
/// <see cref="PushdownProfile.Nothing"/> if it only enumerates: then it gets no predicate. The answer to a query is the same.
/// </para>
/// <para>
/// To add an operation, override its method and add the flag of the same name to <see cref="Capabilities"/>. It returns an
/// <see cref="OperationReport"/> with one outcome for each item. <see cref="ICacheBackend"/> says what a backend owes its callers.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class ListBackend(params OfflineFilesItem[] items) : CacheBackend
/// {
///     public override BackendDescription Description { get; } = new("List", "items in memory");
///     public override BackendCapabilities Capabilities => BackendCapabilities.None;
///     public override PushdownProfile Pushdown => PushdownProfile.Everything;
///
///     public override async IAsyncEnumerable&lt;OfflineFilesItem&gt; QueryItemsAsync(
///         WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
///     {
///         var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
///         foreach (var item in items.Where(matches))
///         {
///             cancellationToken.ThrowIfCancellationRequested();
///             await Task.Yield();
///             yield return item;
///         }
///     }
///
///     public override ValueTask&lt;OfflineFilesItem?&gt; FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
///         new(Array.Find(items, item => item.Path == path));
///
///     public override Task&lt;OfflineFilesCacheState&gt; GetStateAsync(CancellationToken cancellationToken) =>
///         Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true });
///
///     public override ValueTask DisposeAsync() => default;
/// }
/// </code>
/// </example>
public abstract partial class CacheBackend : ICacheBackend
{
    /// <inheritdoc/>
    public abstract BackendDescription Description { get; }

    /// <inheritdoc/>
    public abstract BackendCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public abstract PushdownProfile Pushdown { get; }

    /// <inheritdoc/>
    [JsonIgnore, IgnoreDataMember]
    public virtual IObservable<CacheChange> Changes => throw Refusal(BackendCapabilities.Changes);

    /// <inheritdoc/>
    [JsonIgnore, IgnoreDataMember]
    public virtual ICacheFiles Files => throw Refusal(BackendCapabilities.Files);

    /// <inheritdoc/>
    [JsonIgnore, IgnoreDataMember]
    public virtual ICacheConfiguration Configuration => throw Refusal(BackendCapabilities.Configuration);

    /// <inheritdoc/>
    public abstract IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Queries over items and over the cache are answered through the three methods that read; the association is computed from the items if
    /// the backend has <see cref="BackendCapabilities.Associations"/>. Other queries go to <see cref="QueryServerAsync"/>; if there is no
    /// server, definitions of the Offline Files classes come from the table of the library. A query that cannot be answered is refused here,
    /// before the first row is asked for.
    /// </remarks>
    public virtual IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken) =>
        new RowsLeftToCache(this, Guard.NotNull(query));

    /// <inheritdoc/>
    public abstract ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Synchronize);

    /// <inheritdoc/>
    public virtual Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Pin);

    /// <inheritdoc/>
    public virtual Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Unpin);

    /// <inheritdoc/>
    public virtual Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.DeleteItems);

    /// <inheritdoc/>
    public virtual Task<OperationReport> RenameItemAsync(
        UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.RenameItem);

    /// <inheritdoc/>
    public virtual Task<OperationReport> RenameItemExAsync(
        UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.RenameItemEx);

    /// <inheritdoc/>
    public virtual Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Encrypt);

    /// <inheritdoc/>
    public virtual Task<OperationReport> SuspendRootAsync(
        UncPath path, bool suspend, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.SuspendRoot);

    /// <inheritdoc/>
    public virtual Task<OperationReport> TransitionOnlineAsync(
        UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.TransitionOnline);

    /// <inheritdoc/>
    public virtual Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.TransitionOffline);

    /// <inheritdoc/>
    public virtual Task<OperationReport> EnableAsync(
        bool enable, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Enable);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Returns the reason why the backend does not support a capability, as a whole sentence, with an alternative if there is one.</summary>
    /// <param name="capability">The capability, one flag.</param>
    protected virtual string WhyNotSupported(BackendCapabilities capability) => "It has not been built to.";

    /// <summary>
    /// Returns the reason why the backend does not settle conflicts by a policy, as a whole sentence, with an alternative if there is one; null if it
    /// does. A preview of such a synchronisation is refused as the synchronisation is.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The reason; null if the policy is supported. Default: null.</returns>
    protected virtual string? WhyPolicyNotSupported(SyncConflictPolicy policy) => null;

    /// <summary>
    /// Passes a query to the server behind the backend: a query over another class of its namespace, over its schema, or along associations
    /// of other classes.
    /// </summary>
    /// <param name="query">The query; never one over items, the cache or their association.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows, lazily; null if there is no server. Default: null.</returns>
    protected internal virtual IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) => null;

    internal void Require(BackendCapabilities capability)
    {
        if (!Capabilities.HasFlag(capability)) throw Refusal(capability);
    }

    internal OperationNotSupportedException Refusal(BackendCapabilities capability) =>
        new(capability.ToString(), Description.Name, WhyNotSupported(capability));

    internal void Require(SyncConflictPolicy policy)
    {
        if (WhyPolicyNotSupported(policy) is { } reason) throw new OperationNotSupportedException($"the conflict policy {policy}", Description.Name, reason);
    }

    private Task<OperationReport> Refuse(BackendCapabilities capability) => Task.FromException<OperationReport>(Refusal(capability));
}
