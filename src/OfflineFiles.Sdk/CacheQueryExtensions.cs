namespace OfflineFiles.Sdk;

/// <summary>Extends <see cref="OfflineFilesCache"/> for languages that do not know the interpolated strings of C# 10.</summary>
public static class CacheQueryExtensions
{
    /// <summary>
    /// Creates a query from a text with values in it, as <see cref="OfflineFilesCache.Query(WqlInterpolatedStringHandler)"/> does: each value is
    /// written as one escaped constant. Visual Basic chooses this method for <c>cache.Query($"...")</c>. C# before version 10 needs a cast,
    /// <c>cache.Query((FormattableString)$"...")</c>, and F# the type, <c>cache.Query(($"..." : FormattableString))</c>.
    /// </summary>
    /// <param name="cache">The cache.</param>
    /// <param name="wql">The text, for example <c>$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"</c>.</param>
    /// <returns>The query; it has not run yet.</returns>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL, or a value is out of place; the exception says where and why.</exception>
    /// <exception cref="ArgumentException">A value is of a type that no constant can be made of, or has a format.</exception>
    // An extension and not an overload: a string without holes would be ambiguous between the two in C# 10 to 12.
    public static CacheQuery<WqlRow> Query(this OfflineFilesCache cache, FormattableString wql) =>
        Guard.NotNull(cache).Query(WqlQuery.FromFormattable(wql));
}
