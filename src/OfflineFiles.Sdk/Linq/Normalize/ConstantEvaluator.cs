using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Text;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Evaluates the parts of a query that do not depend on the row: captured variables, fields, properties, calls, and what is computed of
/// them. It interprets the expression, because compiling one for a single use costs a thousand times what running it does.
/// </summary>
internal static class ConstantEvaluator
{
    /// <param name="expression">What is evaluated.</param>
    /// <param name="source">How it was written, for the message when evaluating fails.</param>
    public static ConstantExpression ToConstant(Expression expression, Expression? source = null)
    {
        try
        {
            return ConstantSources.Remember(Expression.Constant(Evaluate(expression), expression.Type), source ?? expression);
        }
        catch (Exception exception) when (exception is not QueryTranslationException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new QueryTranslationException(
                ExpressionText.Of(source ?? expression),
                ReceiverOf(expression) is ConstantExpression { Value: null }
                    ? $"{ExpressionText.Of(ReceiverOf(source ?? expression)!)} is null"
                    : $"evaluating it failed with {cause.GetType().Name}: {cause.Message.TrimEnd('.')}",
                "Evaluate it before the query and use the value.",
                query: null,
                cause);
        }
    }

    public static object? Evaluate(Expression expression) => DeepStack.HasRoom ? EvaluateHere(expression) : EvaluateElsewhere(expression);

    private static object? EvaluateElsewhere(Expression expression) => DeepStack.Run(() => EvaluateHere(expression));

    private static object? EvaluateHere(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression member => ConstantMember.Read(member.Member, member.Expression is null ? null : Evaluate(member.Expression)),
        MethodCallExpression call when call.Arguments.Any(argument => Spans.IsSpan(argument.Type)) => Compiled(call, interpreted: false),
        MethodCallExpression call => ConstantMember.Call(call.Method, call.Object is null ? null : Evaluate(call.Object), All(call.Arguments)),
        UnaryExpression unary => Unary(unary),
        BinaryExpression binary => Binary(binary),
        ConditionalExpression choice => Evaluate((bool)Evaluate(choice.Test)! ? choice.IfTrue : choice.IfFalse),
        NewExpression { Constructor: { } constructor } create => constructor.Invoke(All(create.Arguments)),
        NewExpression or DefaultExpression => NullableTypes.DefaultOf(expression.Type),
        NewArrayExpression array => NewArray(array),
        IndexExpression { Indexer: { } indexer } index => indexer.GetValue(Evaluate(index.Object!), All(index.Arguments)),
        TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test => test.TypeOperand.IsInstanceOfType(Evaluate(test.Expression)),
        InvocationExpression invoke => ((Delegate)Evaluate(invoke.Expression)!).DynamicInvoke(All(invoke.Arguments)),
        _ => Compiled(expression),
    };

    private static Expression? ReceiverOf(Expression expression) => expression switch
    {
        MemberExpression member => member.Expression,
        MethodCallExpression call => call.Object,
        _ => null,
    };

    private static object?[] All(ReadOnlyCollection<Expression> expressions)
    {
        var values = new object?[expressions.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Evaluate(expressions[i]);
        return values;
    }

    private static object? Unary(UnaryExpression unary)
    {
        if (unary.NodeType == ExpressionType.Quote) return unary.Operand;
        var operand = Evaluate(unary.Operand);
        if (unary.Method is { } method) return operand is null && unary.IsLifted ? null : method.Invoke(null, [operand]);
        return unary.NodeType switch
        {
            ExpressionType.Convert or ExpressionType.ConvertChecked => ConvertTo(operand, unary.Type, unary.NodeType == ExpressionType.ConvertChecked),
            ExpressionType.TypeAs => unary.Type.IsInstanceOfType(operand) ? operand : null,
            ExpressionType.ArrayLength => ((Array)operand!).Length,
            _ when operand is null => null,
            ExpressionType.Not when operand is bool boolean => !boolean,
            ExpressionType.Not or ExpressionType.OnesComplement =>
                ConstantArithmetic.Compute(ExpressionType.ExclusiveOr, operand, -1, Plain(unary.Type)),
            ExpressionType.Negate => ConstantArithmetic.Compute(ExpressionType.Subtract, 0, operand, Plain(unary.Type)),
            ExpressionType.NegateChecked => ConstantArithmetic.Compute(ExpressionType.SubtractChecked, 0, operand, Plain(unary.Type)),
            ExpressionType.UnaryPlus => operand,
            _ => Compiled(unary),
        };
    }

    private static object? ConvertTo(object? value, Type type, bool isChecked)
    {
        if (value is null)
            return NullableTypes.HasNull(type) ? null : throw new InvalidOperationException($"null is no {type.Name}");
        var plain = Plain(type);
        if (plain.IsInstanceOfType(value)) return value;
        return plain.IsPrimitive || plain.IsEnum
            ? ConstantArithmetic.Convert(value, plain, isChecked)
            : throw new InvalidCastException($"{value.GetType().Name} is no {type.Name}");
    }

