using System.Diagnostics.CodeAnalysis;
using CsCheck;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

/// <summary>A row with a member of each kind, from few values, so that random tests hit and miss.</summary>
internal sealed record LawRow(string? T, long? N, double? R, bool? B, DateTimeOffset? D)
{
    /// <summary>Another row inside this one, for two properties to be held against each other.</summary>
    public LawRow? Other { get; init; }

    public static readonly string[] Texts = ["", "a", "A", "b", "ab", "24", "ä", "Ä", "a%"];
    public static readonly long[] Numbers = [long.MinValue, -1, 0, 1, 24, long.MaxValue];
    public static readonly double[] Reals = [-0.5, 0, 1, 24];
    public static readonly DateTimeOffset[] Dates =
    [
        new(2024, 1, 31, 8, 30, 0, TimeSpan.Zero), new(2024, 1, 31, 9, 30, 0, TimeSpan.FromHours(1)), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    private static readonly Gen<LawRow> Alone = Gen.Select(
        Gen.OneOf([null, .. Texts]),
        Gen.OneOf([null, .. Numbers.Cast<long?>()]),
        Gen.OneOf([null, double.NaN, .. Reals.Cast<double?>()]),
        Gen.OneOf<bool?>(null, true, false),
        Gen.OneOf([null, .. Dates.Cast<DateTimeOffset?>()]),
        (t, n, r, b, d) => new LawRow(t, n, r, b, d));

    public static readonly Gen<LawRow> Random = Gen.Select(
        Alone, Alone, Gen.Int[0, 4], (row, other, kind) => row with { Other = kind == 0 ? null : kind == 1 ? row : other });

    /// <summary>Tests that can be evaluated over a row.</summary>
    public static readonly Gen<WqlPredicate> Term = Gen.OneOf(
        Comparison("T", Gen.OneOf(Gen.OneOf(Texts).Select(WqlConstant.String), Gen.Const(WqlConstant.Integer(24)))),
        Comparison("N", Gen.OneOf(
            Gen.OneOf(Numbers).Select(value => WqlConstant.Integer(value)),
            Gen.OneOf(Numbers).Select(value => WqlConstant.String(WqlConstant.Integer(value).ToString())),
            Gen.Const(WqlConstant.Integer(ulong.MaxValue)))),
        Comparison("R", Gen.OneOf(
            Gen.OneOf(Reals).Select(WqlConstant.Real), Gen.OneOf(Numbers).Select(value => WqlConstant.Integer(value)))),
        Equality("B", Gen.OneOf(
            WqlConstant.Boolean(true), WqlConstant.Boolean(false), WqlConstant.Integer(1), WqlConstant.Integer(0), WqlConstant.String("true"))),
        Comparison("D", Gen.OneOf(Dates).Select(WqlConstant.DateTime)),
        Gen.OneOf("a%", "%b", "_", "[^a]", "%", "", "[a-b]%")
            .Select(pattern => (WqlPredicate)new WqlLike(new WqlProperty("t"), new WqlLikePattern(pattern))),
        Gen.Select(Gen.OneOf("T", "N", "R", "B", "D"), Gen.Bool,
            (name, negated) => (WqlPredicate)new WqlNullTest(new WqlProperty(name), negated)),
        Comparison("No.Such", Gen.Const(WqlConstant.Integer(1))),
        Pair(WqlGen.Operator, "T", "N", "R", "D"),
        Pair(Gen.OneOf(WqlComparisonOperator.Equal, WqlComparisonOperator.NotEqual), "B"),
        WqlGen.Operator.Select(o => (WqlPredicate)new WqlPropertyComparison(WqlProperty.Parse("No.Such"), o, new WqlProperty("T"))));

    private static Gen<WqlPredicate> Pair(Gen<WqlComparisonOperator> comparison, params string[] names) => Gen.Select(
        Gen.OneOf(names), comparison, Gen.Bool, (name, o, isTurned) => (WqlPredicate)new WqlPropertyComparison(
            WqlProperty.Parse(isTurned ? "Other." + name : name), o, WqlProperty.Parse(isTurned ? name : "Other." + name)));

    private static Gen<WqlPredicate> Comparison(string name, Gen<WqlConstant> constant) => Gen.Select(
        WqlGen.Operator, constant, (o, c) => (WqlPredicate)new WqlComparison(WqlProperty.Parse(name), o, c));

    private static Gen<WqlPredicate> Equality(string name, Gen<WqlConstant> constant) => Gen.Select(
        Gen.OneOf(WqlComparisonOperator.Equal, WqlComparisonOperator.NotEqual), constant,
        (o, c) => (WqlPredicate)new WqlComparison(WqlProperty.Parse(name), o, c));
}

internal sealed class LawShape : IWqlRowShape<LawRow>
{
    public IEnumerable<string> MemberNames => ["T", "N", "R", "B", "D"];

    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<LawRow>? member)
    {
        member = name.Text.ToUpperInvariant() switch
        {
            "T" => WqlMember.String<LawRow>(row => row.T),
            "N" => WqlMember.Integer<LawRow>(row => row.N),
            "R" => WqlMember.Real<LawRow>(row => row.R),
            "B" => WqlMember.Boolean<LawRow>(row => row.B),
            "D" => WqlMember.DateTime<LawRow>(row => row.D),
            "OTHER.T" => WqlMember.String<LawRow>(row => row.Other?.T),
            "OTHER.N" => WqlMember.Integer<LawRow>(row => row.Other?.N),
            "OTHER.R" => WqlMember.Real<LawRow>(row => row.Other?.R),
            "OTHER.B" => WqlMember.Boolean<LawRow>(row => row.Other?.B),
            "OTHER.D" => WqlMember.DateTime<LawRow>(row => row.Other?.D),
            _ => null,
        };
        return member is not null;
    }
}
