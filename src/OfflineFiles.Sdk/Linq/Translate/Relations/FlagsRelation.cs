using System.Globalization;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary>
/// <c>(x &amp; flag) != 0</c> and <c>(x &amp; flag) == flag</c>: WQL has no bits, but a number in which a bit is set is no less than the
/// bit, for the properties that have flags are unsigned at the backend.
/// </summary>
internal sealed class FlagsRelation : IRelationTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation)
    {
        if (Plain(relation.Operand) is not BinaryExpression { NodeType: ExpressionType.And } and || relation.Value is bool) return null;
        var (tested, mask) = and.Right is ConstantExpression ? (and.Left, and.Right) : (and.Right, and.Left);
        if (mask is not ConstantExpression { Value: { } bits } || translator.FindMember(Plain(tested)) is not { } member) return null;
        return relation.Value is { } value
            ? AtLeast(member, Bits(bits), relation, Bits(value)) ?? relation.Refused(Reasons.Bits)
            : relation.Refused(Reasons.Bits);
    }

    /// <summary>The numbers that have all the bits of a flag, and others.</summary>
    public static PredicateTranslation? HavingAll(ItemMember member, long flag, Expression source) => flag > 0
        ? PredicateTranslation.Superset(AtLeast(member, flag), source, Reasons.Bits)
        : null;

    private static PredicateTranslation? AtLeast(ItemMember member, long mask, Relation relation, long value)
    {
        long? least = relation.Operator switch
        {
            WqlComparisonOperator.Equal when value > 0 => value,
            WqlComparisonOperator.NotEqual or WqlComparisonOperator.Greater when value == 0 && mask > 0 => mask & -mask,
            _ => null,
        };
        return least is { } number
            ? PredicateTranslation.Superset(WqlTerms.OrNull(AtLeast(member, number), member, relation.IncludesNull), relation.Source, Reasons.Bits)
            : null;
    }

    private static WqlComparison AtLeast(ItemMember member, long number) =>
        new(member.Name, WqlComparisonOperator.GreaterOrEqual, WqlConstant.Integer(number));

    private static long Bits(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static Expression Plain(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert) expression = convert.Operand;
        return expression;
    }
}
