using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// One run of a query, page by page. Each page is a short read of one state of the cache that goes on where the one before ended; between two pages
/// nothing is held, however long that takes. For one thread at a time.
/// </summary>
/// <param name="plan">The query.</param>
/// <param name="order">An ORDER BY clause, with its LIMIT; null for rows in any order.</param>
internal sealed class ItemPages(ItemQueryPlan plan, string? order = null)
{
    // Of so many rows their numbers are remembered. Of more, a scan finds the next ones soon enough.
    private const int MostNumbers = 65_536;

    private PageWay? _way;

    /// <summary>Whether there are no more rows.</summary>
    public bool HaveEnded { get; private set; }

    /// <summary>The items among the next rows; perhaps none, although more come.</summary>
    /// <param name="connection">What to read with.</param>
    /// <param name="rows">How many rows are looked at.</param>
    public List<OfflineFilesItem> Next(StoreConnection connection, int rows)
    {
        var items = new List<OfflineFilesItem>();
        using var one = connection.BeginRead();
        _way ??= WayOf(connection);
        HaveEnded = !_way.Read(connection, rows, items);
        return items;
    }

    private PageWay WayOf(StoreConnection connection)
    {
        if (order is not null) return new ListedWay(plan, NumbersOf(connection, order));
        if (plan.Search == SearchedBy.RangeOfPaths) return new PathWay(plan);
        if (plan.Search != SearchedBy.Keys) return new NumberWay(plan, ItemTable.From);
        var numbers = NumbersOf(connection, $" LIMIT {MostNumbers + 1}");
        return numbers.Count > MostNumbers ? new NumberWay(plan, ItemTable.Scan) : new ListedWay(plan, numbers);
    }

    private List<long> NumbersOf(StoreConnection connection, string clause)
    {
        var numbers = new List<long>();
        using var rows = connection.Query(plan.Select(ItemTable.Id.Sql) + clause).Open(plan.Parameters);
        while (rows.Read()) numbers.Add(rows.Columns.Integer(0));
        return numbers;
    }
}

/// <summary>How the pages of a query follow each other.</summary>
internal abstract class PageWay(ItemQueryPlan plan)
{
    // Siblings, which come together, share the text of their parent.
    private string? _parent;

    protected ItemQueryPlan Plan => plan;

    /// <summary>Reads the next rows; false if they are the last.</summary>
    public abstract bool Read(StoreConnection connection, int rows, List<OfflineFilesItem> items);

    protected void Take(ColumnReader columns, List<OfflineFilesItem> items)
    {
        var item = plan.Projection.Read(columns, ref _parent);
        if (plan.Recheck is null || plan.Recheck(item)) items.Add(item);
    }
}

/// <summary>In the order of a key, from behind the last one that was read.</summary>
internal abstract class KeysetWay(ItemQueryPlan plan, string key, string condition, string from) : PageWay(plan)
{
    /// <summary>The statement that reads a page.</summary>
    public string Sql { get; } = $"{plan.Select($"{plan.Projection.Columns}, {key}", condition, from)} ORDER BY {key} LIMIT {plan.After(2)}";

    public override bool Read(StoreConnection connection, int rows, List<OfflineFilesItem> items)
    {
        using var found = connection.Query(Sql).Open(Values(rows));
        var read = 0;
        while (read < rows && found.Read())
        {
            Take(found.Columns, items);
            if (++read == rows) Remember(found.Columns, Plan.Projection.Count);
        }

        return read == rows;
    }

    /// <summary>The values of the parameters of the plan, of the key, and of the number of rows.</summary>
    protected abstract object[] Values(long rows);

    /// <summary>Notes the key of the last row.</summary>
    protected abstract void Remember(ColumnReader columns, int key);
}

/// <summary>In the order of the numbers of the items.</summary>
internal sealed class NumberWay(ItemQueryPlan plan, string from) : KeysetWay(plan, ItemTable.Id.Sql, $"{ItemTable.Id.Sql} > {plan.After(1)}", from)
{
    private long _last;

    protected override object[] Values(long rows) => [.. Plan.Parameters, _last, rows];

    protected override void Remember(ColumnReader columns, int key) => _last = columns.Integer(key);
}

/// <summary>In the order of the keys of the paths. The search begins at the last one that was read.</summary>
internal sealed class PathWay(ItemQueryPlan plan)
    : KeysetWay(plan, ItemTable.Path.KeySql!, $"{ItemTable.Path.KeySql} IS NOT {plan.After(1)}", ItemTable.From)
{
    private string? _last;

    protected override object[] Values(long rows)
    {
        object[] values = [.. Plan.Parameters, _last ?? "", rows];
        if (_last is null) return values;
        foreach (var first in Plan.FirstPaths) values[first] = _last;
        return values;
    }

    protected override void Remember(ColumnReader columns, int key) => _last = columns.TextOrNull(key);
}

/// <summary>Item by item from a list of numbers, those that are still rows of the query.</summary>
internal sealed class ListedWay(ItemQueryPlan plan, List<long> numbers) : PageWay(plan)
{
    private readonly string _sql = plan.Select(plan.Projection.Columns, $"{ItemTable.Id.Sql} = {plan.After(1)}");
    private int _next;

    public override bool Read(StoreConnection connection, int rows, List<OfflineFilesItem> items)
    {
        var statement = connection.Query(_sql);
        object[] values = [.. Plan.Parameters, 0L];
        for (var end = Math.Min(numbers.Count, (long)_next + rows); _next < end; _next++)
        {
            values[^1] = numbers[_next];
            using var found = statement.Open(values);
            if (found.Read()) Take(found.Columns, items);
        }

        return _next < numbers.Count;
    }
}
