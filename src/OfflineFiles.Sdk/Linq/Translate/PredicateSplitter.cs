using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Takes a predicate apart at its ANDs, those that stand in it and those that a negation makes of ORs.</summary>
internal static class PredicateSplitter
{
    public static IReadOnlyList<Expression> Split(Expression predicate)
    {
        var parts = new List<Expression>();
        foreach (var (part, isNegated) in ChainOperands.Of(predicate, isAnd: true, isNegated: false)) parts.Add(isNegated ? Expression.Not(part) : part);
        return parts;
    }
}

/// <summary>Gathers what is joined by one operator, however the chain leans and wherever a negation turns one operator into the other.</summary>
internal static class ChainOperands
{
    /// <param name="chain">A bool, or a bool that may be null.</param>
    /// <param name="isAnd">Whether what is joined by AND is gathered; otherwise by OR.</param>
    /// <param name="isNegated">Whether a negation stands around it.</param>
    public static List<(Expression Part, bool IsNegated)> Of(Expression chain, bool isAnd, bool isNegated)
    {
        var operands = new List<(Expression Part, bool IsNegated)>();
        var open = new Stack<(Expression Part, bool IsNegated)>();
        open.Push((chain, isNegated));
        while (open.Count > 0)
        {
            var (part, negated) = open.Pop();
            switch (part)
            {
                case UnaryExpression { NodeType: ExpressionType.Not, Method: null } not when not.Type == chain.Type:
                    open.Push((not.Operand, !negated));
                    break;
                case BinaryExpression { Method: null } both when both.Type == chain.Type && IsJoin(both, isAnd != negated):
                    open.Push((both.Right, negated));
                    open.Push((both.Left, negated));
                    break;
                default:
                    operands.Add((part, negated));
                    break;
            }
        }

        return operands;
    }

    private static bool IsJoin(BinaryExpression both, bool isAnd) =>
        both.NodeType == (isAnd ? ExpressionType.AndAlso : ExpressionType.OrElse)
        || both.Type != typeof(bool) && both.NodeType == (isAnd ? ExpressionType.And : ExpressionType.Or);
}
