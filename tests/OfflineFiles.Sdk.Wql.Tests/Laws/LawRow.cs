using System.Diagnostics.CodeAnalysis;
using CsCheck;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

/// <summary>A row with a member of each kind, from few values, so that random tests hit and miss.</summary>
internal sealed record LawRow(string? T, long? N, double? R, bool? B, DateTimeOffset? D)
{
    public static readonly string[] Texts = ["", "a", "A", "b", "ab", "24", "ä", "Ä", "a%"];
    public static readonly long[] Numbers = [long.MinValue, -1, 0, 1, 24, long.MaxValue];
    public static readonly double[] Reals = [-0.5, 0, 1, 24];
    public static readonly DateTimeOffset[] Dates =
    [
        new(2024, 1, 31, 8, 30, 0, TimeSpan.Zero), new(2024, 1, 31, 9, 30, 0, TimeSpan.FromHours(1)), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    public static readonly Gen<LawRow> Random = Gen.Select(
        Gen.OneOf([null, .. Texts]),
        Gen.OneOf([null, .. Numbers.Cast<long?>()]),
        Gen.OneOf([null, double.NaN, .. Reals.Cast<double?>()]),
        Gen.OneOf<bool?>(null, true, false),
        Gen.OneOf([null, .. Dates.Cast<DateTimeOffset?>()]),
        (t, n, r, b, d) => new LawRow(t, n, r, b, d));

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
        Comparison("No.Such", Gen.Const(WqlConstant.Integer(1))));

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
            _ => null,
        };
        return member is not null;
    }
}
