using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Deep;

/// <summary>The base of all visitors of this library: an expression of any depth can be visited on any stack.</summary>
internal abstract class DeepVisitor : ExpressionVisitor
{
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => DeepStack.HasRoom ? base.Visit(node) : VisitElsewhere(node);

    // Apart, so that what it captures is made only here.
    [return: NotNullIfNotNull(nameof(node))]
    private Expression? VisitElsewhere(Expression? node) => DeepStack.Run(() => base.Visit(node))!;
}
