using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>A lambda inside a lambda as a delegate that asks the oracle: for <c>names.Any(name =&gt; name == i.ItemName)</c>.</summary>
internal static class OracleDelegate
{
    private static readonly MethodInfo OneMethod = typeof(OracleDelegate).GetMethod(nameof(One), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Delegate Make(LambdaExpression lambda, Func<IReadOnlyList<object?>, object?> apply)
    {
        if (lambda.Parameters.Count != 1) throw new NotSupportedException($"The oracle does not know lambdas of {lambda.Parameters.Count} parameters.");
        var made = (Delegate)OneMethod.MakeGenericMethod(lambda.Parameters[0].Type, lambda.ReturnType).Invoke(null, [apply])!;
        return Delegate.CreateDelegate(lambda.Type, made.Target, made.Method);
    }

    private static Func<TArgument, TResult> One<TArgument, TResult>(Func<IReadOnlyList<object?>, object?> apply) =>
        argument => (TResult)OracleValues.Stored(apply([argument]), typeof(TResult))!;
}
