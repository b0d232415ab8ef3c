using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// Translates what is true, false or null: <c>x.Encrypted &amp; x.Sparse</c>, <c>x.Encrypted ?? true</c>, and the comparisons that Visual
/// Basic leaves null where an operand is.
/// </summary>
internal sealed class TruthTranslator(PredicateTranslator translator)
{
    /// <summary>The rows where it has the wanted value, and those where it is null if they are to be included.</summary>
    public PredicateTranslation Translate(Expression truth, bool wanted, bool includesNull) =>
        DeepStack.HasRoom ? TranslateHere(truth, wanted, includesNull) : TranslateElsewhere(truth, wanted, includesNull);

    private PredicateTranslation TranslateElsewhere(Expression truth, bool wanted, bool includesNull) =>
        DeepStack.Run(() => TranslateHere(truth, wanted, includesNull));

    private PredicateTranslation TranslateHere(Expression truth, bool wanted, bool includesNull) => truth switch
    {
        ConstantExpression { Value: var value } => PredicateTranslation.Of(value is bool known ? known == wanted : includesNull),
        _ when translator.FindMember(truth) is { } member => ComparisonTranslator.Truth(member, wanted, includesNull),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when convert.Operand.Type == typeof(bool) => translator.Translate(convert.Operand, !wanted),
        UnaryExpression { NodeType: ExpressionType.Not, Method: null } not => Translate(not.Operand, !wanted, includesNull),
        BinaryExpression { NodeType: ExpressionType.And or ExpressionType.AndAlso, Method: null } and => Join(and, isAnd: wanted, wanted, includesNull),
        BinaryExpression { NodeType: ExpressionType.Or or ExpressionType.OrElse, Method: null } or => Join(or, isAnd: !wanted, wanted, includesNull),
        BinaryExpression { IsLiftedToNull: true } binary when ComparisonOperators.Of(binary.NodeType) is not null => Compare(binary, wanted, includesNull),
        ConditionalExpression choice => translator.Choose(
            choice.Test, () => Translate(choice.IfTrue, wanted, includesNull), () => Translate(choice.IfFalse, wanted, includesNull)),
        _ => PredicateTranslation.Refused(truth, RefusalReasons.Of(truth)),
    };

    /// <summary>The rows where a value, or where it is null another, is as wanted.</summary>
    public PredicateTranslation Coalesce(Expression truth, Expression whenNull, bool wanted)
    {
        if (whenNull is ConstantExpression { Value: bool known }) return Translate(truth, wanted, includesNull: known == wanted);
        if (translator.FindMember(truth) is not { } member) return PredicateTranslation.Refused(truth, RefusalReasons.NoForm);
        var other = whenNull.Type == typeof(bool) ? translator.Translate(whenNull, !wanted) : Translate(whenNull, wanted, includesNull: !wanted);
        return PredicateTranslation.Or(
            [Translate(truth, wanted, includesNull: false), PredicateTranslation.And([WqlTerms.NullTest(member, isNegated: false), other])]);
    }

    // What is no less than true is both no less than true, and so on for the four combinations.
    private PredicateTranslation Join(BinaryExpression join, bool isAnd, bool wanted, bool includesNull)
    {
        var parts = ChainOperands.Of(join, isAnd, isNegated: !wanted).ConvertAll(operand => Translate(operand.Part, !operand.IsNegated, includesNull));
        return isAnd ? PredicateTranslation.And(parts) : PredicateTranslation.Or(parts);
    }

    private PredicateTranslation Compare(BinaryExpression binary, bool wanted, bool includesNull)
    {
        var comparison = ComparisonOperators.Of(binary.NodeType)!.Value;
        var (operand, constant) = (binary.Left, binary.Right);
        if (binary.Left is ConstantExpression) (operand, constant, comparison) = (binary.Right, binary.Left, ComparisonOperators.Mirror(comparison));
        if (constant is not ConstantExpression { Value: var value }) return PredicateTranslation.Refused(binary, RefusalReasons.NotAConstant);
        return value is null
            ? PredicateTranslation.Of(includesNull)
            : translator.Compare(ValueComparison.Of(operand, comparison, value, isNegated: !wanted, binary) with { IncludesNull = includesNull });
    }
}

/// <summary><c>(x.Encrypted &amp; x.Sparse) == true</c>: what is true, false or null, compared with true or false.</summary>
internal sealed class TruthComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared) =>
        compared.Operand.Type == typeof(bool?) && compared.Value is bool value && compared.Operand is not ConstantExpression
            && ComparisonOperators.IsEquality(compared.Operator)
            ? new TruthTranslator(translator).Translate(compared.Operand, value == (compared.Operator == WqlComparisonOperator.Equal), compared.IncludesNull)
            : null;
}
