using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of a predicate.</content>
public sealed partial record PredicateExplanation : ICustomMemberProvider
{
    private static readonly MemberTable<PredicateExplanation> Columns = new MemberTable<PredicateExplanation>()
        .Text(nameof(Predicate), part => part.Predicate)
        .Value(nameof(Verdict), part => part.Verdict)
        .Text(nameof(Pushed), part => part.Pushed)
        .Value(nameof(RunsInCaller), part => part.RunsInCaller)
        .Text(nameof(ResidualBecause), part => part.ResidualBecause);

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
