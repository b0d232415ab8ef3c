using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk;

/// <summary>
/// Defines what a method of your own means in a query, so that a query that calls it can run at the backend: the call is replaced by its meaning
/// before the query is translated. Immutable; registered in <see cref="QueryOptions.Translations"/>.
/// </summary>
/// <remarks>A query then never calls the method itself, so the meaning must be the same; the library cannot check that.</remarks>
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

    /// <summary>Creates the translation of a method with one operand.</summary>
    /// <typeparam name="T">The type of the operand: the parameter or, for an instance method, the instance.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with the parameter of the lambda and nothing else.</param>
    /// <param name="meaning">The same result, expressed with what a query supports.</param>
    /// <exception cref="ArgumentException">The first lambda is not a call of a method with each of its parameters once and nothing else.</exception>
    public static MethodTranslation Create<T, TResult>(Expression<Func<T, TResult>> call, Expression<Func<T, TResult>> meaning) => new(call, meaning);

    /// <summary>Creates the translation of a method with two operands.</summary>
    /// <typeparam name="T1">The type of the first operand.</typeparam>
    /// <typeparam name="T2">The type of the second operand.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with each parameter of the lambda once and nothing else.</param>
    /// <param name="meaning">The same result, expressed with what a query supports.</param>
    /// <exception cref="ArgumentException">The first lambda is not a call of a method with each of its parameters once and nothing else.</exception>
    public static MethodTranslation Create<T1, T2, TResult>(Expression<Func<T1, T2, TResult>> call, Expression<Func<T1, T2, TResult>> meaning) => new(call, meaning);

    /// <summary>Creates the translation of a method with three operands.</summary>
    /// <typeparam name="T1">The type of the first operand.</typeparam>
    /// <typeparam name="T2">The type of the second operand.</typeparam>
    /// <typeparam name="T3">The type of the third operand.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="call">The call, with each parameter of the lambda once and nothing else.</param>
    /// <param name="meaning">The same result, expressed with what a query supports.</param>
    /// <exception cref="ArgumentException">The first lambda is not a call of a method with each of its parameters once and nothing else.</exception>
    public static MethodTranslation Create<T1, T2, T3, TResult>(
        Expression<Func<T1, T2, T3, TResult>> call, Expression<Func<T1, T2, T3, TResult>> meaning) => new(call, meaning);

    /// <summary>Returns the method and its meaning.</summary>
    public override string ToString() => $"{Method.DeclaringType?.Name}.{Method.Name} means {ExpressionText.Of(_meaning)}";

    /// <summary>What the method means, over the parameters of a lambda.</summary>
    internal LambdaExpression Meaning => _meaning;

    /// <summary>The operands of a call in the order of these parameters.</summary>
    internal IReadOnlyList<Expression> Arguments(MethodCallExpression call)
    {
        var operands = Operands(call).ToArray();
        var arguments = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++) arguments[_parameterOfOperand[i]] = operands[i];
        return arguments;
    }

    private static IEnumerable<Expression> Operands(MethodCallExpression call) =>
        call.Object is null ? call.Arguments : call.Arguments.Prepend(call.Object);

    private static ArgumentException NoCall(LambdaExpression call) => new(
        $"'{ExpressionText.Of(call)}' is no call of a method with the parameters of the lambda, each once and nothing else.", nameof(call));
}
