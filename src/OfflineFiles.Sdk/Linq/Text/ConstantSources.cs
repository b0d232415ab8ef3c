using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>
/// How a value was written that has become a constant of a query: what a captured list is called, say. A value whose literal tells which it is needs
/// no name.
/// </summary>
internal static class ConstantSources
{
    private static readonly ConditionalWeakTable<ConstantExpression, Expression> Sources = new();

    public static ConstantExpression Remember(ConstantExpression constant, Expression source)
    {
        if (!ValueText.TellsValue(constant.Value)) Sources.Add(constant, source);
        return constant;
    }

    /// <returns>Null for a literal, and for what only the compiler knows: the object that holds captured variables.</returns>
    public static Expression? Find(ConstantExpression constant) => Sources.TryGetValue(constant, out var source) ? source : null;
}
