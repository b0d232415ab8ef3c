using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary><c>item.IsUnder(path)</c> and <c>item.Path.IsUnder(path)</c>: the paths that begin with it and a backslash.</summary>
internal sealed class IsUnderTranslation : IMethodTranslation
{
    public static bool IsCall(MethodCallExpression call) =>
        call.Method.Name == nameof(UncPath.IsUnder)
        && (call.Method.DeclaringType == typeof(OfflineFilesItem) || call.Method.DeclaringType == typeof(UncPath));

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (!IsCall(call)) return null;
        var member = call.Object == translator.Row
            ? ItemMember.Key
            : translator.FindMember(call.Object!);
        if (member is null || call.Arguments[0] is not ConstantExpression { Value: var value })
            return PredicateTranslation.Refused(call, "WQL compares the path of the item with a constant");
        return value is UncPath ancestor
            ? PredicateTranslation.Exact(WqlTerms.Like(member, WqlLikePattern.StartsWith(ancestor + "\\"), isNegated))
            : PredicateTranslation.Of(isNegated);
    }
}
