using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Looks at what the <see cref="WqlFunctions"/> are given.</summary>
internal static class WqlFunctionCheck
{
    /// <summary>Refuses what no function takes.</summary>
    public static MethodCallExpression Check(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(WqlFunctions) || call.Arguments[1] is not ConstantExpression { Value: var value }) return call;
        var (fault, advice) = (call.Method.Name, value as string) switch
        {
            (_, null) => ("the text it is given is null", "Give it a text."),
            (nameof(WqlFunctions.Like), _) => (null, ""),
            (_, { } className) => (WqlName.IsName(className) ? null : $"'{className}' is no name of a class", "Give it a name such as Win32_OfflineFilesPinInfo."),
        };
        return fault is null ? call : throw new QueryTranslationException(ExpressionText.Of(call), fault, advice);
    }
}
