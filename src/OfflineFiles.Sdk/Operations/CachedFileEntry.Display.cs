using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a file.</content>
public sealed partial record CachedFileEntry : ICustomMemberProvider
{
    private static readonly MemberTable<CachedFileEntry> Columns = new MemberTable<CachedFileEntry>()
        .Text(nameof(Path), entry => entry.Path)
        .Value(nameof(ItemType), entry => entry.ItemType)
        .Value(nameof(Size), entry => entry.Size)
        .Value(nameof(LastWriteTime), entry => entry.LastWriteTime)
        .Value(nameof(IsAvailableOffline), entry => entry.IsAvailableOffline)
        .Value(nameof(IsDirty), entry => entry.IsDirty)
        .Value(nameof(Attributes), entry => entry.Attributes);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