    private static object? Binary(BinaryExpression binary)
    {
        // What short-circuits by operators of its own, or converts what is there, says more than its node.
        if (binary.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse && binary.Method is not null || binary.Conversion is not null) return Compiled(binary);
        var left = Evaluate(binary.Left);
        switch (binary.NodeType)
        {
            case ExpressionType.AndAlso when left is false:
            case ExpressionType.OrElse when left is true:
            case ExpressionType.Coalesce when left is not null:
                return left;
            case ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce:
                return Evaluate(binary.Right);
        }

        var right = Evaluate(binary.Right);
        var isEquality = binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual;
        if (binary.IsLifted && (left is null || right is null))
            return binary.IsLiftedToNull ? Unknown(binary.NodeType, left, right) : isEquality && Equals(left, right) == (binary.NodeType == ExpressionType.Equal);
        if (binary.Method is { } method) return method.Invoke(null, [left, right]);
        return binary.NodeType switch
        {
            ExpressionType.ArrayIndex => ((Array)left!).GetValue(Convert.ToInt64(right, CultureInfo.InvariantCulture)),
            _ when isEquality => (binary.Left.Type.IsValueType ? Equal(left, right) : ReferenceEquals(left, right)) == (binary.NodeType == ExpressionType.Equal),
            ExpressionType.And when left is bool x => x & (bool)right!,
            ExpressionType.Or when left is bool x => x | (bool)right!,
            ExpressionType.ExclusiveOr when left is bool x => x ^ (bool)right!,
            ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual =>
                ConstantArithmetic.Compare(binary.NodeType, left!, right!),
            _ => ConstantArithmetic.Compute(binary.NodeType, left!, right!, Plain(binary.Type)),
        };
    }

    // & and | of bool? know an answer where the other side settles it.
    private static object? Unknown(ExpressionType type, object? left, object? right) => type switch
    {
        ExpressionType.And when left is false || right is false => false,
        ExpressionType.Or when left is true || right is true => true,
        _ => null,
    };

    // Boxed numbers that are no numbers are equal to themselves, C# says they are not.
    private static bool Equal(object? left, object? right) =>
        left is double or float ? Convert.ToDouble(left, CultureInfo.InvariantCulture) == Convert.ToDouble(right, CultureInfo.InvariantCulture) : Equals(left, right);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

#if NET
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The query itself names the type of the array, so its code is there.")]
#endif
    private static Array NewArray(NewArrayExpression array)
    {
        var values = All(array.Expressions);
        var element = array.Type.GetElementType()!;
        if (array.NodeType == ExpressionType.NewArrayBounds)
            return Array.CreateInstance(element, [.. values.Select(length => Convert.ToInt32(length, CultureInfo.InvariantCulture))]);
        var result = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++) result.SetValue(values[i], i);
        return result;
    }

    // The last resort: a lambda that is handed to a method must become a delegate, statements have no value to read off, and reflection
    // passes no span.
    private static object? Compiled(Expression expression, bool interpreted = true)
    {
        var extent = ExpressionExtent.Of(expression);
        var compiled = extent.IsDeep ? DeepStack.RunFor(extent.Depth, Compile) : Compile();
        return expression is LambdaExpression ? compiled : ((Func<object?>)compiled)();

        Delegate Compile() => (expression as LambdaExpression ?? Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object)))).Compile(interpreted);
    }
}

/// <summary>Reads and calls members of values that are known before the query runs.</summary>
internal static class ConstantMember
{
    public static object? Read(MemberInfo member, object? target) => member switch
    {
        _ when IsOfNullable(member) => member.Name == "HasValue" ? target is not null : target ?? throw new InvalidOperationException("it has no value"),
        FieldInfo field => field.GetValue(field.IsStatic ? null : There(target, member)),
        PropertyInfo property => property.GetValue(property.GetMethod is { IsStatic: true } ? null : There(target, member)),
        _ => throw new NotSupportedException($"{member.Name} is no member that can be read"),
    };

    public static object? Call(MethodInfo method, object? target, object?[] arguments) =>
        IsOfNullable(method) && target is null
            ? OfNothing(method, arguments)
            : method.Invoke(method.IsStatic ? null : There(target, method), arguments);

    // A nullable value that is null is boxed as null, which has no members to call.
    private static object? OfNothing(MethodInfo method, object?[] arguments) => method.Name switch
    {
        "GetValueOrDefault" => arguments.Length == 1 ? arguments[0] : NullableTypes.DefaultOf(method.ReturnType),
        nameof(Equals) => arguments[0] is null,
        nameof(GetHashCode) => 0,
        _ => "",
    };

    private static bool IsOfNullable(MemberInfo member) =>
        member.DeclaringType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Nullable<>);

    private static object There(object? target, MemberInfo member) =>
        target ?? throw new InvalidOperationException($"there is no object to read {member.Name} of");
}
