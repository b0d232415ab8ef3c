namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Builds the tests that say in WQL what C# means, NULL included.</summary>
internal static class WqlTerms
{
    public static WqlPredicate IsNull(ItemMember member)
    {
        if (!member.Property.IsEmbedded) return new WqlNullTest(member.Name);

        // What a server answers for a property of an object that is NULL is documented nowhere, so the object is asked for.
        var isObjectNull = new WqlNullTest(ObjectOf(member));
        return member.Property.Schema.IsNullable ? WqlPredicate.Or(isObjectNull, new WqlNullTest(member.Name)) : isObjectNull;
    }

    public static WqlPredicate IsNotNull(ItemMember member)
    {
        if (!member.Property.IsEmbedded) return new WqlNullTest(member.Name, isNegated: true);
        var isObjectThere = new WqlNullTest(ObjectOf(member), isNegated: true);
        return member.Property.Schema.IsNullable
            ? WqlPredicate.And(isObjectThere, new WqlNullTest(member.Name, isNegated: true))
            : isObjectThere;
    }

    public static PredicateTranslation NullTest(ItemMember member, bool isNegated)
    {
        if (!member.CanBeNull) return PredicateTranslation.Of(isNegated);
        return PredicateTranslation.Exact(isNegated ? IsNotNull(member) : IsNull(member));
    }

    /// <summary>The same answer for every value, and another or not where there is none.</summary>
    public static PredicateTranslation Always(ItemMember member, bool value, bool whenNull) =>
        value == whenNull ? PredicateTranslation.Of(value) : NullTest(member, isNegated: value);

    public static WqlPredicate OrNull(WqlPredicate predicate, ItemMember member, bool includesNull) =>
        includesNull && member.CanBeNull ? WqlPredicate.Or(predicate, IsNull(member)) : predicate;

    /// <summary>A LIKE test; negated it holds for NULL too, because a method of a string that is null is false.</summary>
    public static WqlPredicate Like(ItemMember member, WqlLikePattern pattern, bool isNegated)
    {
        var like = new WqlLike(member.Name, pattern);
        return isNegated ? OrNull(WqlPredicate.Not(like), member, includesNull: true) : like;
    }

    private static WqlProperty ObjectOf(ItemMember member) => new(member.Name.Names[0]);
}
