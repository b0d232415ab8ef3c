using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// Answers a query over items with the provider's trap: the first term of the WHERE clause that names ItemPath, else the first that
/// names ParentItemPath, decides where to look, whatever its operator and whatever stands around it; WMI filters afterwards
/// (observed provider behaviour).
/// </summary>
internal static class ProviderQuery
{
    public static async IAsyncEnumerable<OfflineFilesItem> AnswerAsync(
        ICacheBackend cache, WqlSelectQuery query, bool opensSubtrees, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CheckNames(query);
        var matches = query.Where is null ? _ => true : Compile(query.Where);
        await foreach (var item in CandidatesAsync(cache, query.Where, opensSubtrees, cancellationToken))
        {
            if (matches(item)) yield return item;
        }
    }

    private static IAsyncEnumerable<OfflineFilesItem> CandidatesAsync(
        ICacheBackend cache, WqlPredicate? where, bool opensSubtrees, CancellationToken cancellationToken)
    {
        if (FirstOn("ItemPath", where) is { } key) return OneAsync(cache, Constant(key), cancellationToken);
        if (FirstOn("ParentItemPath", where) is { } parent) return OpenAsync(cache, Constant(parent), opensSubtrees, cancellationToken);
        return cache.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), cancellationToken);
    }

    private static async IAsyncEnumerable<OfflineFilesItem> OneAsync(
        ICacheBackend cache, string? path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await FindAsync(cache, path, cancellationToken) ?? throw ProviderErrors.NotFound();
    }

    private static async IAsyncEnumerable<OfflineFilesItem> OpenAsync(
        ICacheBackend cache, string? path, bool opensSubtrees, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The empty path is the root, above the servers.
        var container = path == "" ? null : await FindAsync(cache, path, cancellationToken) ?? throw ProviderErrors.NotFound();
        await foreach (var item in cache.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), cancellationToken))
        {
            var isInside = opensSubtrees
                ? container is null || item.IsUnder(container.Path)
                : string.Equals(item.ParentItemPath ?? "", path, StringComparison.OrdinalIgnoreCase);
            if (isInside) yield return item;
        }
    }

    public static async ValueTask<OfflineFilesItem?> FindAsync(ICacheBackend cache, string? path, CancellationToken cancellationToken)
    {
        if (path is null) throw ProviderErrors.InvalidParameter();
        return UncPath.TryParse(path, out var unc) ? await cache.FindItemAsync(unc, cancellationToken) : null;
    }

    private static WqlPredicate? FirstOn(string property, WqlPredicate? where) =>
        where?.Terms.FirstOrDefault(term => string.Equals(term.Property.Text, property, StringComparison.OrdinalIgnoreCase));

    // The provider takes the constant of the term for a path, a LIKE pattern as much as the NULL of a NULL test.
    private static string? Constant(WqlPredicate term) => term switch
    {
        WqlComparison comparison => comparison.Constant.TryGetString(out var text) ? text : comparison.Constant.ToString(),
        WqlLike like => like.Pattern.Text,
        WqlIsA isA => isA.ClassName,
        _ => null,
    };

    // WMI refuses a name that the class does not have, in the list and in the clause.
    private static void CheckNames(WqlSelectQuery query)
    {
        foreach (var property in query.Properties.Concat(query.Where?.Terms.SelectMany(term => term.Properties) ?? []))
            if (OfflineFilesSchema.Item.Find(property.Names[0]) is { IsDocumented: false }) throw ProviderErrors.InvalidQuery(new FormatException($"{property} is unknown"));
    }

    private static Func<OfflineFilesItem, bool> Compile(WqlPredicate where)
    {
        try
        {
            return WqlCompiler.Compile(where, ItemProperties.Instance);
        }
        catch (WqlEvaluationException error)
        {
            throw ProviderErrors.InvalidQuery(error);
        }
    }
}
