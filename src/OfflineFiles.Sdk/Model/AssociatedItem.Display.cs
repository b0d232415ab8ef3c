using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a pair: its two ends as texts, which need not be valid paths.</content>
public sealed partial record AssociatedItem : ICustomMemberProvider
{
    private static readonly MemberTable<AssociatedItem> Columns = new MemberTable<AssociatedItem>()
        .Text(nameof(Antecedent), pair => pair.Antecedent)
        .Text(nameof(Dependent), pair => pair.Dependent);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
