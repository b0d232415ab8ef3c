using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>(x.Encrypted &amp; x.Sparse) == true</c>: what is true, false or null, compared with true or false.</summary>
internal sealed class TruthRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation) =>
        relation.Operand.Type == typeof(bool?) && relation.Value is bool value && relation.Operand is not ConstantExpression
            && Comparison.IsEquality(relation.Operator)
            ? new TruthTranslator(translator).Translate(relation.Operand, value == (relation.Operator == WqlComparisonOperator.Equal), relation.IncludesNull)
            : null;
}
