using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Deep;

/// <summary>How large an expression is: how many parts it has, how deep they nest, and how deep its lambdas do.</summary>
internal readonly record struct ExpressionExtent(long Parts, int Depth, int Lambdas)
{
    /// <summary>Whether it nests deeper than what people write. A chain of operators nests as deep as it is long.</summary>
    public bool IsDeep => Depth > 100;

    /// <summary>Measures an expression, or as much of it as has a number of parts: one that has more may have billions, shared between its branches.</summary>
    public static ExpressionExtent Of(Expression expression, long most = long.MaxValue)
    {
        var meter = new Meter(most);
        meter.Visit(expression);
        return meter.Extent;
    }

    private sealed class Meter(long most) : DeepVisitor
    {
        private long _parts;
        private int _depth;
        private int _deepest;
        private int _lambdas;
        private int _deepestLambda;

        public ExpressionExtent Extent => new(_parts, _deepest, _deepestLambda);

        public override Expression? Visit(Expression? node)
        {
            if (node is null || _parts >= most) return node;
            _parts++;
            if (++_depth > _deepest) _deepest = _depth;
            base.Visit(node);
            _depth--;
            return node;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            if (++_lambdas > _deepestLambda) _deepestLambda = _lambdas;
            Visit(node.Body);
            _lambdas--;
            return node;
        }

        // What extends expressions may change when it is asked for its parts.
        protected override Expression VisitExtension(Expression node) => node;
    }
}
