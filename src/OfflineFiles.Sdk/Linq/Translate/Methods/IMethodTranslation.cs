using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary>One method that a predicate may call.</summary>
internal interface IMethodTranslation
{
    /// <summary>Translates a call; null when it is not a call of this method.</summary>
    PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated);
}
