using CsCheck;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Wql;

/// <summary>Random trees, with the texts that break printers and parsers: quotes, backslashes, wildcards, lone surrogates, odd cases.</summary>
internal static class WqlGen
{
    public static readonly Gen<string> Text =
        Gen.Char["'\"\\%_[]^-=aAbBzZ09 .\n\r\t\0äÄßſıİµ\u212A漢\u200C\uD83D\uDE00\uD800\uDFFF\uFFFF"].Array[0, 12].Select(c => new string(c));

    public static readonly Gen<string> Name =
        Gen.Select(Gen.Char["aZ_Äſ\u200C漢"], Gen.Char["aZ_09Äſ\uFFFD"].Array[0, 6], (first, rest) => first + new string(rest));

    public static readonly Gen<WqlProperty> Property = Name.Array[1, 3].Select(names => new WqlProperty(names));

    public static readonly Gen<double> Finite = Gen.Double.Where(double.IsFinite);

    public static readonly Gen<WqlConstant> Constant = Gen.OneOf(
        Text.Select(WqlConstant.String),
        Gen.Long.Select(value => WqlConstant.Integer(value)),
        Gen.ULong.Select(value => WqlConstant.Integer(value)),
        Finite.Select(WqlConstant.Real),
        Gen.DateTimeOffset.Select(WqlConstant.DateTime));

    public static readonly Gen<WqlComparisonOperator> Operator = Gen.Enum<WqlComparisonOperator>();

    public static readonly Gen<WqlPredicate> Term = Gen.OneOf(
        Gen.Select(Property, Operator, Constant, (p, o, c) => (WqlPredicate)new WqlComparison(p, o, c)),
        Gen.Select(Property, Gen.Bool, Gen.Bool, (p, equal, value) => (WqlPredicate)new WqlComparison(
            p, equal ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual, WqlConstant.Boolean(value))),
        Gen.Select(Property, Text, (p, text) => (WqlPredicate)new WqlLike(p, new WqlLikePattern(text))),
        Gen.Select(Property, Gen.Bool, (p, negated) => (WqlPredicate)new WqlNullTest(p, negated)),
        Gen.Select(Property, Name, (p, name) => (WqlPredicate)new WqlIsA(p, name)));

    public static readonly Gen<WqlPredicate> Predicate = Tree(Term, 5);

    public static readonly Gen<WqlQuery> Query = Gen.Select(
        Name, Property.Array[0, 3], Gen.Bool, Predicate,
        (name, properties, all, where) => (WqlQuery)new WqlSelectQuery(name, all ? null : where, properties));

    /// <summary>Trees of at most the given depth over the given tests.</summary>
    public static Gen<WqlPredicate> Tree(Gen<WqlPredicate> term, int depth)
    {
        if (depth == 1) return term;
        var below = Tree(term, depth - 1);
        return Gen.OneOf(
            term,
            below.Select(operand => (WqlPredicate)new WqlNot(operand)),
            below.Array[2, 4].Select(operands => (WqlPredicate)new WqlAnd(operands)),
            below.Array[2, 4].Select(operands => (WqlPredicate)new WqlOr(operands)));
    }
}
