using System.Globalization;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Translate.Relations;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>x.HasFlag(flag)</c>: WQL has no bits, see <see cref="FlagsRelation"/>.</summary>
internal sealed class EnumHasFlagTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (call.Method.Name != nameof(Enum.HasFlag) || call.Method.DeclaringType != typeof(Enum)) return null;
        var flag = call.Arguments[0] is ConstantExpression { Value: { } value } ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        return !isNegated && translator.FindMember(call.Object!) is { } member && FlagsRelation.HavingAll(member, flag, call) is { } having
            ? having
            : PredicateTranslation.Refused(call, Reasons.Bits);
    }
}
