using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of an operator.</content>
public sealed partial record OperatorExplanation : ICustomMemberProvider
{
    private static readonly MemberTable<OperatorExplanation> Columns = new MemberTable<OperatorExplanation>()
        .Text(nameof(Text), step => step.Text)
        .Value(nameof(HoldsAllRows), step => step.HoldsAllRows);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
