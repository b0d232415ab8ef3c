using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>A value that may be null in a query and leaves it as a type that has no null.</summary>
/// <param name="Source">What it was read by; null if it is an element that may be missing.</param>
/// <param name="Type">The type as which it leaves.</param>
internal sealed record NullLoss(Expression? Source, Type Type)
{
    public override string ToString()
    {
        var source = Source is null ? $"an element of type {TypeText.Of(Type)}" : ExpressionText.Of(Source);
        return $"{source} becomes {ExpressionText.OfValue(NullableTypes.DefaultOf(Type))}";
    }
}
