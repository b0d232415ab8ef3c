using System.Globalization;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// <c>(x &amp; flag) != 0</c> and <c>(x &amp; flag) == flag</c>: WQL has no bits, but a number in which a bit is set is no less than the
/// bit, for the properties that have flags are unsigned at the backend.
/// </summary>
internal sealed class FlagsComparison : IComparisonTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (Plain(compared.Operand) is not BinaryExpression { NodeType: ExpressionType.And } and || compared.Value is bool) return null;
        var (tested, mask) = and.Right is ConstantExpression ? (and.Left, and.Right) : (and.Right, and.Left);
        if (mask is not ConstantExpression { Value: { } bits } || translator.FindMember(Plain(tested)) is not { } member) return null;
        return compared.Value is { } value
            ? AtLeast(member, Bits(bits), compared, Bits(value)) ?? compared.Refused(RefusalReasons.Bits)
            : compared.Refused(RefusalReasons.Bits);
    }

    /// <summary>The numbers that have all the bits of a flag, and others.</summary>
    public static PredicateTranslation? HavingAll(ItemMember member, long flag, Expression source) => flag > 0
        ? PredicateTranslation.Superset(AtLeast(member, flag), source, RefusalReasons.Bits)
        : null;

    private static PredicateTranslation? AtLeast(ItemMember member, long mask, ValueComparison compared, long value)
    {
        long? least = compared.Operator switch
        {
            WqlComparisonOperator.Equal when value > 0 => value,
            WqlComparisonOperator.NotEqual or WqlComparisonOperator.Greater when value == 0 && mask > 0 => mask & -mask,
            _ => null,
        };
        return least is { } number
            ? PredicateTranslation.Superset(WqlTerms.OrNull(AtLeast(member, number), member, compared.IncludesNull), compared.Source, RefusalReasons.Bits)
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

/// <summary><c>x.HasFlag(flag)</c>: WQL has no bits, see <see cref="FlagsComparison"/>.</summary>
internal sealed class EnumHasFlagTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(Enum.HasFlag) || call.Method.DeclaringType != typeof(Enum)) return null;
        var flag = call.Arguments[0] is ConstantExpression { Value: { } value } ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        return !isNegated && translator.FindMember(call.Object!) is { } member && FlagsComparison.HavingAll(member, flag, call) is { } having
            ? having
            : PredicateTranslation.Refused(call, RefusalReasons.Bits);
    }
}
