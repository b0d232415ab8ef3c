namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>x.Member == value</c>. Case does not count in a comparison of strings, so a change of case changes nothing.</summary>
internal sealed class MemberRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation) =>
        translator.FindMember(StringCase.Strip(relation.Operand)) is { } member ? ComparisonTranslator.Translate(member, relation) : null;
}
