using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>Answers queries and look-ups with rows of the provider.</summary>
internal sealed class CacheReader(ICimTransport transport, PushdownProfile pushdown, string? host)
{
    private static readonly WqlProperty ItemPath = new("ItemPath");

    public IAsyncEnumerable<OfflineFilesItem> QueryAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        Check(query);
        return query.Where is WqlComparison { Operator: WqlComparisonOperator.Equal } key
            && key.Property == ItemPath
            && key.Constant.TryGetString(out var path)
            && UncPath.TryParse(path, out _)
            ? GetAsync(path, query, cancellationToken)
            : EnumerateAsync(query, cancellationToken);
    }

    public async ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken)
    {
        if (await RowAsync(path.ToString(), "Find", cancellationToken).ConfigureAwait(false) is not { } row) return null;
        var item = ItemRowMapper.Item(row.Of(OfflineFilesSchema.Item), null);
        return IsOf(item, path) ? item : throw Unfit.Key(path.ToString(), item.ItemPath);
    }

    public async Task<OfflineFilesCacheState> StateAsync(CancellationToken cancellationToken)
    {
        var rows = transport.QueryAsync(new CimQuery(new WqlSelectQuery(OfflineFilesSchema.Cache.Name).ToString(pushdown.Dialect)), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            return await Translated(rows.MoveNextAsync(), "GetState", null).ConfigureAwait(false)
                ? ItemRowMapper.CacheState(rows.Current.Of(OfflineFilesSchema.Cache))
                : throw CimErrors.NoCacheObject(host);
        }
    }

    private async IAsyncEnumerable<OfflineFilesItem> GetAsync(
        string path, WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await RowAsync(path, "Query", cancellationToken).ConfigureAwait(false) is not { } row) yield break;
        var item = ItemRowMapper.Item(row.Of(OfflineFilesSchema.Item), query.ToString());
        // A look-up may read a path more generously than a comparison does: with a separator at its end, say.
        if (WqlText.AreEqual(item.ItemPath, path)) yield return item;
        else if (!UncPath.TryParse(path, out var asked) || !IsOf(item, asked)) throw Unfit.Key(path, item.ItemPath);
    }

    private static bool IsOf(OfflineFilesItem item, UncPath path) => UncPath.TryParse(item.ItemPath, out var own) && own == path;

    private async IAsyncEnumerable<OfflineFilesItem> EnumerateAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var members = RequestedMembers(query);
        var sent = new CimQuery(
            WithSelectList(query, members).ToString(pushdown.Dialect),
            KeysOnly: members == ItemMembers.ItemPath && query.Where is null);
        var origin = query.ToString();
        var goesToPath = query.Where?.Terms.Any(IsOnPath) == true;
        var rows = transport.QueryAsync(sent, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(rows, goesToPath).ConfigureAwait(false))
                yield return ItemRowMapper.Item(rows.Current.Of(OfflineFilesSchema.Item), origin, members);
        }
    }

    // The planner lists what the profile says; a caller that goes round it gets the same.
    private ItemMembers RequestedMembers(WqlSelectQuery query) => query.Properties.Count == 0 ? ItemMembers.All : pushdown.Selects(
        query.Properties.Aggregate(
            ItemMembers.ItemPath, (members, property) => members | (ItemProperties.Instance.Find(property)?.Member ?? ItemMembers.All)));

    private static WqlSelectQuery WithSelectList(WqlSelectQuery query, ItemMembers members) => query.WithProperties(members == ItemMembers.All ? [] :
    [
        .. from property in ItemProperties.Instance.All
           where !property.IsEmbedded && members.HasFlag(property.Member)
           select property.Property,
    ]);

    // A path that the query goes to and that is not in the cache is an empty answer, not an error.
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<CimRow> rows, bool goesToPath)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (CimTransportException error) when (goesToPath && error.IsNotFound)
        {
            return false;
        }
        catch (CimTransportException error)
        {
            throw CimErrors.From(error, "Query", null, host);
        }
    }

    private ValueTask<CimRow?> RowAsync(string path, string operation, CancellationToken cancellationToken) =>
        Translated(transport.GetAsync(CimRow.Key(OfflineFilesSchema.Item.Name, "ItemPath", path), cancellationToken), operation, path);

    private async ValueTask<T> Translated<T>(ValueTask<T> task, string operation, string? path)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            throw CimErrors.From(error, operation, path, host);
        }
    }

    // The provider answers such queries wrongly and without an error, so a caller that goes round the planner is stopped here.
    private void Check(WqlSelectQuery query)
    {
        if (!string.Equals(query.ClassName, OfflineFilesSchema.Item.Name, StringComparison.OrdinalIgnoreCase))
            throw new QueryTranslationException(query.ClassName, $"items are instances of {OfflineFilesSchema.Item.Name}", null, query.ToString());
        if (query.Where is null) return;
        foreach (var conjunct in query.Where is WqlAnd and ? and.Operands : [query.Where])
        {
            var verdict = pushdown.Judge(conjunct);
            if (verdict.IsAllowed) continue;
            const string advice = "Query through OfflineFilesCache.Items: it sends only what the provider answers correctly.";
            throw new QueryTranslationException(conjunct.ToString(), verdict.Reason!, advice, query.ToString());
        }
    }

    private static bool IsOnPath(WqlPredicate term) =>
        term is WqlComparison comparison && (comparison.Property == ItemPath || comparison.Property == new WqlProperty("ParentItemPath"));
}
