using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a step.</content>
public sealed partial record OperationProgress : ICustomMemberProvider
{
    private static readonly MemberTable<OperationProgress> Columns = new MemberTable<OperationProgress>()
        .Value(nameof(Operation), step => step.Operation)
        .Value(nameof(Reason), step => step.Reason)
        .Text(nameof(Path), step => step.Path)
        .Value(nameof(ItemsDone), step => step.ItemsDone)
        .Value(nameof(ItemsTotal), step => step.ItemsTotal)
        .Value(nameof(BytesDone), step => step.BytesDone)
        .Value(nameof(BytesTotal), step => step.BytesTotal)
        .Text(nameof(Outcome), step => step.Outcome);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
