using System.Globalization;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary>How a call wants its strings compared.</summary>
internal static class StringRules
{
    public enum Case
    {
        /// <summary>Nothing is said: the rule of queries, ordinal ignoring case.</summary>
        Query,

        /// <summary>Ordinal, ignoring case, by the caller's own word.</summary>
        InsensitiveExplicit,

        /// <summary>Ordinal, by the caller's own word.</summary>
        Sensitive,

        /// <summary>By a culture, or by a rule that is only known for each row.</summary>
        Culture,
    }

    public static Case CaseOf(MethodCallExpression call)
    {
        if (call.Method.Name == nameof(string.CompareOrdinal)) return Case.Sensitive;
        var rule = call.Arguments.Skip(1).FirstOrDefault(argument => argument.Type == typeof(StringComparison)
            || argument.Type == typeof(CultureInfo) || argument.Type == typeof(bool) || argument.Type == typeof(CompareOptions));
        if (rule is null) return Case.Query;
        return rule is ConstantExpression { Value: StringComparison comparison }
            ? comparison switch
            {
                StringComparison.OrdinalIgnoreCase => Case.InsensitiveExplicit,
                StringComparison.Ordinal => Case.Sensitive,
                _ => Case.Culture,
            }
            : Case.Culture;
    }
}
