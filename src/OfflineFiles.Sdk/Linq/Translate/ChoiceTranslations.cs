using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><c>(x.Member ?? other) == value</c> and <c>(test ? a : b) == value</c>: a comparison for each of the values it may be.</summary>
internal sealed class ChoiceComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared) => StringCase.Strip(compared.Operand) switch
    {
        ConstantExpression constant => compared.HoldsOf(constant.Value) is { } holds ? PredicateTranslation.Of(holds) : null,
        ConditionalExpression choice => translator.Choose(
            choice.Test,
            () => translator.Compare(compared with { Operand = choice.IfTrue }),
            () => translator.Compare(compared with { Operand = choice.IfFalse })),
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce => Coalesce(translator, compared, coalesce),
        MethodCallExpression { Method.Name: "GetValueOrDefault", Object: { } value } call when Nullable.GetUnderlyingType(value.Type) is not null => Coalesce(
            translator, compared, Expression.Coalesce(value, call.Arguments.Count == 0 ? Expression.Constant(NullableTypes.DefaultOf(call.Type), call.Type) : call.Arguments[0])),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: ConditionalExpression or BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } } convert
            when Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type => TryTranslate(translator, compared with { Operand = convert.Operand }),
        _ => null,
    };

    private static PredicateTranslation Coalesce(PredicateTranslator translator, ValueComparison compared, BinaryExpression coalesce)
    {
        var whenThere = translator.Compare(compared with { Operand = coalesce.Left, IncludesNull = false });
        if (coalesce.Right is ConstantExpression constant && compared.HoldsOf(constant.Value) is { } holds)
            return translator.Compare(compared with { Operand = coalesce.Left, IncludesNull = holds });
        if (translator.FindMember(coalesce.Left) is not { } member) return compared.Refused(RefusalReasons.NoForm);
        var otherwise = translator.Otherwise(coalesce.Right, () => translator.Compare(compared with { Operand = coalesce.Right }));
        return PredicateTranslation.Or([whenThere, PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: false), otherwise])]);
    }
}

/// <summary><c>(x.Member ?? other).StartsWith(text)</c>: a call for each of the values that its operand may be.</summary>
internal sealed class ChoiceOperandTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (ConstantSet.TryRead(call, out _, out _, out _)) return null;
        var operands = call.Object is null ? [.. call.Arguments] : call.Arguments.Prepend(call.Object).ToArray();
        if (Array.TrueForAll(operands, operand => operand is ConstantExpression))
            return PredicateTranslation.Of(ConstantEvaluator.Evaluate(SemanticsRewriter.Predicate(call)) is true != isNegated);
        var index = Array.FindIndex(operands, operand => StringCase.Strip(operand) is ConditionalExpression or BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null });
        return index < 0 ? null : StringCase.Strip(operands[index]) switch
        {
            ConditionalExpression choice => translator.Choose(choice.Test, () => Of(choice.IfTrue), () => Of(choice.IfFalse)),
            BinaryExpression coalesce when translator.FindMember(coalesce.Left) is { IsString: true } member => PredicateTranslation.Or(
            [
                PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: true), Of(coalesce.Left)]),
                PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: false), translator.Otherwise(coalesce.Right, () => Of(coalesce.Right))]),
            ]),
            _ => null,
        };

        PredicateTranslation Of(Expression value) => translator.Translate(With(call, index, value), isNegated);
    }

    private static MethodCallExpression With(MethodCallExpression call, int index, Expression value)
    {
        var first = call.Object is null ? 0 : 1;
        return Expression.Call(
            index < first ? value : call.Object, call.Method, call.Arguments.Select((argument, i) => i + first == index ? value : argument));
    }
}
