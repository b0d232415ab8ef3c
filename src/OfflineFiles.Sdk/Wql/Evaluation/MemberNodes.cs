namespace OfflineFiles.Sdk.Wql;

internal sealed class NullTestNode<TRow>(WqlMember<TRow> member, bool isNegated) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row) => Truth(member.IsNull(row) != isNegated);
}

/// <summary>A test whose outcome is the same for every row in which the member is not NULL.</summary>
internal sealed class SettledNode<TRow>(WqlMember<TRow> member, bool outcome) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row) => member.IsNull(row) ? WqlTruth.Unknown : Truth(outcome);
}

/// <summary>A test of a path into embedded objects that leads nowhere: by the documentation no error and no match.</summary>
internal sealed class UnknownNode<TRow> : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row) => WqlTruth.Unknown;
}

internal sealed class LikeNode<TRow>(Func<TRow, string?> read, WqlLikeMatcher matcher) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row) => read(row) is { } value ? Truth(matcher.IsMatch(value)) : WqlTruth.Unknown;
}
