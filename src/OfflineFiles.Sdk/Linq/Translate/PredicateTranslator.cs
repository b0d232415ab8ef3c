using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Translates a normalised predicate over one item to WQL. Negations are pushed inward; nothing is thrown to steer.</summary>
internal sealed class PredicateTranslator(ParameterExpression row)
{
    private static readonly IMethodTranslation[] Methods =
    [
        new StringStartsWithTranslation(),
        new StringEndsWithTranslation(),
        new StringContainsTranslation(),
        new StringEqualsTranslation(),
        new StringIsNullOrEmptyTranslation(),
        new StringIsNullOrWhiteSpaceTranslation(),
        new SetContainsTranslation(),
        new IsUnderTranslation(),
        new EnumHasFlagTranslation(),
    ];

    public ParameterExpression Row => row;

    public ItemMember? FindMember(Expression expression) => ItemMember.Find(expression, row);

    public PredicateTranslation Translate(Expression predicate, bool isNegated = false) => predicate switch
    {
        ConstantExpression { Value: bool value } => PredicateTranslation.Of(value != isNegated),
        UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool) => Translate(not.Operand, !isNegated),
        BinaryExpression binary when IsJoin(binary, out var isAnd) => Join(binary, isAnd != isNegated, isNegated),
        BinaryExpression { NodeType: ExpressionType.Coalesce } coalesce => Coalesce(coalesce, isNegated),
        BinaryExpression binary when Comparison.Of(binary.NodeType) is { } comparison => Compare(binary, comparison, isNegated),
        ConditionalExpression choice => Choose(choice, isNegated),
        MethodCallExpression { Method.Name: "GetValueOrDefault", Object: { } value, Arguments.Count: 0 } when FindTruth(value) is { } member =>
            ComparisonTranslator.Truth(member, isNegated),
        MethodCallExpression call => Call(call, isNegated),
        MemberExpression { Member.Name: "HasValue" } has when FindMember(has.Expression!) is { } member => WqlTerms.NullTest(member, !isNegated),
        _ when predicate.Type == typeof(bool) && FindMember(predicate) is { } member => ComparisonTranslator.Truth(member, isNegated),
        _ => PredicateTranslation.Refused(predicate, "it has no WQL form"),
    };

    private static bool IsJoin(BinaryExpression binary, out bool isAnd)
    {
        isAnd = binary.NodeType is ExpressionType.AndAlso or ExpressionType.And;
        return binary.Type == typeof(bool) && binary.Left.Type == typeof(bool) && (isAnd || binary.NodeType is ExpressionType.OrElse or ExpressionType.Or);
    }

    private PredicateTranslation Join(BinaryExpression binary, bool isAnd, bool isNegated)
    {
        // A long chain leans to the left: it is gathered in a loop, so that its length is not limited by the stack.
        var operands = new List<PredicateTranslation>();
        Expression current = binary;
        while (current is BinaryExpression link && link.Type == typeof(bool) && IsJoin(link, out var linkIsAnd) && linkIsAnd != isNegated == isAnd)
        {
            operands.Add(Translate(link.Right, isNegated));
            current = link.Left;
        }

        operands.Add(Translate(current, isNegated));
        operands.Reverse();
        return isAnd ? PredicateTranslation.And(operands) : PredicateTranslation.Or(operands);
    }

    private PredicateTranslation Choose(ConditionalExpression choice, bool isNegated) => PredicateTranslation.Or(
    [
        PredicateTranslation.And([Translate(choice.Test), Translate(choice.IfTrue, isNegated)]),
        PredicateTranslation.And([Translate(choice.Test, isNegated: true), Translate(choice.IfFalse, isNegated)]),
    ]);

    private PredicateTranslation Coalesce(BinaryExpression coalesce, bool isNegated)
    {
        if (FindMember(coalesce.Left) is not { } member || coalesce.Right is not ConstantExpression { Value: bool whenNull })
            return PredicateTranslation.Refused(coalesce, "it has no WQL form");
        var test = new WqlComparison(member.Name, WqlComparisonOperator.Equal, WqlConstant.Boolean(!isNegated));
        return PredicateTranslation.Exact(WqlTerms.OrNull(test, member, includesNull: whenNull != isNegated));
    }

    private PredicateTranslation Compare(BinaryExpression binary, WqlComparisonOperator comparison, bool isNegated)
    {
        if (StringOrderTranslation.TryTranslate(this, binary, comparison, isNegated) is { } order) return order;
        if (Operand(binary.Left) is { } left && binary.Right is ConstantExpression right)
            return ComparisonTranslator.Translate(left, comparison, right.Value, isNegated, binary);
        if (Operand(binary.Right) is { } member && binary.Left is ConstantExpression constant)
            return ComparisonTranslator.Translate(member, Comparison.Mirror(comparison), constant.Value, isNegated, binary);
        return PredicateTranslation.Refused(
            binary,
            Operand(binary.Left) is not null && Operand(binary.Right) is not null
                ? "WQL compares a property with a constant, not with another property"
                : "it has no WQL form");
    }

    private ItemMember? FindTruth(Expression expression) => expression.Type == typeof(bool?) ? FindMember(expression) : null;

    // Case does not count in a comparison of strings, so a change of case changes nothing.
    private ItemMember? Operand(Expression expression) => FindMember(StringCase.Strip(expression));

    private PredicateTranslation Call(MethodCallExpression call, bool isNegated)
    {
        foreach (var method in Methods)
            if (method.TryTranslate(this, call, isNegated) is { } translation) return translation;
        return PredicateTranslation.Refused(call, $"{call.Method.Name} has no WQL form");
    }
}
