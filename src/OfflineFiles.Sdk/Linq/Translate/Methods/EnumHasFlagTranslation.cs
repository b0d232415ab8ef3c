using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary><c>x.HasFlag(flag)</c>: refused with its own reason, for WQL has no bits.</summary>
internal sealed class EnumHasFlagTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated) =>
        call.Method.Name == nameof(Enum.HasFlag) && call.Method.DeclaringType == typeof(Enum)
            ? PredicateTranslation.Refused(call, "WQL cannot test single bits")
            : null;
}
