using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

internal sealed class NullTestNode<TRow>(WqlMember<TRow> member, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.IsNull(row) != isNegated;

    public override Expression ToExpression(ParameterExpression row)
    {
        var value = DirectCall.Read(member.Reader, row);
        var none = Expression.Constant(null, value.Type);
        return isNegated ? Expression.NotEqual(value, none) : Expression.Equal(value, none);
    }
}

/// <summary>A path into embedded objects that leads nowhere: by the documentation no error and no match, also under NOT.</summary>
internal sealed class NeverNode<TRow> : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => false;

    public override Expression ToExpression(ParameterExpression row) => Expression.Constant(false);
}

internal sealed class LikeNode<TRow>(Func<TRow, string?> read, WqlLikeMatcher matcher, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => TextTest.IsMatch(read(row), matcher, isNegated);

    public override Expression ToExpression(ParameterExpression row)
    {
        var program = matcher.Pattern.Program;
        return program.Shape switch
        {
            LikeShape.Literal => DirectCall.Test(read, row, TextTest.AreEqual, program.Text, isNegated),
            LikeShape.Prefix => DirectCall.Test(read, row, TextTest.StartsWith, program.Text, isNegated),
            LikeShape.Suffix => DirectCall.Test(read, row, TextTest.EndsWith, program.Text, isNegated),
            _ => DirectCall.Test(read, row, TextTest.IsMatch, matcher, isNegated),
        };
    }
}

internal sealed class IsANode<TRow>(WqlObjectMember<TRow> member, string className, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.ClassOf(row) is { } name && member.IsA(name, className) != isNegated;

    // It has a look-up to do, beside which the call of a node is little.
    public override Expression ToExpression(ParameterExpression row) => DirectCall.Read(new Func<TRow, bool>(IsTrue), row);
}
