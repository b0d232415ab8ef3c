using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>
/// What a lambda over an item means in a query, spelled out slowly: it walks the tree as it was written, holds every value as an object, and
/// knows nothing of how the product translates or rewrites. Reading through null is null, what is computed from null is null, a bool that is
/// null counts as false, comparisons are lifted as C# lifts them, and strings are ordinal, ignoring case, unless the call says otherwise.
/// </summary>
internal sealed class Oracle
{
    private readonly Dictionary<ParameterExpression, object?> _values;
    private readonly OracleCalls _calls;

    private Oracle(Dictionary<ParameterExpression, object?> values)
    {
        _values = values;
        _calls = new OracleCalls(this);
    }

    /// <summary>Whether a predicate holds for a row.</summary>
    public static bool Holds(LambdaExpression predicate, object? row) => Of(predicate, row) is true;

    /// <summary>The value of a lambda for a row; null where it is null, although its type may have none.</summary>
    public static object? Of(LambdaExpression lambda, object? row) => new Oracle([]).Apply(lambda, [row]);

    /// <summary>The value of an expression that names no row.</summary>
    public static object? ValueOf(Expression expression) => new Oracle([]).Evaluate(expression);

    public object? Apply(LambdaExpression lambda, IReadOnlyList<object?> arguments)
    {
        var values = new Dictionary<ParameterExpression, object?>(_values);
        for (var i = 0; i < arguments.Count; i++) values[lambda.Parameters[i]] = arguments[i];
        return new Oracle(values).Evaluate(lambda.Body);
    }

    /// <summary>A condition: null counts as false.</summary>
    public bool Truth(Expression expression) => Evaluate(expression) is true;

    public object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        ParameterExpression parameter => _values[parameter],
        MemberExpression member => Member(member),
        UnaryExpression unary => Unary(unary),
        BinaryExpression binary => Binary(binary),
        ConditionalExpression choice => Evaluate(Truth(choice.Test) ? choice.IfTrue : choice.IfFalse),
        MethodCallExpression call => _calls.Evaluate(call),
        InvocationExpression invocation => Invoke(invocation),
        LambdaExpression lambda => OracleDelegate.Make(lambda, arguments => Apply(lambda, arguments)),
        NewExpression { Members: { } members } create => new OracleObject(create, [.. members], [.. create.Arguments.Select(Evaluate)]),
        NewExpression create => create.Constructor!.Invoke(Stored(create.Arguments)),
        MemberInitExpression init => Initialize(init),
        ListInitExpression list => Fill(list),
        NewArrayExpression array => ToArray(array),
        _ => throw new NotSupportedException($"The oracle does not know {expression.NodeType}: {expression}"),
    };

    /// <summary>Values as they are kept: where the type has no null, null is its default.</summary>
    private object?[] Stored(IEnumerable<Expression> expressions) =>
        [.. expressions.Select(expression => OracleValues.Stored(Evaluate(expression), expression.Type))];

    private object? Member(MemberExpression member)
    {
        var target = member.Expression is null ? null : Evaluate(member.Expression);
        if (member.Expression is { } owner && Nullable.GetUnderlyingType(owner.Type) is not null) return member.Member.Name == "HasValue" ? target is not null : target;
        if (member.Expression is not null && target is null) return null;
        if (target is OracleObject made) return made.Read(member.Member);
        return member.Member is FieldInfo field ? field.GetValue(target) : ((PropertyInfo)member.Member).GetValue(target);
    }

    private object? Unary(UnaryExpression unary)
    {
        if (unary.NodeType == ExpressionType.Quote) return unary.Operand;
        if (unary.NodeType == ExpressionType.Not && unary.Type == typeof(bool)) return !Truth(unary.Operand);
        var value = Evaluate(unary.Operand);
        return value is null ? null : OracleValues.Unary(unary, value);
    }

    private object? Binary(BinaryExpression binary)
    {
        switch (binary.NodeType)
        {
            case ExpressionType.AndAlso when binary.Type == typeof(bool): return Truth(binary.Left) && Truth(binary.Right);
            case ExpressionType.OrElse when binary.Type == typeof(bool): return Truth(binary.Left) || Truth(binary.Right);
            case ExpressionType.Coalesce: return Evaluate(binary.Left) ?? Evaluate(binary.Right);
            case ExpressionType.ArrayIndex: return ((Array)Evaluate(binary.Left)!).GetValue((int)Evaluate(binary.Right)!);
        }

        if (binary.Left.Type == typeof(bool) && binary.Right.Type == typeof(bool)) return OracleValues.Binary(binary, Truth(binary.Left), Truth(binary.Right));
        if (OracleStrings.SamenessOf(binary) is { } sameness) return _calls.AreSame(sameness) == (binary.NodeType == ExpressionType.Equal);
        var isText = binary.Left.Type == typeof(string) && binary.Right.Type == typeof(string);
        return isText && binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
            ? OracleStrings.AreEqual(Evaluate(OracleStrings.Uncased(binary.Left)), Evaluate(OracleStrings.Uncased(binary.Right))) == (binary.NodeType == ExpressionType.Equal)
            : OracleValues.Binary(binary, Evaluate(binary.Left), Evaluate(binary.Right));
    }

    private object? Invoke(InvocationExpression invocation)
    {
        var arguments = invocation.Arguments.Select(Evaluate).ToList();
        return invocation.Expression is LambdaExpression lambda
            ? Apply(lambda, arguments)
            : ((Delegate)Evaluate(invocation.Expression)!).DynamicInvoke([.. arguments]);
    }

    private object Initialize(MemberInitExpression init)
    {
        var made = Evaluate(init.NewExpression)!;
        foreach (var binding in init.Bindings.Cast<MemberAssignment>())
            ((PropertyInfo)binding.Member).SetValue(made, OracleValues.Stored(Evaluate(binding.Expression), binding.Expression.Type));
        return made;
    }

    private object Fill(ListInitExpression list)
    {
        var made = Evaluate(list.NewExpression)!;
        foreach (var element in list.Initializers) element.AddMethod.Invoke(made, Stored(element.Arguments));
        return made;
    }

    private Array ToArray(NewArrayExpression array)
    {
        var values = Stored(array.Expressions);
        var made = Array.CreateInstance(array.Type.GetElementType()!, values.Length);
        Array.Copy(values, made, values.Length);
        return made;
    }
}
