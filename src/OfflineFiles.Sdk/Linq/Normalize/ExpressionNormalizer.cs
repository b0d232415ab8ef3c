using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// Brings an expression into the form that the translator and the residual read: what does not depend on the row becomes a constant,
/// evaluated once; and what compilers write in several ways is written in one.
/// </summary>
internal sealed class ExpressionNormalizer : ExpressionVisitor
{
    private readonly HashSet<Expression> _dependent;

    private ExpressionNormalizer(HashSet<Expression> dependent) => _dependent = dependent;

    public static Expression Normalize(Expression body) => new ExpressionNormalizer(RowDependence.Of(body)).Visit(body)!;

    public override Expression? Visit(Expression? node) => node switch
    {
        null or ConstantExpression => node,
        { NodeType: ExpressionType.Quote } => node,
        _ when !_dependent.Contains(node) && node.Type != typeof(void) && !SetMembership.IsSpan(node.Type) => ConstantEvaluator.ToConstant(node),
        _ => base.Visit(node),
    };

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (ShortCircuit(node) is { } settled) return settled;
        if (base.VisitBinary(node) is not BinaryExpression binary) return node;
        return BooleanComparison.Simplify(EnumComparison.Restore(binary));
    }

    protected override Expression VisitConditional(ConditionalExpression node) =>
        Visit(node.Test) is not ConstantExpression { Value: bool test } ? base.VisitConditional(node) : Visit(test ? node.IfTrue : node.IfFalse)!;

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Not && node.Type == typeof(bool) && Visit(node.Operand) is { } operand
            ? operand is UnaryExpression { NodeType: ExpressionType.Not } inner && inner.Type == typeof(bool) ? inner.Operand : node.Update(operand)
            : base.VisitUnary(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(Queryable))
            throw new QueryTranslationException(
                ExpressionText.Of(node),
                "a query inside a query would run again for each row",
                "Read its rows first, with ToListAsync(), and use the list.");
        if (SetMembership.Read(node) is { } membership && Visit(membership.Set) is ConstantExpression { Value: { } set })
            return ConstantSet.Create(set, membership.Comparer is null ? null : Visit(membership.Comparer)) is { } values
                ? ConstantSet.Call(values, Visit(membership.Value)!)
                : node.Update(Visit(node.Object)!, Visit(node.Arguments));
        var visited = (MethodCallExpression)base.VisitMethodCall(node);
        return EqualsCall.ToComparison(visited) ?? (Expression)visited;
    }

    // What is created stays a creation, also where its arguments are constants: its members are assigned anew for each row.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update(node.NewExpression.Update(Visit(node.NewExpression.Arguments)), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitListInit(ListInitExpression node) =>
        node.Update(node.NewExpression.Update(Visit(node.NewExpression.Arguments)), Visit(node.Initializers, VisitElementInit));

    // The right side of && and || must not be evaluated when the left side settles the whole, as it would not be in C#.
    private Expression? ShortCircuit(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse) || node.Type != typeof(bool)) return null;
        var left = Visit(node.Left)!;
        var isAnd = node.NodeType == ExpressionType.AndAlso;
        if (left is ConstantExpression { Value: bool value }) return value == isAnd ? Visit(node.Right)! : left;
        var right = Visit(node.Right)!;
        if (right is ConstantExpression { Value: bool last } && last == isAnd) return left;
        return node.Update(left, node.Conversion, right);
    }
}
