using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Finds the members of the item that a lambda reads; all of them when the item itself goes anywhere else.</summary>
internal sealed class MemberUsage : DeepVisitor
{
    private readonly ParameterExpression _row;
    private ItemMembers _members;

    private MemberUsage(ParameterExpression row) => _row = row;

    public static ItemMembers Of(ParameterExpression row, Expression body)
    {
        var usage = new MemberUsage(row);
        usage.Visit(body);
        return usage._members;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (node == _row) _members = ItemMembers.All;
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != _row) return base.VisitMember(node);
        if (node.Member.Name == nameof(OfflineFilesItem.Path)) _members |= ItemMembers.ItemPath;
        else if (ItemProperties.Instance.Find(node.Member.Name) is { } property) _members |= property.Member;
        else _members = ItemMembers.All;
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object != _row || !StringCalls.IsUnder(node)) return base.VisitMethodCall(node);
        _members |= ItemMembers.ItemPath;
        Visit(node.Arguments);
        return node;
    }
}
