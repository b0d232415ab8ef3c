using LINQPad;
using OfflineFiles.Sdk.Display;
using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of an explanation: what is asked, what runs where, and what there is to say beside it.</content>
public sealed partial class QueryExplanation : ICustomMemberProvider
{
    private static readonly MemberTable<QueryExplanation> Columns = new MemberTable<QueryExplanation>()
        .Texts(nameof(Tags), query => query.Tags, query => query.Tags.Count > 0)
        .Texts(nameof(Refusal), query => ExplanationText.Refusal(query.Refusal!), query => query.Refusal is not null)
        .Texts(nameof(Wql), query => ExplanationText.Asked(query.Requests))
        .Value(nameof(AccessPath), query => query.AccessPath)
        .Value(nameof(Members), query => query.Members)
        .Rows(nameof(Predicates), query => query.Predicates)
        .Rows(nameof(ClientOperators), query => query.ClientOperators, query => query.ClientOperators.Count > 0)
        .Text(nameof(BackendOrder), query => query.BackendOrder, query => query.BackendOrder is not null)
        .Text(nameof(BackendResult), query => query.BackendResult, query => query.BackendResult is not null)
        .Texts(nameof(NullDefaults), query => query.NullDefaults, query => query.NullDefaults.Count > 0)
        .Texts(nameof(Options), query => ExplanationText.Options(query.Options), query => ExplanationText.Options(query.Options).Any());

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
