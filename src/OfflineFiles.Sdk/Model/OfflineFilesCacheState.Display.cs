using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of the state of a cache.</content>
public sealed partial record OfflineFilesCacheState : ICustomMemberProvider
{
    private static readonly MemberTable<OfflineFilesCacheState> Columns = new MemberTable<OfflineFilesCacheState>()
        .Value(nameof(Enabled), state => state.Enabled)
        .Value(nameof(Active), state => state.Active)
        .Text(nameof(Location), state => state.Location);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
