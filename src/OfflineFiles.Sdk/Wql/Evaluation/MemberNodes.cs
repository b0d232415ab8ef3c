namespace OfflineFiles.Sdk.Wql;

internal sealed class NullTestNode<TRow>(WqlMember<TRow> member, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.IsNull(row) != isNegated;
}

/// <summary>A path into embedded objects that leads nowhere: by the documentation no error and no match, also under NOT.</summary>
internal sealed class NeverNode<TRow> : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => false;
}

internal sealed class LikeNode<TRow>(Func<TRow, string?> read, WqlLikeMatcher matcher, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => read(row) is { } value && matcher.IsMatch(value) != isNegated;
}

internal sealed class IsANode<TRow>(WqlObjectMember<TRow> member, string className, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.ClassOf(row) is { } name && member.IsA(name, className) != isNegated;
}
