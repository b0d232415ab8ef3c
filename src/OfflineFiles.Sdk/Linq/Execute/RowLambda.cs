using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// A lambda of a query in its normal form, over rows of any type and perhaps a second value beside each. Made a function in the shape that a
/// stage needs when a run first needs it; runs that need it at once may each make their own.
/// </summary>
internal sealed class RowLambda(IReadOnlyList<ParameterExpression> parameters, Expression body)
{
    private Func<object?, bool>? _predicate;
    private Func<object?, object?>? _key;
    private Func<object?, object?>? _projection;
    private Func<object?, int, bool>? _indexedPredicate;
    private Func<object?, int, object?>? _indexedProjection;
    private Func<object?, object?, object?>? _pair;

    public static RowLambda Of(LambdaExpression lambda) => new(lambda.Parameters, ExpressionNormalizer.Normalize(lambda.Body));

    public IReadOnlyList<ParameterExpression> Parameters => parameters;

    public Expression Body => body;

    public ParameterExpression Row => Parameters[0];

    /// <summary>Whether a row satisfies it.</summary>
    public Func<object?, bool> Predicate => _predicate ??= RowFunction.Predicate(Row, body);

    /// <summary>What rows are compared by: null where the value is null, although its type may have no null.</summary>
    public Func<object?, object?> Key => _key ??= RowFunction.Key(Row, body);

    /// <summary>What it makes of a row; where that is null although its type has no null, the default of the type.</summary>
    public Func<object?, object?> Projection => _projection ??= RowFunction.Projection(Row, body);

    /// <summary>Whether a row and its number satisfy it; the lambda may leave the number out.</summary>
    public Func<object?, int, bool> IndexedPredicate => _indexedPredicate ??= RowFunction.OfTwo<int, bool>(parameters, SemanticsRewriter.Predicate(body));

    /// <summary>What it makes of a row and its number.</summary>
    public Func<object?, int, object?> IndexedProjection => _indexedProjection ??= RowFunction.OfTwo<int, object?>(parameters, SemanticsRewriter.Projection(body));

    /// <summary>What it makes of two values.</summary>
    public Func<object?, object?, object?> Pair => _pair ??= RowFunction.OfTwo<object?, object?>(parameters, SemanticsRewriter.Projection(body));

    /// <summary>The same where the row may be null: what is read of it then is null too, instead of an error.</summary>
    public RowLambda NullSafe(int row)
    {
        var parameter = Parameters[row];
        if (!NullScope.HasNull(parameter.Type)) return this;
        // Only a parameter as it stands is taken for a row that is there.
        return new RowLambda(Parameters, new NullableRow(parameter).Visit(Body));
    }

    /// <summary>The same with a parameter of its own.</summary>
    public RowLambda OverAnotherRow()
    {
        var row = Expression.Parameter(Row.Type, Row.Name);
        return new RowLambda([row], ParameterReplacer.Replace(Body, Row, row));
    }

    public override string ToString() => ExpressionText.OfLambda(Parameters, Body);

    private sealed class NullableRow(ParameterExpression row) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == row ? Expression.Convert(node, node.Type) : node;
    }
}
