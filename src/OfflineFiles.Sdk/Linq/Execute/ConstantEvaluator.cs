using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Evaluates the parts of a query that do not depend on the row: captured variables, fields, properties and calls.</summary>
internal static class ConstantEvaluator
{
    public static ConstantExpression ToConstant(Expression expression)
    {
        try
        {
            return Expression.Constant(Evaluate(expression), expression.Type);
        }
        catch (Exception exception) when (exception is not QueryTranslationException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new QueryTranslationException(
                ExpressionText.Of(expression),
                $"evaluating it failed with {cause.GetType().Name}: {cause.Message.TrimEnd('.')}",
                "Evaluate it before the query and use the value.",
                query: null,
                cause);
        }
    }

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(Instance(member.Expression, member)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(Instance(member.Expression, member)),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when IsPlain(convert) => Evaluate(convert.Operand),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: { } method } convert => method.Invoke(null, [Evaluate(convert.Operand)]),
        _ => Compiled(expression),
    };

    private static object? Instance(Expression? expression, MemberExpression member)
    {
        if (expression is null) return null;
        return Evaluate(expression) ?? throw new InvalidOperationException($"{ExpressionText.Of(expression)} is null, so it has no {member.Member.Name}");
    }

    private static bool IsPlain(UnaryExpression convert) =>
        convert.Type.IsAssignableFrom(convert.Operand.Type) || Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type;

    private static object? Compiled(Expression expression) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
}
