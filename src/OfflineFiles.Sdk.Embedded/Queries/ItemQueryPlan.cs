using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>A query made ready for the database: SQL for what it answers exactly, a recheck for the rest.</summary>
internal sealed class ItemQueryPlan
{
    private ItemQueryPlan(ItemProjection projection, string sql, IReadOnlyList<object> parameters, Func<OfflineFilesItem, bool>? recheck)
    {
        Projection = projection;
        Sql = sql;
        Parameters = parameters;
        Recheck = recheck;
    }

    public ItemProjection Projection { get; }

    public string Sql { get; }

    /// <summary>The values of ?1, ?2, ...: texts and integers.</summary>
    public IReadOnlyList<object> Parameters { get; }

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
        foreach (var conjunct in Conjuncts(query.Where))
        {
            if (lowering.TryLower(conjunct, out var isExact) is { } sql) pushed.Add($"({sql})");
            if (!isExact) rest.Add(conjunct);
        }

        var members = Selected(query, text);
        foreach (var conjunct in rest) members |= ItemProperties.Instance.MembersOf(conjunct);
        var projection = new ItemProjection(members, text);
        return new ItemQueryPlan(
            projection,
            $"SELECT {projection.Columns} {ItemTable.From}{(pushed.Count == 0 ? "" : " WHERE " + string.Join(" AND ", pushed))}",
            lowering.Parameters,
            rest.Count == 0 ? null : WqlCompiler.Compile(WqlPredicate.And(rest), ItemProperties.Instance));
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
