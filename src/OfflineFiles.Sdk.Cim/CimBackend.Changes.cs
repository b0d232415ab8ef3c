using System.Runtime.Serialization;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Logging;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim;

/// <content>Changes.</content>
public sealed partial class CimBackend
{
    private static readonly WqlSelectQuery AllItems = new(OfflineFilesSchema.Item.Name);

    /// <inheritdoc/>
    /// <remarks>
    /// The provider sends no events, so the whole cache is read again and again and compared (<see cref="CimChangeSource"/>). A change arrives
    /// when it is noticed and shows the net effect of what happened in between; a rename to another path arrives as one item removed and one
    /// added. Nothing runs before the first subscriber comes or after the last one has left. If the machine cannot be watched at all, the
    /// subscription ends with <see cref="OperationNotSupportedException"/>. After a temporary failure it continues by itself with a
    /// <see cref="CacheChangeKind.Gap"/>. Queries and operations of this backend wait while the cache is read for the first time.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public override IObservable<CacheChange> Changes
    {
        get
        {
            ThrowIfDisposed();
            return _changes;
        }
    }

    private ChangeFeed ChangesOf(ICimTransport transport, CimBackendOptions options, string? host, CimLog log)
    {
        var reader = new CacheReader(transport, Pushdown, host);
        var snapshots = new SnapshotSource(token => reader.QueryAsync(AllItems, token), options.Changes, options.TimeProvider, options.MaxItems);
        var dialect = options.Dialect == CimDialect.Omi ? WqlDialect.Omi : WqlDialect.Windows;
        var subscription = new SubscriptionSource(transport, options.Changes, dialect, options.TimeProvider);
        IChangeSource source = options.Changes.Source switch
        {
            CimChangeSource.Subscription => subscription,
            // Of the servers known only WMI polls for events.
            CimChangeSource.Automatic when host is not null && options.Dialect == CimDialect.Windows =>
                new FallbackChangeSource(subscription, snapshots),
            _ => snapshots,
        };
        return new ChangeFeed(source, options.TimeProvider, log);
    }
}
