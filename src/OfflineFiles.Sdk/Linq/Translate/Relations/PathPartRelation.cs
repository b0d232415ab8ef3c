using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>x.Path.Name == name</c>, Server, Parent and ShareRoot: parts of the path that patterns over the whole of it can find.</summary>
internal sealed class PathPartRelation : IRelationTranslation
{
    private const string Separator = "\\";

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation)
    {
        if (StringCase.Strip(relation.Operand) is not MemberExpression { Expression: { } path } part || path.Type != typeof(UncPath)) return null;
        if (translator.FindMember(path) is not { Property.Schema.IsKey: true } || !Comparison.IsEquality(relation.Operator)) return null;
        var terms = new Terms(relation.Operator == WqlComparisonOperator.NotEqual);
        return (part.Member.Name, relation.Value) switch
        {
            (nameof(UncPath.Name) or nameof(UncPath.Server), null) => terms.Never,
            (nameof(UncPath.Name), string name) => IsComponent(name) ? terms.Like(WqlLikePattern.EndsWith(Separator + name)) : terms.Never,
            (nameof(UncPath.Server), string name) => IsComponent(name) ? terms.AtOrUnder(@"\\" + name) : terms.Never,
            (nameof(UncPath.Parent), UncPath parent) =>
                terms.All(terms.Like(WqlLikePattern.StartsWith(parent + Separator)), terms.Not.Like(new WqlLikePattern(WqlLikePattern.StartsWith(parent + Separator) + @"\%"))),
            (nameof(UncPath.Parent) or nameof(UncPath.ShareRoot), null) => terms.Not.Like(new WqlLikePattern(@"\\%\%")),
            (nameof(UncPath.ShareRoot), UncPath root) => root.Depth == 2 ? terms.AtOrUnder(root.ToString()) : terms.Never,
            _ => null,
        };
    }

    private static bool IsComponent(string name) => name.Length > 0 && !name.Contains(Separator);

    /// <summary>Tests of the path of the item, or their opposites: the path of an item is never NULL.</summary>
    private sealed class Terms(bool isNegated)
    {
        public Terms Not => new(!isNegated);

        public PredicateTranslation Never => PredicateTranslation.Of(isNegated);

        public PredicateTranslation Like(WqlLikePattern pattern) => PredicateTranslation.Exact(WqlTerms.Like(ItemMember.Key, pattern, isNegated));

        public PredicateTranslation All(params PredicateTranslation[] terms) => isNegated ? PredicateTranslation.Or(terms) : PredicateTranslation.And(terms);

        public PredicateTranslation AtOrUnder(string path)
        {
            var comparison = isNegated ? WqlComparisonOperator.NotEqual : WqlComparisonOperator.Equal;
            return Not.All(
                PredicateTranslation.Exact(new WqlComparison(ItemMember.Key.Name, comparison, WqlConstant.String(path))),
                Like(WqlLikePattern.StartsWith(path + Separator)));
        }
    }
}
