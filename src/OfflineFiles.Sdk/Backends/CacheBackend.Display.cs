using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk.Backends;

/// <content>What a display shows of a backend: reading its properties would subscribe to its changes.</content>
public abstract partial class CacheBackend : ICustomMemberProvider
{
    private static readonly MemberTable<CacheBackend> Columns = new MemberTable<CacheBackend>()
        .Text("Name", backend => backend.Description.Name)
        .Text("Target", backend => backend.Description.Target)
        .Value(nameof(Capabilities), backend => backend.Capabilities)
        .Text(nameof(Pushdown), backend => backend.Pushdown.Name);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
