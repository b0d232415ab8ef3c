using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary><c>x.Path.Name == name</c>, Server, Parent and ShareRoot: parts of the path that patterns over the whole of it can find.</summary>
internal sealed class PathPartComparison : IComparisonTranslation
{
    private const string Separator = "\\";

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared)
    {
        if (StringCase.Strip(compared.Operand) is not MemberExpression { Expression: { } path } part || path.Type != typeof(UncPath)) return null;
        if (translator.FindMember(path) is not { Property.Schema.IsKey: true } || !ComparisonOperators.IsEquality(compared.Operator)) return null;
        var terms = new Terms(compared.Operator == WqlComparisonOperator.NotEqual);
        return (part.Member.Name, compared.Value) switch
        {
            (nameof(UncPath.Name) or nameof(UncPath.Server), null) => terms.Never,
            (nameof(UncPath.Name), string name) => IsComponent(name) ? terms.Like(WqlLikePattern.EndsWith(Separator + name)) : terms.Never,
            (nameof(UncPath.Server), string name) => IsComponent(name) ? terms.AtOrUnder(@"\\" + name) : terms.Never,
            (nameof(UncPath.Parent), UncPath parent) =>
                terms.All(terms.Like(WqlLikePattern.StartsWith(parent + Separator)), terms.Not.Like(new WqlLikePattern(WqlLikePattern.StartsWith(parent + Separator) + @"\%"))),
            (nameof(UncPath.Parent) or nameof(UncPath.ShareRoot), null) => terms.Not.Like(new WqlLikePattern(@"\\%\%")),
            (nameof(UncPath.ShareRoot), UncPath root) => root.Depth == 2 ? terms.AtOrUnder(root.ToString()) : terms.Never,
            _ => null,
        };
    }

    private static bool IsComponent(string name) => name.Length > 0 && !name.Contains(Separator);

    /// <summary>Tests of the path of the item, or their opposites: the path of an item is never NULL.</summary>
    private sealed class Terms(bool isNegated)
    {
        public Terms Not => new(!isNegated);

        public PredicateTranslation Never => PredicateTranslation.Of(isNegated);

        public PredicateTranslation Like(WqlLikePattern pattern) => PredicateTranslation.Exact(WqlTerms.Like(ItemMember.Key, pattern, isNegated));

        public PredicateTranslation All(params PredicateTranslation[] terms) => isNegated ? PredicateTranslation.Or(terms) : PredicateTranslation.And(terms);

        public PredicateTranslation AtOrUnder(string path)
        {
            var comparison = isNegated ? WqlComparisonOperator.NotEqual : WqlComparisonOperator.Equal;
            return Not.All(
                PredicateTranslation.Exact(new WqlComparison(ItemMember.Key.Name, comparison, WqlConstant.String(path))),
                Like(WqlLikePattern.StartsWith(path + Separator)));
        }
    }
}

/// <summary><c>item.IsUnder(path)</c> and <c>item.Path.IsUnder(path)</c>: the paths that begin with it and a backslash; IsAtOrUnder finds the path itself too.</summary>
internal sealed class IsUnderTranslation : IMethodTranslation
{
    public PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated)
    {
        if (!StringCalls.IsUnder(call)) return null;
        var member = call.Object == translator.Row
            ? ItemMember.Key
            : translator.FindMember(call.Object!);
        if (member is null || call.Arguments[0] is not ConstantExpression { Value: var value })
            return PredicateTranslation.Refused(call, RefusalReasons.NotAConstant);
        if (value is not UncPath ancestor) return PredicateTranslation.Of(isNegated);
        var under = PredicateTranslation.Exact(WqlTerms.Like(member, WqlLikePattern.StartsWith(ancestor + "\\"), isNegated));
        if (call.Method.Name == nameof(UncPath.IsUnder)) return under;
        var at = ComparisonTranslator.Translate(member, ValueComparison.Of(call.Object!, WqlComparisonOperator.Equal, ancestor, isNegated, call));
        return isNegated ? PredicateTranslation.And([at, under]) : PredicateTranslation.Or([at, under]);
    }
}
