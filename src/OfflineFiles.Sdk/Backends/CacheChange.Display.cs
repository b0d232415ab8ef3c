using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a change: the items before and after are a line each.</content>
public sealed partial record CacheChange : ICustomMemberProvider
{
    private static readonly MemberTable<CacheChange> Columns = new MemberTable<CacheChange>()
        .Value(nameof(Sequence), change => change.Sequence)
        .Value(nameof(At), change => change.At)
        .Value(nameof(Kind), change => change.Kind)
        .Text(nameof(Path), change => change.Path)
        .Value(nameof(ItemType), change => change.ItemType)
        .Value(nameof(ChangedMembers), change => change.ChangedMembers)
        .Text(nameof(OldPath), change => change.OldPath)
        .Text(nameof(Outcome), change => change.Outcome)
        .Code(nameof(Result), change => change.Result)
        .Value(nameof(SyncId), change => change.SyncId)
        .Text(nameof(Previous), change => change.Previous)
        .Text(nameof(Current), change => change.Current);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
