using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a cache: reading its properties would subscribe to its changes, and fail where there are no files.</content>
public sealed partial class OfflineFilesCache : ICustomMemberProvider
{
    private static readonly MemberTable<OfflineFilesCache> Columns = new MemberTable<OfflineFilesCache>()
        .Text("Backend", cache => cache.Description.Name)
        .Text("Target", cache => cache.Description.Target)
        .Value(nameof(Capabilities), cache => cache.Capabilities)
        .Text(nameof(Items), _ => "Not read. Dump a query of cache.Items to see what it would ask, its ToListAsync() to see its rows.");

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
