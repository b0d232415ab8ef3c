using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// A lambda of a query in its normal form, over rows of any type and perhaps a second value beside each. Compiled in the shape that a
/// stage needs, once, when a run first needs it.
/// </summary>
internal sealed class RowLambda
{
    private readonly Lazy<Func<object?, bool>> _predicate;
    private readonly Lazy<Func<object?, object?>> _key;
    private readonly Lazy<Func<object?, object?>> _projection;
    private readonly Lazy<Func<object?, int, bool>> _indexedPredicate;
    private readonly Lazy<Func<object?, int, object?>> _indexedProjection;
    private readonly Lazy<Func<object?, object?, object?>> _pair;

    public RowLambda(IReadOnlyList<ParameterExpression> parameters, Expression body)
    {
        Parameters = parameters;
        Body = body;
        _predicate = new(() => RowFunction.Predicate(Row, Body));
        _key = new(() => RowFunction.Key(Row, Body));
        _projection = new(() => RowFunction.Projection(Row, Body));
        _indexedPredicate = new(() => RowFunction.Compile<Func<object?, int, bool>>(Parameters, SemanticsRewriter.Predicate(Body)));
        _indexedProjection = new(() => RowFunction.Compile<Func<object?, int, object?>>(Parameters, SemanticsRewriter.Projection(Body)));
        _pair = new(() => RowFunction.Compile<Func<object?, object?, object?>>(Parameters, SemanticsRewriter.Projection(Body)));
    }

    public static RowLambda Of(LambdaExpression lambda) => new(lambda.Parameters, ExpressionNormalizer.Normalize(lambda.Body));

    public IReadOnlyList<ParameterExpression> Parameters { get; }

    public Expression Body { get; }

    public ParameterExpression Row => Parameters[0];

    /// <summary>Whether a row satisfies it.</summary>
    public Func<object?, bool> Predicate => _predicate.Value;

    /// <summary>What rows are compared by: null where the value is null, although its type may have no null.</summary>
    public Func<object?, object?> Key => _key.Value;

    /// <summary>What it makes of a row; where that is null although its type has no null, the default of the type.</summary>
    public Func<object?, object?> Projection => _projection.Value;

    /// <summary>Whether a row and its number satisfy it; the lambda may leave the number out.</summary>
    public Func<object?, int, bool> IndexedPredicate => _indexedPredicate.Value;

    /// <summary>What it makes of a row and its number.</summary>
    public Func<object?, int, object?> IndexedProjection => _indexedProjection.Value;

    /// <summary>What it makes of two values.</summary>
    public Func<object?, object?, object?> Pair => _pair.Value;

    /// <summary>The same where the row may be null: what is read of it then is null too, instead of an error.</summary>
    public RowLambda NullSafe(int row)
    {
        var parameter = Parameters[row];
        if (!NullScope.HasNull(parameter.Type)) return this;
        // Only a parameter as it stands is taken for a row that is there.
        return new RowLambda(Parameters, new NullableRow(parameter).Visit(Body));
    }

    public override string ToString() => ExpressionText.OfLambda(Parameters, Body);

    private sealed class NullableRow(ParameterExpression row) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == row ? Expression.Convert(node, node.Type) : node;
    }
}
