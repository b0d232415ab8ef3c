using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>The order of keys: null first, text ordinal ignoring case, unless the operator was given a comparer.</summary>
internal sealed class OracleOrder : IComparer<object?>
{
    private readonly IComparer _values;

    private OracleOrder(IComparer values) => _values = values;

    public static OracleOrder Of(MethodCallExpression call) =>
        new(call.Arguments.Count > 2 && Oracle.ValueOf(call.Arguments[2]) is IComparer comparer ? comparer : StringComparer.OrdinalIgnoreCase);

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (UncPath left, UncPath right) => left.CompareTo(right),
        (not string, not string) when _values is StringComparer => Comparer.DefaultInvariant.Compare(x, y),
        _ => _values.Compare(x, y),
    };
}
