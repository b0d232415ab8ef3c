using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of an item of a preview.</content>
public sealed partial record PreviewItem : ICustomMemberProvider
{
    private static readonly MemberTable<PreviewItem> Columns = new MemberTable<PreviewItem>()
        .Text(nameof(Path), item => item.Path)
        .Value(nameof(ItemType), item => item.ItemType)
        .Value(nameof(Verdict), item => item.Verdict)
        .Text(nameof(Reason), item => item.Reason);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
