using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Diagnosis;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim;

/// <content>Changes.</content>
public sealed partial class CimBackend
{
    private static readonly WqlSelectQuery AllItems = new(OfflineFilesSchema.Item.Name);

    /// <inheritdoc/>
    /// <remarks>
    /// The provider has no events: somebody looks at the whole cache again and again, and compares (<see cref="CimChangeSource"/>). A
    /// change comes when it is noticed and shows the net effect of what happened in between; a rename to another path shows as an item
    /// removed and one added. Nothing runs before somebody subscribes or after the last one left. A subscription that cannot be had at all
    /// ends with <see cref="OperationNotSupportedException"/>; whatever may pass is a <see cref="CacheChangeKind.Gap"/>, and it goes on by
    /// itself. While the first look at the cache is taken, queries and operations of this backend wait for it.
    /// </remarks>
    public override IObservable<CacheChange> Changes
    {
        get
        {
            Alive();
            return _changes;
        }
    }

    private ChangeFeed ChangesOf(ICimTransport transport, CimBackendOptions options, string? host, CimLog log)
    {
        var reader = new CacheReader(transport, Pushdown, host);
        var snapshots = new SnapshotSource(token => reader.QueryAsync(AllItems, token), options.Changes, options.TimeProvider);
        var dialect = options.Dialect == CimDialect.Omi ? WqlDialect.Omi : WqlDialect.Windows;
        var subscription = new SubscriptionSource(transport, options.Changes, dialect, options.TimeProvider);
        IChangeSource source = options.Changes.Source switch
        {
            CimChangeSource.Subscription => subscription,
            // Of the servers known only WMI polls for events.
            CimChangeSource.Automatic when host is not null && options.Dialect == CimDialect.Windows => new AutomaticSource(subscription, snapshots),
            _ => snapshots,
        };
        return new ChangeFeed(source, options.TimeProvider, log);
    }
}
