using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>item.IsUnder(path)</c> and <c>item.Path.IsUnder(path)</c>: the paths that begin with it and a backslash; IsAtOrUnder finds the path itself too.</summary>
internal sealed class IsUnderTranslation : IMethodTranslation
{
    public static bool IsCall(MethodCallExpression call) =>
        call.Method.Name is nameof(UncPath.IsUnder) or nameof(UncPath.IsAtOrUnder)
        && (call.Method.DeclaringType == typeof(OfflineFilesItem) || call.Method.DeclaringType == typeof(UncPath));

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (!IsCall(call)) return null;
        var member = call.Object == translator.Row
            ? ItemMember.Key
            : translator.FindMember(call.Object!);
        if (member is null || call.Arguments[0] is not ConstantExpression { Value: var value })
            return PredicateTranslation.Refused(call, Reasons.NotAConstant);
        if (value is not UncPath ancestor) return PredicateTranslation.Of(isNegated);
        var under = PredicateTranslation.Exact(WqlTerms.Like(member, WqlLikePattern.StartsWith(ancestor + "\\"), isNegated));
        if (call.Method.Name == nameof(UncPath.IsUnder)) return under;
        var at = ComparisonTranslator.Translate(member, Relation.Of(call.Object!, WqlComparisonOperator.Equal, ancestor, isNegated, call));
        return isNegated ? PredicateTranslation.And([at, under]) : PredicateTranslation.Or([at, under]);
    }
}
