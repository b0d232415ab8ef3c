using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Takes a predicate apart at its ANDs, those that stand in it and those that a negation makes of ORs.</summary>
internal static class PredicateSplitter
{
    public static IReadOnlyList<Expression> Split(Expression predicate)
    {
        var parts = new List<Expression>();
        var open = new Stack<(Expression Part, bool IsNegated)>();
        open.Push((predicate, false));
        while (open.Count > 0)
        {
            var (part, isNegated) = open.Pop();
            switch (part)
            {
                case UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool):
                    open.Push((not.Operand, !isNegated));
                    break;
                case BinaryExpression both when both.Type == typeof(bool) && both.NodeType == (isNegated ? ExpressionType.OrElse : ExpressionType.AndAlso):
                    open.Push((both.Right, isNegated));
                    open.Push((both.Left, isNegated));
                    break;
                default:
                    parts.Add(isNegated ? Expression.Not(part) : part);
                    break;
            }
        }

        return parts;
    }
}
