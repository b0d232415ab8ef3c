using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>(x.Member ?? other) == value</c> and <c>(test ? a : b) == value</c>: a relation for each of the values it may be.</summary>
internal sealed class ChoiceRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation) => StringCase.Strip(relation.Operand) switch
    {
        ConstantExpression constant => relation.HoldsOf(constant.Value) is { } holds ? PredicateTranslation.Of(holds) : null,
        ConditionalExpression choice => translator.Choose(
            choice.Test,
            () => translator.Relate(relation with { Operand = choice.IfTrue }),
            () => translator.Relate(relation with { Operand = choice.IfFalse })),
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce => Coalesce(translator, relation, coalesce),
        MethodCallExpression { Method.Name: "GetValueOrDefault", Object: { } value } call when Nullable.GetUnderlyingType(value.Type) is not null => Coalesce(
            translator, relation, Expression.Coalesce(value, call.Arguments.Count == 0 ? Expression.Constant(DefaultValues.Of(call.Type), call.Type) : call.Arguments[0])),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: ConditionalExpression or BinaryExpression { NodeType: ExpressionType.Coalesce } } convert
            when Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type => TryTranslate(translator, relation with { Operand = convert.Operand }),
        _ => null,
    };

    private static PredicateTranslation Coalesce(PredicateTranslator translator, Relation relation, BinaryExpression coalesce)
    {
        var whenThere = translator.Relate(relation with { Operand = coalesce.Left, IncludesNull = false });
        if (coalesce.Right is ConstantExpression constant && relation.HoldsOf(constant.Value) is { } holds)
            return translator.Relate(relation with { Operand = coalesce.Left, IncludesNull = holds });
        if (translator.FindMember(coalesce.Left) is not { } member) return relation.Refused(Reasons.NoForm);
        return PredicateTranslation.Or(
            [whenThere, PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: false), translator.Relate(relation with { Operand = coalesce.Right })])]);
    }
}
