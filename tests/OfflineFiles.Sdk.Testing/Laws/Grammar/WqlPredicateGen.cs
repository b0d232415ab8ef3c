using CsCheck;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Random predicates of WQL itself, over everything that a query over items can name.</summary>
internal static class WqlPredicateGen
{
    private static readonly string[] Patterns =
        ["", "%", "a%", "%a%", "%.xlsx", "_.xlsx", "[a-c]%", "[[]x]", "[^a]", "[", @"\\s\a\%", @"\\s\a%", @"\\S\%", "ß%", "\U0001F600%", "\U00010428%", "%\0%"];

    private static readonly Gen<WqlComparisonOperator> Order = Pick.Of(Enum.GetValues<WqlComparisonOperator>());
    private static readonly Gen<WqlComparisonOperator> Equality = Pick.Of(WqlComparisonOperator.Equal, WqlComparisonOperator.NotEqual);
    private static readonly Gen<WqlConstant> Text = Pick.Of([.. LawValues.Texts, .. LawValues.Paths, .. LawValues.Paths]).Select(WqlConstant.String);
    private static readonly Gen<WqlConstant> Number = Gen.Frequency(
        (8, Pick.Of(LawValues.Numbers).Select(number => WqlConstant.Integer(number))), (1, Pick.Of(WqlConstant.String("7"), WqlConstant.Integer(ulong.MaxValue))));

    private static readonly Gen<WqlConstant> Truth = Pick.Of(WqlConstant.Boolean(true), WqlConstant.Boolean(false), WqlConstant.String("true"));
    private static readonly Gen<WqlConstant> Time = Pick.Of(LawValues.AskedTimes).Select(time => WqlConstant.DateTime(time));

    private static readonly Gen<WqlPredicate> Term = Gen.Frequency(
        (12, Gen.OneOf(ItemProperties.Instance.All.Select(Test).ToArray())),
        (6, Gen.Select(Pick.Of("ItemPath", "ParentItemPath", "ItemName"), Text, Order, (name, text, order) => (WqlPredicate)new WqlComparison(new WqlProperty(name), order, text))),
        (3, Gen.Select(Pick.Of("ItemPath", "ParentItemPath", "ItemName"), Pick.Of(Patterns), (name, pattern) => (WqlPredicate)new WqlLike(new WqlProperty(name), new WqlLikePattern(pattern)))),
        (3, Gen.Select(Pick.Of(ItemProperties.Instance.All.ToArray()), Gen.Bool, (property, isNegated) => (WqlPredicate)new WqlNullTest(property.Property, isNegated))),
        (1, Pick.Of<WqlPredicate>(
            new WqlComparison(new WqlProperty("PinInfo", "NoSuchThing"), WqlComparisonOperator.NotEqual, WqlConstant.Integer(1)),
            new WqlComparison(new WqlProperty("__CLASS"), WqlComparisonOperator.Equal, WqlConstant.String("Win32_OfflineFilesItem")),
            new WqlLike(new WqlProperty("PinInfo", "__CLASS"), new WqlLikePattern("%info")))));

    /// <summary>Predicates of up to four levels.</summary>
    public static readonly Gen<WqlPredicate> Predicate = Gen.Recursive<WqlPredicate>((depth, inner) => depth >= 4
        ? Term
        : Gen.Frequency(
            (3, Term),
            (2, inner.Array[2, 3].Select(operands => WqlPredicate.And(operands))),
            (2, inner.Array[2, 3].Select(operands => WqlPredicate.Or(operands))),
            (1, inner.Select(WqlPredicate.Not))));

    private static Gen<WqlPredicate> Test(ItemProperty property) => property.Value.Kind switch
    {
        WqlMemberKind.String => Compare(property, Order, Text),
        WqlMemberKind.Integer => Compare(property, Order, Number),
        WqlMemberKind.Boolean => Compare(property, Equality, Truth),
        WqlMemberKind.DateTime => Compare(property, Order, Time),
        _ => Pick.Of("Win32_OfflineFilesPinInfo", "Win32_OfflineFilesChangeInfo").Select(name => (WqlPredicate)new WqlIsA(property.Property, name)),
    };

    private static Gen<WqlPredicate> Compare(ItemProperty property, Gen<WqlComparisonOperator> orders, Gen<WqlConstant> constants) =>
        Gen.Select(orders, constants, (order, constant) => (WqlPredicate)new WqlComparison(property.Property, order, constant));
}
