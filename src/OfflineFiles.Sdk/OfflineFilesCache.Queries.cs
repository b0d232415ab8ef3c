using System.Runtime.Serialization;

namespace OfflineFiles.Sdk;

/// <content>Raw WQL.</content>
public sealed partial class OfflineFilesCache
{
    private static readonly WqlSelectQuery AllAssociations = new(OfflineFilesSchema.AssociatedItems.Name);

    /// <summary>
    /// The pairs of the cache and each item in it (<c>Win32_OfflineFilesAssociatedItems</c>), read when they are enumerated. The Windows
    /// provider does not answer this query: see <see cref="Backends.BackendCapabilities.Associations"/>.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public CacheQuery<AssociatedItem> AssociatedItems => new(_source, AllAssociations, _source.Settings);

    /// <summary>
    /// Creates a query from a text with values in it. Each value is written as one escaped constant: whatever it holds, it never becomes more
    /// of the query. A value between quotes of the text itself is refused.
    /// </summary>
    /// <param name="wql">
    /// The text, for example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>; a brace in the text itself is doubled.
    /// </param>
    /// <returns>The query; it has not run yet.</returns>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL, or a value is out of place; the exception says where and why.</exception>
    /// <remarks>
    /// <see cref="Query(WqlQuery)"/> says what a query means and which queries are answered. Nothing but an interpolated string itself is taken:
    /// a text that was put together elsewhere does not compile. Languages without such strings, as C# before version 10, call
    /// <see cref="CacheQueryExtensions.Query"/> instead, with the same safety.
    /// </remarks>
    public CacheQuery<WqlRow> Query(WqlInterpolatedStringHandler wql) => Query(WqlQuery.Create(wql));

    /// <summary>Creates a query from the tree of a query, without text.</summary>
    /// <param name="query">The tree of any query except an event query.</param>
    /// <returns>The query; it has not run yet.</returns>
    /// <remarks>
    /// <para>
    /// NULL is that of WQL here, not the null of C# as in <see cref="Items"/>: a comparison with NULL is never true, not even
    /// <c>&lt;&gt;</c>. The part of a WHERE clause over items that the backend does not answer correctly runs in the caller, on the rows as they
    /// come; <see cref="QueryOptions.ClientEvaluation"/> can forbid it.
    /// </para>
    /// <para>
    /// ASSOCIATORS OF and REFERENCES OF start from the cache (<c>Win32_OfflineFilesCache=@</c>) or from an item. If the source is not in the
    /// cache, the query throws <see cref="ItemNotFoundException"/>. RequiredQualifier tests
    /// <see cref="CimClassSchema.Qualifiers"/>.
    /// </para>
    /// </remarks>
    public CacheQuery<WqlRow> Query(WqlQuery query)
    {
        _ = Backend;
        return new CacheQuery<WqlRow>(_source, Guard.NotNull(query), _source.Settings);
    }

    /// <summary>
    /// Creates a query from a text, exactly as it stands. It has another name than <see cref="Query(WqlInterpolatedStringHandler)"/>, so that no
    /// text with values in it comes here by mistake: values belong into <c>Query($"...")</c>, which escapes them.
    /// </summary>
    /// <param name="wql">The text, for example <c>SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0</c>.</param>
    /// <returns>The query; it has not run yet.</returns>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    /// <remarks><see cref="Query(WqlQuery)"/> says what a query means and which queries are answered.</remarks>
    public CacheQuery<WqlRow> QueryText(string wql) => Query(WqlQuery.Parse(wql));
}
