namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// Looks at the names in a WHERE clause before it is compiled: one that the class does not have is refused as it is in a SELECT list. A name with
/// dots that leads nowhere is no mistake to WQL, and finds nothing.
/// </summary>
internal static class QueryNames
{
    /// <summary>Checks the names of a predicate.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="where">The predicate; null for none.</param>
    /// <param name="shape">What a row has.</param>
    /// <param name="refuse">Makes the error.</param>
    /// <exception cref="QueryTranslationException">There is a name that the rows do not have.</exception>
    public static void Check<TRow>(WqlPredicate? where, IWqlRowShape<TRow> shape, Func<WqlProperty, QueryTranslationException> refuse)
    {
        if (where is null) return;
        foreach (var property in where.Terms.SelectMany(term => term.Properties))
            if (!property.IsDotted && !shape.TryGetMember(property, out _)) throw refuse(property);
    }
}
