using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>A whole number compared with a fraction, <c>x.Size &gt; 1.5 * limit</c>: the whole numbers around the fraction say the same.</summary>
internal sealed class WholeNumberComparison : IComparisonTranslation
{
    /// <summary>A whole number below is exact as a float, and no other number becomes the same float by rounding.</summary>
    private const double ExactInFloat = 1 << 24;

    /// <summary>The same for a double.</summary>
    private const double ExactInDouble = 1L << 53;

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (compared.Operand is not UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert || compared.Value is not (double or float or decimal)) return null;
        if (convert.Method is { } method && method.DeclaringType != typeof(decimal)) return null;
        if (translator.FindMember(convert.Operand) is not { Property.Schema.Type: CimTypeCode.SInt64 or CimTypeCode.UInt32 } member) return null;
        if (Exact(compared.Value) is not { } value) return compared.Refused(RefusalReasons.Incomparable(member, compared.Value));
        var (below, above) = (decimal.ToInt64(decimal.Floor(value)), decimal.ToInt64(decimal.Ceiling(value)));
        return compared.Operator switch
        {
            WqlComparisonOperator.Equal when below != above => WqlTerms.Always(member, false, compared.IncludesNull),
            WqlComparisonOperator.NotEqual when below != above => WqlTerms.Always(member, true, compared.IncludesNull),
            WqlComparisonOperator.Greater or WqlComparisonOperator.LessOrEqual => Compare(below),
            _ => Compare(above),
        };

        PredicateTranslation Compare(long number) =>
            ComparisonTranslator.Translate(member, compared.With(convert.Operand, compared.Operator, number));
    }

    private static decimal? Exact(object value) => value switch
    {
        decimal number => number is > long.MinValue and < long.MaxValue ? number : null,
        float number when Math.Abs(number) < ExactInFloat => (decimal)number,
        double number when Math.Abs(number) < ExactInDouble => Decimal(number),
        _ => null,
    };

    // A decimal made of a double is rounded to 15 digits, which may cross a whole number.
    private static decimal Decimal(double value)
    {
        var whole = Math.Floor(value);
        return (decimal)(long)whole + (value > whole ? 0.5m : 0);
    }
}
