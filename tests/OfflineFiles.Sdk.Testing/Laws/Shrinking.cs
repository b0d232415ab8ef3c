using System.Linq.Expressions;
using OfflineFiles.Sdk.Testing.Laws.Grammar;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>Makes a question that breaks a law as small as it can be: parts of the predicate alone, one row alone.</summary>
internal static class Shrinking
{
    public static async Task<Question> SmallestAsync(Question question, Func<Question, Task<bool>> breaks)
    {
        foreach (var smaller in Smaller(question))
            if (await breaks(smaller)) return await SmallestAsync(smaller, breaks);
        return question;
    }

    private static IEnumerable<Question> Smaller(Question question)
    {
        if (question.Rows.Count > 1)
            foreach (var row in question.Rows) yield return question with { Rows = question.Rows.Where(other => other != row).ToList() };
        foreach (var body in Bodies(question.Predicate.Body))
            yield return question with { Predicate = Expression.Lambda<Func<OfflineFilesItem, bool>>(body, Row.Parameter) };
    }

    /// <summary>The parts of a condition, and the condition with a part in the place of a larger one.</summary>
    private static IEnumerable<Expression> Bodies(Expression body)
    {
        var parts = Parts(body);
        foreach (var part in parts) yield return part;
        foreach (var part in parts)
            foreach (var inner in Bodies(part)) yield return new Exchange(part, inner).Visit(body)!;
    }

    private static Expression[] Parts(Expression body) => body switch
    {
        BinaryExpression binary when binary.Left.Type == typeof(bool) => [binary.Left, binary.Right],
        UnaryExpression { NodeType: ExpressionType.Not } not => [not.Operand],
        ConditionalExpression choice when choice.Type == typeof(bool) => [choice.Test, choice.IfTrue, choice.IfFalse],
        InvocationExpression { Expression: LambdaExpression lambda } => [new Exchange(lambda.Parameters[0], Row.Parameter).Visit(lambda.Body)!],
        _ => [],
    };

    private sealed class Exchange(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
