using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a preview: what would come out, then the items as a table.</content>
public sealed partial record OperationPreview : ICustomMemberProvider
{
    private static readonly MemberTable<OperationPreview> Columns = new MemberTable<OperationPreview>()
        .Value(nameof(Operation), preview => preview.Operation)
        .Value(nameof(WouldChange), preview => preview.WouldChange)
        .Text("Summary", preview => preview)
        .Value(nameof(RestartRequired), preview => preview.RestartRequired)
        .Texts(nameof(Unknown), preview => preview.Unknown)
        .Rows(nameof(Items), preview => preview.Items);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
