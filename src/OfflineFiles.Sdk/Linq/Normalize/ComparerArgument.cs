using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The comparer that an operator is given as its last argument. One that only says what a query means anyway says nothing.</summary>
internal static class ComparerArgument
{
    /// <summary>Whether the last parameter of a method takes a comparer.</summary>
    public static bool IsLastOf(MethodInfo method) =>
        method.GetParameters() is [.., var last]
        && last.ParameterType is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>) || type.GetGenericTypeDefinition() == typeof(IComparer<>));

    /// <summary>How many arguments a call has, without a comparer that says nothing.</summary>
    public static int CountWithout(MethodCallExpression call) =>
        IsLastOf(call.Method) && SaysNothing(call.Arguments[call.Arguments.Count - 1]) ? call.Arguments.Count - 1 : call.Arguments.Count;

    /// <summary>Whether an argument is a comparer that says nothing.</summary>
    public static bool SaysNothing(Expression comparer) =>
        comparer is ConstantExpression known && CollectionRules.OfComparer(known.Value) == CollectionRule.Query;
}
