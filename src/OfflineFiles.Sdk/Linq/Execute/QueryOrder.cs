using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>The order of values in a query, unless it names its own: null first, strings ordinal ignoring case.</summary>
internal sealed class QueryOrder : IComparer
{
    public static QueryOrder Instance { get; } = new();

    /// <summary>The comparer that an operator was given, or this one.</summary>
    public static IComparer Of(MethodCallExpression call)
    {
        if (call.Arguments.Count < 3) return Instance;
        return ExpressionNormalizer.Normalize(call.Arguments[2]) is not ConstantExpression { Value: var value }
            ? throw Refused(call)
            : value switch
            {
                null => Instance,
                IComparer comparer => comparer,
                IComparer<string> strings => new StringOrder(strings),
                _ => throw Refused(call),
            };
    }

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        (UncPath left, UncPath right) => left.CompareTo(right),
        _ => Comparer.DefaultInvariant.Compare(x, y),
    };

    private static QueryTranslationException Refused(MethodCallExpression call) => new(
        ExpressionText.OfOperator(call),
        "its comparer compares values of one type only",
        "Derive it from Comparer<T>, or read the rows first and sort them.");

    private sealed class StringOrder(IComparer<string> comparer) : IComparer
    {
        public int Compare(object? x, object? y) => comparer.Compare((string)x!, (string)y!);
    }
}
