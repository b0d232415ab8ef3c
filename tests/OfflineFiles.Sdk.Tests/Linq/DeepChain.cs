namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A query with many operators, one after the other or one in the other.</summary>
/// <param name="Name">Which operators.</param>
/// <param name="Size">How many.</param>
/// <param name="Make">Adds as many to a query.</param>
/// <param name="Rows">How many elements it yields of the sample, which has 12 rows.</param>
internal sealed record DeepChain(string Name, int Size, Func<IQueryable<OfflineFilesItem>, int, IQueryable<object>> Make, int Rows)
{
    // In CI a part of what is promised, which is 10,000: with OFFLINEFILES_LAW_FACTOR=7 all of it.
    private static readonly int Many = Math.Min(10_000, LawBudget.Of(1_500));
    private const int All12 = 12;

    public static IReadOnlyList<DeepChain> All { get; } =
    [
        new("Where", 10_000, (q, n) => Repeat(q, n, (all, k) => all.Where(i => i.ItemName != $"x{k}")), All12),
        new("Where of what WQL cannot say", Many, (q, n) => Repeat(q, n, (all, k) => all.Where(i => i.ItemName.Length != k + 100)), All12),
        new("Where after Skip", Many, (q, n) => Repeat(q.Skip(1), n, (all, k) => all.Where(i => i.ItemName != $"x{k}")), All12 - 1),
        new("Where that counts", Many, (q, n) => Repeat(q, n, (all, k) => all.Where((i, place) => place >= 0)), All12),
        new("Skip", Many, (q, n) => Repeat(q, n, (all, _) => all.Skip(0)), All12),
        new("Take", Many, (q, n) => Repeat(q, n, (all, _) => all.Take(100)), All12),
        new("TakeWhile", Many, (q, n) => Repeat(q, n, (all, _) => all.TakeWhile(i => i.ItemName != "x")), All12),
        new("Select of itself", Many, (q, n) => Repeat(q, n, (all, _) => all.Select(i => i)), All12),
        new("Select of something new", Many, (q, n) => Repeat(q.Select(i => i.ItemName), n, (all, _) => all.Select(name => name + ".")), All12),
        new("Select of objects", Many, (q, n) => Repeat(q.Select(i => new Row { Name = i.ItemName }), n, (all, _) => all.Select(row => new Row { Name = row.Name })), All12),
        new("OrderBy and ThenBy", Many, (q, n) => Repeat(q.OrderBy(i => i.ItemType), n, (all, _) => all.ThenBy(i => i.ItemName)), All12),
        new("OrderBy", Many, (q, n) => Repeat(q, n, (all, _) => all.OrderBy(i => i.ItemName)), All12),
        new("Reverse", Many, (q, n) => Repeat(q, n, (all, _) => all.Reverse()), All12),
        new("Distinct", Many, (q, n) => Repeat(q, n, (all, _) => all.Distinct()), All12),
        new("DistinctBy", Many, (q, n) => Repeat(q, n, (all, _) => all.DistinctBy(i => i.ItemName)), All12),
        new("Append", Many, (q, n) => Repeat(q, n, (all, k) => all.Append(new OfflineFilesItem($@"\\a\{k}"))), All12 + Many),
        new("DefaultIfEmpty", Many, (q, n) => Repeat(q, n, (all, _) => all.DefaultIfEmpty()!), All12),
        new("Cast", Many, (q, n) => Repeat(q, n, (all, _) => all.Cast<OfflineFilesItem>()), All12),
        new("Concat", 10_000, (q, n) => Repeat(q, n, (all, k) => all.Concat(q.Where(i => i.ItemName == "axb.txt"))), All12 + 10_000),
        new("Concat in Concat", 10_000, (q, n) => Repeat(q, n, (all, _) => q.Where(i => i.ItemName == "axb.txt").Concat(all)), All12 + 10_000),
        // An element of the innermost goes through all of them, so that the whole grows as the square of their number, as it does in memory.
        new("Concat and Select in Concat", Many / 10, (q, n) => Repeat(q, n, (all, _) => q.Where(i => i.ItemName == "axb.txt").Concat(all).Select((i, _) => i)), All12 + (Many / 10)),
        new("Concat with values", Many, (q, n) => Repeat(q, n, (all, k) => all.Concat(new[] { new OfflineFilesItem($@"\\a\{k}") })), All12 + Many),
        new("Union", Many, (q, n) => Repeat(q, n, (all, k) => all.Union(q.Where(i => i.ItemName == "axb.txt"))), All12),
        new("Union in Union", Many, (q, n) => Repeat(q, n, (all, k) => q.Where(i => i.ItemName == "axb.txt").Union(all)), All12),
        new("Except in Except", Many, (q, n) => Repeat(q.Where(i => i.ItemName == "axb.txt"), n, (all, _) => q.Except(all)), 1),
        new("Zip", Many, (q, n) => Repeat(q, n, (all, _) => all.Zip(new int[20], (i, _) => i)), All12),
        new("Join", Many, (q, n) => Repeat(q, n, (all, _) => all.Join(new[] { 1 }, _ => 1, one => one, (i, _) => i)), All12),
    ];

    public override string ToString() => Name;

    private static TQuery Repeat<TQuery>(TQuery query, int times, Func<TQuery, int, TQuery> add)
    {
        for (var k = 0; k < times; k++) query = add(query, k);
        return query;
    }

    private static IQueryable<OfflineFilesItem> Repeat(IQueryable<OfflineFilesItem> query, int times, Func<IQueryable<OfflineFilesItem>, int, IQueryable<OfflineFilesItem>> add) =>
        Repeat<IQueryable<OfflineFilesItem>>(query, times, add);

    private sealed record Row
    {
        public string? Name { get; init; }
    }
}
