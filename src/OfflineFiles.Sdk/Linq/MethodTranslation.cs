using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <summary>
/// Says what a method of your own means, so that a query that calls it can run at the backend: the call is replaced by its meaning before
/// anything else is made of the query. Immutable; registered in <see cref="QueryOptions.Translations"/>.
/// </summary>
/// <remarks>The method itself is never called by a query then, so the meaning must be the same; nothing can check that.</remarks>
/// <example>
/// <code>
/// MethodTranslation.Create(
///     (OfflineFilesItem i) =&gt; IsOfficeFile(i),
///     i =&gt; i.ItemName.EndsWith(".docx") || i.ItemName.EndsWith(".xlsx"))
/// </code>
/// </example>
public sealed class MethodTranslation
{
    private readonly LambdaExpression _meaning;
    private readonly int[] _parameterOfOperand;

    private MethodTranslation(LambdaExpression call, LambdaExpression meaning)
    {
        _meaning = Guard.NotNull(meaning);
        if (Guard.NotNull(call).Body is not MethodCallExpression body) throw NoCall(call);
        Method = body.Method;
        _parameterOfOperand = [.. Operands(body).Select(operand => operand is ParameterExpression parameter ? call.Parameters.IndexOf(parameter) : -1)];
        if (_parameterOfOperand.Length != call.Parameters.Count || _parameterOfOperand.Distinct().Count() != call.Parameters.Count || _parameterOfOperand.Contains(-1))
            throw NoCall(call);
    }

    internal MethodInfo Method { get; }

    /// <summary>Says what a method with one operand means.</summary>
    /// <typeparam name="T">The type of the operand: the parameter, or of an instance method what it is called on.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with nothing but the parameter of the lambda in it.</param>
    /// <param name="meaning">The same, said with what a query understands.</param>
    /// <exception cref="ArgumentException">The first lambda is more or less than a call.</exception>
    public static MethodTranslation Create<T, TResult>(Expression<Func<T, TResult>> call, Expression<Func<T, TResult>> meaning) => new(call, meaning);

    /// <summary>Says what a method with two operands means.</summary>
    /// <typeparam name="T1">The type of the first operand.</typeparam>
    /// <typeparam name="T2">The type of the second operand.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with nothing but the parameters of the lambda in it, each once.</param>
    /// <param name="meaning">The same, said with what a query understands.</param>
    /// <exception cref="ArgumentException">The first lambda is more or less than a call.</exception>
    public static MethodTranslation Create<T1, T2, TResult>(Expression<Func<T1, T2, TResult>> call, Expression<Func<T1, T2, TResult>> meaning) => new(call, meaning);

    /// <summary>Says what a method with three operands means.</summary>
    /// <typeparam name="T1">The type of the first operand.</typeparam>
    /// <typeparam name="T2">The type of the second operand.</typeparam>
    /// <typeparam name="T3">The type of the third operand.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with nothing but the parameters of the lambda in it, each once.</param>
    /// <param name="meaning">The same, said with what a query understands.</param>
    /// <exception cref="ArgumentException">The first lambda is more or less than a call.</exception>
    public static MethodTranslation Create<T1, T2, T3, TResult>(
        Expression<Func<T1, T2, T3, TResult>> call, Expression<Func<T1, T2, T3, TResult>> meaning) => new(call, meaning);

    /// <summary>The method and its meaning.</summary>
    public override string ToString() => $"{Method.DeclaringType?.Name}.{Method.Name} means {ExpressionText.Of(_meaning)}";

    internal Expression Inline(MethodCallExpression call)
    {
        var operands = Operands(call).ToArray();
        var arguments = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++) arguments[_parameterOfOperand[i]] = operands[i];
        return LambdaCall.Inline(_meaning, arguments);
    }

    private static IEnumerable<Expression> Operands(MethodCallExpression call) =>
        call.Object is null ? call.Arguments : call.Arguments.Prepend(call.Object);

    private static ArgumentException NoCall(LambdaExpression call) => new(
        $"'{ExpressionText.Of(call)}' is no call of a method with the parameters of the lambda, each once and nothing else.", nameof(call));
}
