using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Translate.Methods;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary><c>string.Compare(x, text) &lt; 0</c> and <c>x.CompareTo(text) &lt; 0</c>, with any operator and number: the outcome is -1, 0 or 1.</summary>
internal sealed class StringOrderRelation : IRelationTranslation
{
    public static bool IsCall(MethodCallExpression call) =>
        (call.Method.DeclaringType == typeof(string) || call.Method.DeclaringType == typeof(UncPath))
        && call.Method.Name is nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal)
        && Operands(call).Right.Type != typeof(int);

    public static (Expression Left, Expression Right) Operands(MethodCallExpression call) =>
        call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);

    public PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation)
    {
        if (relation.Operand is not MethodCallExpression call || !IsCall(call)) return null;
        if (relation.Value is not int number) return relation.Refused(Reasons.NoForm);
        var (left, right) = Operands(call);
        var isMirrored = left is ConstantExpression;
        if ((isMirrored ? left : right) is not ConstantExpression { Value: var value }) return relation.Refused(Reasons.NotAConstant);
        var rule = StringRules.CaseOf(call);
        var operand = isMirrored ? right : left;
        if (rule == StringRules.Case.Query) operand = StringCase.Strip(operand);
        if (translator.FindMember(operand) is not { IsString: true } member) return relation.Refused(Reasons.SearchElsewhere);
        if (value is null) return PredicateTranslation.Of(relation.IncludesNull);
        if (Asked(relation.Operator, number, isMirrored) is not { } asked)
            return WqlTerms.Always(member, Comparison.Holds(relation.Operator, 0.CompareTo(number)), relation.IncludesNull);
        if (rule is StringRules.Case.Query or StringRules.Case.InsensitiveExplicit)
            return ComparisonTranslator.Translate(member, relation.With(operand, asked, value));
        if (rule == StringRules.Case.Culture || asked != WqlComparisonOperator.Equal) return relation.Refused(Reasons.TextOrder);
        var equal = ComparisonTranslator.Translate(member, relation.With(operand, asked, value));
        return PredicateTranslation.Superset(equal.Wql!, relation.Source, Reasons.Case);
    }

    /// <summary>What is asked of the texts themselves; null when every outcome gives the same answer.</summary>
    private static WqlComparisonOperator? Asked(WqlComparisonOperator comparison, int number, bool isMirrored)
    {
        bool Holds(int order) => Comparison.Holds(comparison, order.CompareTo(number));
        WqlComparisonOperator? asked = (Holds(-1), Holds(0), Holds(1)) switch
        {
            (true, false, false) => WqlComparisonOperator.Less,
            (true, true, false) => WqlComparisonOperator.LessOrEqual,
            (false, true, false) => WqlComparisonOperator.Equal,
            (false, true, true) => WqlComparisonOperator.GreaterOrEqual,
            (false, false, true) => WqlComparisonOperator.Greater,
            (true, false, true) => WqlComparisonOperator.NotEqual,
            _ => null,
        };
        return isMirrored && asked is { } mirrored ? Comparison.Mirror(mirrored) : asked;
    }
}
