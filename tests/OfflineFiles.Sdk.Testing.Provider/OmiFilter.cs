using System.Globalization;
using System.Text;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// Filters as OMI does (observed behaviour). NULL differs from every value; an order with it, anything inside an object that is NULL and
/// <c>&lt;&gt; NULL</c> end the evaluation of the row, and it is no match. Text is compared byte by byte, folding ASCII letters; times are text.
/// </summary>
internal static class OmiFilter
{
    public static bool Matches(WqlPredicate where, CimRow row) => Evaluate(where, row) == true;

    /// <returns>Null when the evaluation ended.</returns>
    private static bool? Evaluate(WqlPredicate predicate, CimRow row)
    {
        switch (predicate)
        {
            case WqlNot not:
                return !Evaluate(not.Operand, row);
            case WqlConnective connective:
                var operands = connective.Operands.Select(operand => Evaluate(operand, row)).ToList();
                return operands.Contains(null) ? null : connective is WqlAnd ? !operands.Contains(false) : operands.Contains(true);
            case WqlTest test:
                return TryRead(test.Property, row, out var value) ? Evaluate(test, value) : null;
            default:
                throw new InvalidOperationException($"The double does not know {predicate.GetType().Name}.");
        }
    }

    private static bool? Evaluate(WqlTest test, object? value) => (test, value) switch
    {
        (WqlNullTest { IsNegated: true }, _) => null,
        (WqlNullTest, _) => value is null,
        (WqlIsA isA, CimRow embedded) => string.Equals(isA.ClassName, embedded.ClassName, StringComparison.OrdinalIgnoreCase),
        (WqlIsA, _) => null,
        (WqlLike, null) => false,
        (WqlLike like, string text) => OmiLike.Matches(Bytes(like.Pattern.Text), Bytes(text)),
        (WqlComparison comparison, null) => comparison.Operator switch
        {
            WqlComparisonOperator.Equal => false,
            WqlComparisonOperator.NotEqual => true,
            _ => null,
        },
        (WqlComparison comparison, _) => Holds(comparison.Operator, Compare(value, comparison.Constant)),
        _ => null,
    };

    private static int Compare(object value, WqlConstant constant) => value switch
    {
        string text when constant.TryGetString(out var other) => Bytes(text).AsSpan().SequenceCompareTo(Bytes(other)),
        DateTimeOffset point when constant.TryGetString(out var other) => string.CompareOrdinal(WqlDateTime.Format(point), other),
        bool truth when constant is WqlBooleanConstant or WqlStringConstant && constant.TryGetBoolean(out var other) => truth.CompareTo(other),
        uint or long when constant.TryGetInteger(out var other) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).CompareTo(other),
        _ => throw ProviderErrors.InvalidQuery(new FormatException($"{value} is not compared with {constant}")),
    };

    private static bool Holds(WqlComparisonOperator comparison, int order) => comparison switch
    {
        WqlComparisonOperator.Equal => order == 0,
        WqlComparisonOperator.NotEqual => order != 0,
        WqlComparisonOperator.Less => order < 0,
        WqlComparisonOperator.LessOrEqual => order <= 0,
        WqlComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static bool TryRead(WqlProperty property, CimRow row, out object? value)
    {
        if (OfflineFilesSchema.Item.Find(property.Names[0]) is not { IsDocumented: true }) throw ProviderErrors.InvalidQuery(new FormatException($"{property} is unknown"));
        value = row[property.Names[0]];
        if (!property.IsDotted) return true;
        if (value is not CimRow embedded || embedded.Shape.IndexOf(property.Names[1]) < 0) return false;
        value = embedded[property.Names[1]];
        return true;
    }

    private static byte[] Bytes(string text) => Array.ConvertAll(Encoding.UTF8.GetBytes(text), one => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one);
}
