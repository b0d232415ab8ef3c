using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The operators of a query in the order they apply.</summary>
/// <param name="Root">What the first of them is called on.</param>
/// <param name="Operators">Those that yield a sequence.</param>
/// <param name="Last">The one after them that yields one value; null if rows are asked for.</param>
internal sealed record QueryChain(IItemQueryRoot Root, IReadOnlyList<QueryOperator> Operators, QueryOperator? Last = null)
{
    public static QueryChain Read(Expression expression) => TryRead(expression) ?? throw new QueryTranslationException(
        ExpressionText.Of(Start(expression)),
        "it is no operator over the items of a cache",
        "Begin with cache.Items and use the operators of System.Linq.Queryable.");

    /// <summary>Reads a query that yields one value.</summary>
    public static QueryChain ReadValue(Expression expression) => expression is MethodCallExpression call && IsOperator(call)
        ? Read(call.Arguments[0]) with { Last = new QueryOperator(call) }
        : Read(expression);

    /// <summary>Reads a query over the items of a cache; null if the expression is anything else.</summary>
    public static QueryChain? TryRead(Expression expression)
    {
        var operators = new List<QueryOperator>();
        var current = expression;
        while (current is MethodCallExpression call && IsOperator(call))
        {
            operators.Add(new QueryOperator(call));
            current = call.Arguments[0];
        }

        if (current is not ConstantExpression { Value: IItemQueryRoot { IsRoot: true } root }) return null;
        operators.Reverse();
        return new QueryChain(root, operators);
    }

    private static Expression Start(Expression expression)
    {
        while (expression is MethodCallExpression call && IsOperator(call)) expression = call.Arguments[0];
        return expression;
    }

    private static bool IsOperator(MethodCallExpression call) => call.Method.DeclaringType == typeof(Queryable) && call.Arguments.Count > 0;
}

/// <summary>One operator of a query, as it was called: its arguments are counted without the sequence it is called on.</summary>
internal sealed record QueryOperator(MethodCallExpression Call)
{
    public string Name => Call.Method.Name;

    public int Count => Call.Arguments.Count - 1;

    /// <summary>What the operator is called with, as in the declaration of its method: <c>TSource</c> first.</summary>
    public IReadOnlyList<Type> Types => Call.Method.GetGenericArguments();

    /// <summary>The type of the elements it yields.</summary>
    public Type ElementType => Call.Type.GetGenericArguments()[0];

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

    /// <summary>The comparer it was given as its last argument; null for the rule of a query, named or not.</summary>
    public object? Comparer() =>
        ComparerArgument.IsLastOf(Call.Method) && Value<object>(Count - 1) is { } given && CollectionRules.OfComparer(given) != CollectionRule.Query
            ? given
            : null;

    public QueryTranslationException Refused(string reason, string advice) =>
        new(ExpressionText.OfOperator(Call), reason, advice, ExpressionText.Of(Call));
}
