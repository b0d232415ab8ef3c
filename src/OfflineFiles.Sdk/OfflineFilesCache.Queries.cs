using OfflineFiles.Sdk.Model;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk;

/// <content>Raw WQL.</content>
public sealed partial class OfflineFilesCache
{
    private static readonly WqlSelectQuery AllAssociations = new(OfflineFilesSchema.AssociatedItems.Name);

    /// <summary>
    /// The pairs of the cache and each item in it (<c>Win32_OfflineFilesAssociatedItems</c>), read when they are enumerated. The Windows
    /// provider does not answer for them: see <see cref="Backends.BackendCapabilities.Associations"/>.
    /// </summary>
    public CacheQuery<AssociatedItem> AssociatedItems => new(this, AllAssociations, Settings);

    /// <summary>
    /// Makes a query of a text with values in it. Each value is written as one constant, escaped: whatever it holds, it never becomes more
    /// of the query. A value between quotes of the text itself is refused.
    /// </summary>
    /// <param name="wql">
    /// For example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>; braces of the text itself are doubled.
    /// </param>
    /// <returns>The query; nothing has run.</returns>
    /// <exception cref="WqlSyntaxException">The text is no query, or a value stands where none can; the exception says where and why.</exception>
    /// <remarks>For what a query means and what is answered see <see cref="Query(WqlQuery)"/>.</remarks>
    public CacheQuery<WqlRow> Query(WqlInterpolatedStringHandler wql) => Query(WqlQuery.Create(wql));

    /// <summary>Makes a query of the tree of one, without text.</summary>
    /// <param name="query">Any query but one for events.</param>
    /// <returns>The query; nothing has run.</returns>
    /// <remarks>
    /// <para>
    /// NULL is that of WQL here, not that of C# as in <see cref="Items"/>: a comparison with NULL is never true, not even
    /// <c>&lt;&gt;</c>. What the backend does not answer correctly of a WHERE clause over items runs here, on the rows as they come;
    /// <see cref="QueryOptions.ClientEvaluation"/> can forbid it.
    /// </para>
    /// <para>
    /// ASSOCIATORS OF and REFERENCES OF start from the cache (<c>Win32_OfflineFilesCache=@</c>) or from an item; a source that is not in the
    /// cache is an <see cref="ItemNotFoundException"/>. RequiredQualifier knows the qualifiers of <see cref="CimClassSchema.Qualifiers"/>.
    /// </para>
    /// </remarks>
    public CacheQuery<WqlRow> Query(WqlQuery query)
    {
        _ = Backend;
        return new CacheQuery<WqlRow>(this, Guard.NotNull(query), Settings);
    }

    /// <summary>Runs a query from its text. To put values into a query write an interpolated string: it escapes them.</summary>
    /// <param name="wql">The text, for example <c>SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0</c>.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows; the cache is asked when the first one is wanted. See <see cref="Query(WqlQuery)"/>.</returns>
    /// <exception cref="WqlSyntaxException">The text is no query; the exception says where and why.</exception>
    public IAsyncEnumerable<WqlRow> QueryAsync(string wql, CancellationToken cancellationToken = default) =>
        Query(WqlQuery.Parse(wql)).RunAsync(cancellationToken);

    /// <summary>Runs a query from its text, with rows of the type that carries its class.</summary>
    /// <typeparam name="T">The type, such as <see cref="OfflineFilesItem"/>; see <see cref="CacheQuery{T}.As{TRow}"/>.</typeparam>
    /// <param name="wql">The text, for example <c>SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0</c>.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows; the cache is asked when the first one is wanted. See <see cref="Query(WqlQuery)"/>.</returns>
    /// <exception cref="WqlSyntaxException">The text is no query; the exception says where and why.</exception>
    /// <exception cref="QueryTranslationException">The class is carried by another type, or by none.</exception>
    public IAsyncEnumerable<T> QueryAsync<T>(string wql, CancellationToken cancellationToken = default)
        where T : class =>
        Query(WqlQuery.Parse(wql)).As<T>().RunAsync(cancellationToken);

    /// <summary>
    /// Runs a query of a text with values in it; the compiler takes this one for an interpolated string. See
    /// <see cref="Query(WqlInterpolatedStringHandler)"/>.
    /// </summary>
    /// <param name="wql">For example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows; the cache is asked when the first one is wanted.</returns>
    /// <exception cref="WqlSyntaxException">The text is no query, or a value stands where none can; the exception says where and why.</exception>
    public IAsyncEnumerable<WqlRow> QueryAsync(WqlInterpolatedStringHandler wql, CancellationToken cancellationToken = default) =>
        Query(wql).RunAsync(cancellationToken);

    /// <summary>
    /// Runs a query of a text with values in it, with rows of the type that carries its class; the compiler takes this one for an
    /// interpolated string. See <see cref="Query(WqlInterpolatedStringHandler)"/>.
    /// </summary>
    /// <typeparam name="T">The type, such as <see cref="OfflineFilesItem"/>; see <see cref="CacheQuery{T}.As{TRow}"/>.</typeparam>
    /// <param name="wql">For example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows; the cache is asked when the first one is wanted.</returns>
    /// <exception cref="WqlSyntaxException">The text is no query, or a value stands where none can; the exception says where and why.</exception>
    /// <exception cref="QueryTranslationException">The class is carried by another type, or by none.</exception>
    public IAsyncEnumerable<T> QueryAsync<T>(WqlInterpolatedStringHandler wql, CancellationToken cancellationToken = default)
        where T : class =>
        Query(wql).As<T>().RunAsync(cancellationToken);
}
