using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>One operator of a query, as it was called: its arguments are counted without the sequence it is called on.</summary>
internal sealed record QueryOperator(MethodCallExpression Call)
{
    public string Name => Call.Method.Name;

    public int Count => Call.Arguments.Count - 1;

    /// <summary>What the operator is called with, as in the declaration of its method: <c>TSource</c> first.</summary>
    public IReadOnlyList<Type> Types => Call.Method.GetGenericArguments();

    public Expression this[int index] => Call.Arguments[index + 1];

    public bool IsLambda(int index) => index < Count && typeof(LambdaExpression).IsAssignableFrom(this[index].Type);

    public LambdaExpression Lambda(int index) =>
        (LambdaExpression)(this[index] is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : this[index]);

    /// <summary>How Explain calls it, with what it was given.</summary>
    public string Text(params IEnumerable<object> arguments) => $"{Name}({string.Join(", ", arguments)})";

    /// <summary>The value of an argument, which no row can change.</summary>
    public T Value<T>(int index) =>
        ExpressionNormalizer.Normalize(this[index]) is ConstantExpression { Value: T or null } constant
            ? (T)constant.Value!
            : throw Refused("its argument is not known before the query runs", "Use a value, or a variable that holds one.");

    /// <summary>The comparer it was given as its last argument; null when it was given none.</summary>
    public object? Comparer()
    {
        var last = Call.Method.GetParameters()[Count].ParameterType;
        if (Count == 0 || !last.IsGenericType) return null;
        var definition = last.GetGenericTypeDefinition();
        return definition == typeof(IEqualityComparer<>) || definition == typeof(IComparer<>) ? Value<object>(Count - 1) : null;
    }

    public QueryTranslationException Refused(string reason, string advice) =>
        new(ExpressionText.OfOperator(Call), reason, advice, ExpressionText.Of(Call));
}
