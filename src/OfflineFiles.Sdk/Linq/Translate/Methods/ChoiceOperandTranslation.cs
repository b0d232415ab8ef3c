using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>(x.Member ?? other).StartsWith(text)</c>: a call for each of the values that its operand may be.</summary>
internal sealed class ChoiceOperandTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (ConstantSet.TryRead(call, out _, out _)) return null;
        var operands = call.Object is null ? [.. call.Arguments] : call.Arguments.Prepend(call.Object).ToArray();
        if (Array.TrueForAll(operands, operand => operand is ConstantExpression))
            return PredicateTranslation.Of(ConstantEvaluator.Evaluate(SemanticsRewriter.Predicate(call)) is true != isNegated);
        var index = Array.FindIndex(operands, operand => StringCase.Strip(operand) is ConditionalExpression or BinaryExpression { NodeType: ExpressionType.Coalesce });
        return index < 0 ? null : StringCase.Strip(operands[index]) switch
        {
            ConditionalExpression choice => translator.Choose(choice.Test, () => Of(choice.IfTrue), () => Of(choice.IfFalse)),
            BinaryExpression coalesce when translator.FindMember(coalesce.Left) is { IsString: true } member => PredicateTranslation.Or(
            [
                PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: true), Of(coalesce.Left)]),
                PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: false), Of(coalesce.Right)]),
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
