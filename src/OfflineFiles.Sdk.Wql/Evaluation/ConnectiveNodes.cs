using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

internal sealed class AndNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row)
    {
        foreach (var operand in operands)
            if (!operand.IsTrue(row)) return false;
        return true;
    }

    public override Expression ToExpression(ParameterExpression row) =>
        operands.Select(operand => operand.ToExpression(row)).Aggregate(Expression.AndAlso);
}

internal sealed class OrNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row)
    {
        foreach (var operand in operands)
            if (operand.IsTrue(row)) return true;
        return false;
    }

    public override Expression ToExpression(ParameterExpression row) =>
        operands.Select(operand => operand.ToExpression(row)).Aggregate(Expression.OrElse);
}
