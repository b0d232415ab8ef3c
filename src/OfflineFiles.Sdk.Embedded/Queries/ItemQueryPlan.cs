using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>A query made ready for the database: SQL for what it answers exactly, a recheck for the rest.</summary>
internal sealed class ItemQueryPlan
{
    private readonly PredicateLowering _lowering;
    private readonly List<string> _pushed;

    private ItemQueryPlan(ItemProjection projection, PredicateLowering lowering, List<string> pushed, Func<OfflineFilesItem, bool>? recheck)
    {
        Projection = projection;
        _lowering = lowering;
        _pushed = pushed;
        Recheck = recheck;
    }

    public ItemProjection Projection { get; }

    /// <summary>The rows, in no order.</summary>
    public string Sql => Select(Projection.Columns);

    /// <summary>The values of ?1, ?2, ...: texts and integers.</summary>
    public IReadOnlyList<object> Parameters => _lowering.Parameters;

    /// <summary>By what the rows are searched.</summary>
    public SearchedBy Search { get; private init; }

    /// <summary>Which of the parameters are the least keys of paths that the rows are searched from.</summary>
    public IReadOnlyList<int> FirstPaths { get; private init; } = [];

    /// <summary>Null when SQL says it all.</summary>
    public Func<OfflineFilesItem, bool>? Recheck { get; }

    /// <exception cref="QueryTranslationException">The class or a selected property is unknown.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over items.</exception>
    public static ItemQueryPlan Make(WqlSelectQuery query)
    {
        var text = query.ToString();
        if (!string.Equals(query.ClassName, OfflineFilesSchema.Item.Name, StringComparison.OrdinalIgnoreCase))
            throw new QueryTranslationException(
                query.ClassName, "the embedded cache answers queries over items only", $"Ask for {OfflineFilesSchema.Item.Name}.", text);

        // The whole predicate is compiled even when SQL answers it, so that one that makes no sense is refused the same way everywhere.
        if (query.Where is not null) _ = WqlCompiler.Compile(query.Where, ItemProperties.Instance);

        var lowering = new PredicateLowering();
        var pushed = new List<string>();
        var rest = new List<WqlPredicate>();
        var searches = new List<SearchedBy>();
        var firstPaths = new List<int>();
        foreach (var conjunct in Conjuncts(query.Where))
        {
            var first = lowering.Parameters.Count;
            if (lowering.TryLower(conjunct, out var isExact) is { } sql)
            {
                pushed.Add($"({sql})");
                searches.Add(PredicateLowering.SearchOf(conjunct));
                if (searches[^1] == SearchedBy.RangeOfPaths) firstPaths.Add(first);
            }

            if (!isExact) rest.Add(conjunct);
        }

        var members = Selected(query, text);
        foreach (var conjunct in rest) members |= ItemProperties.Instance.MembersOf(conjunct);
        var projection = new ItemProjection(members, text);
        SearchedBy[] preferred = [SearchedBy.Key, SearchedBy.RangeOfPaths, SearchedBy.Keys];
        return new ItemQueryPlan(
            projection, lowering, pushed, rest.Count == 0 ? null : WqlCompiler.Compile(WqlPredicate.And(rest), ItemProperties.Instance))
        {
            Search = preferred.FirstOrDefault(searches.Contains),
            FirstPaths = firstPaths,
        };
    }

    /// <summary>A statement over the rows.</summary>
    /// <param name="columns">What is read of them.</param>
    /// <param name="condition">What else must hold; null for nothing.</param>
    /// <param name="from">How they are read.</param>
    public string Select(string columns, string? condition = null, string from = ItemTable.From)
    {
        var conditions = condition is null ? _pushed : [.. _pushed, condition];
        return $"SELECT {columns} {from}{(conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions))}";
    }

    /// <summary>How a value is written that comes after <see cref="Parameters"/>.</summary>
    /// <param name="number">Which of those, from 1.</param>
    public string After(int number) => FormattableString.Invariant($"?{Parameters.Count + number}");

    /// <summary>Whether SQL says a predicate exactly, so that nothing is rechecked row by row.</summary>
    public static bool IsExact(WqlPredicate? where)
    {
        var lowering = new PredicateLowering();
        return Conjuncts(where).All(conjunct => lowering.TryLower(conjunct, out var isExact) is not null && isExact);
    }

    private static IReadOnlyList<WqlPredicate> Conjuncts(WqlPredicate? where) => where switch
    {
        null => [],
        WqlAnd and => and.Operands,
        _ => [where],
    };

    private static ItemMembers Selected(WqlSelectQuery query, string text)
    {
        if (query.Properties.Count == 0) return ItemMembers.All;
        var members = ItemMembers.None;
        foreach (var property in query.Properties)
        {
            members |= ItemProperties.Instance.Find(property)?.Member
                ?? throw new QueryTranslationException(property.Text, "items have no such property", "Check its spelling.", text);
        }

        return members;
    }
}
