using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Finds the parts of an expression that depend on a parameter; all others have one value for the whole query.</summary>
internal sealed class RowDependence : ExpressionVisitor
{
    private readonly HashSet<Expression> _dependent = [];
    private bool _found;

    private RowDependence()
    {
    }

    public static HashSet<Expression> Of(Expression expression)
    {
        var finder = new RowDependence();
        finder.Visit(expression);
        return finder._dependent;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null) return null;
        var outer = _found;
        _found = node is ParameterExpression or LambdaExpression;
        base.Visit(node);
        if (_found) _dependent.Add(node);
        _found |= outer;
        return node;
    }
}
