using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Looks for spans: an interpreter keeps each value in a box, and a span fits in none.</summary>
internal sealed class SpanFinder : ExpressionVisitor
{
    private bool _found;

    private SpanFinder()
    {
    }

    public static bool IsIn(Expression body)
    {
        var finder = new SpanFinder();
        finder.Visit(body);
        return finder._found;
    }

    public override Expression? Visit(Expression? node)
    {
        if (_found || node is null) return node;
        _found = SetMembership.IsSpan(node.Type);
        return _found ? node : base.Visit(node);
    }
}
