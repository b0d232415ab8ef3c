using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// Says a predicate in SQL: exactly, with the same three truth values, or else so that no row is missed, which is then evaluated row by
/// row. The predicate has been compiled before: its constants fit.
/// </summary>
internal sealed class PredicateLowering
{
    // A chain of AND or OR is as deep as it is long to SQLite, which takes a depth of 1000, all of the WHERE clause together.
    public const int MaxTerms = 400;
    private const int MaxDepth = 100;

    private static readonly WqlLikePattern AnyText = WqlLikePattern.StartsWith("");

    private readonly List<object> _parameters = [];
    private int _terms;

    public IReadOnlyList<object> Parameters => _parameters;

    /// <summary>The predicate in SQL; null if SQL can say nothing that is of use.</summary>
    /// <param name="predicate">A predicate, joined by AND with those before.</param>
    /// <param name="isExact">False if the SQL also holds for rows that the predicate does not hold for: evaluate it over what is found.</param>
    public string? TryLower(WqlPredicate predicate, out bool isExact)
    {
        isExact = false;
        if (_terms + predicate.TermCount > MaxTerms || predicate.Depth > MaxDepth) return null;
        var sql = Try(predicate, Lower);
        isExact = sql is not null;
        sql ??= Widen(predicate);
        if (sql is not null) _terms += predicate.TermCount;
        return sql;
    }

    /// <summary>What of the database a lowered predicate is searched by.</summary>
    public static SearchedBy SearchOf(WqlPredicate predicate) => predicate switch
    {
        WqlComparison { Operator: WqlComparisonOperator.Equal } equality when KeyOf(equality.Property) is not null => SearchedBy.Key,
        WqlLike like when KeyOf(like.Property) is { } key =>
            like.Pattern.TryGetLiteral(out _) ? SearchedBy.Key
            : !like.Pattern.TryGetPrefix(out _, out _) && like.Pattern != AnyText ? SearchedBy.Nothing
            : key == ItemTable.Path.KeySql ? SearchedBy.RangeOfPaths : SearchedBy.Keys,
        WqlOr or => or.Operands.All(operand => SearchOf(operand) != SearchedBy.Nothing) ? SearchedBy.Keys : SearchedBy.Nothing,
        WqlAnd and => and.Operands.Any(operand => SearchOf(operand) != SearchedBy.Nothing) ? SearchedBy.Keys : SearchedBy.Nothing,
        _ => SearchedBy.Nothing,
    };

    /// <summary>What holds wherever the predicate does, and elsewhere: the range of a LIKE with a prefix, and AND and OR over such.</summary>
    private string? Widen(WqlPredicate predicate)
    {
        switch (predicate)
        {
            case WqlAnd and:
                var parts = and.Operands.Select(LowerOrWiden).OfType<string>().ToList();
                return parts.Count == 0 ? null : string.Join(" AND ", parts.Select(part => $"({part})"));
            case WqlOr or:
                return Try(or, _ => Join(or, " OR ", LowerOrWiden));
            case WqlLike like when KeyOf(like.Property) is { } key && like.Pattern.TryGetPrefix(out var prefix, out _):
                return Range(key, prefix);
            default:
                return null;
        }
    }

    private string? LowerOrWiden(WqlPredicate predicate) => Try(predicate, Lower) ?? Widen(predicate);

    /// <summary>Leaves no parameter behind of what turns out not to be said.</summary>
    private string? Try(WqlPredicate predicate, Func<WqlPredicate, string?> lower)
    {
        var mark = _parameters.Count;
        var sql = lower(predicate);
        if (sql is null) _parameters.RemoveRange(mark, _parameters.Count - mark);
        return sql;
    }

    private string? Lower(WqlPredicate predicate) => predicate switch
    {
        WqlAnd and => Join(and, " AND ", Lower),
        WqlOr or => Join(or, " OR ", Lower),
        WqlNot not => Lower(not.Operand) is { } operand ? $"NOT ({operand})" : null,
        WqlComparison comparison => Compare(comparison),
        WqlLike like => Like(like),
        WqlNullTest test => NullTest(test),
        // ISA and whatever the language may learn.
        _ => null,
    };

    private static string? Join(WqlConnective connective, string separator, Func<WqlPredicate, string?> lower)
    {
        var parts = new string[connective.Operands.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (lower(connective.Operands[i]) is not { } part) return null;
            parts[i] = $"({part})";
        }

        return string.Join(separator, parts);
    }

    private string? Compare(WqlComparison comparison)
    {
        if (ItemProperties.Instance.Find(comparison.Property) is not { } property) return WithoutColumn(comparison.Property);
        var column = ItemTable.ColumnOf(property);
        return property.Value.Kind switch
        {
            WqlMemberKind.String => CompareText(column, comparison),
            WqlMemberKind.Integer => comparison.Constant.TryGetInteger(out var number) && number <= long.MaxValue
                ? Compare(column, comparison, (long)number)
                : null,
            WqlMemberKind.Boolean => comparison.Constant.TryGetBoolean(out var truth) ? Compare(column, comparison, truth ? 1L : 0L) : null,
            WqlMemberKind.DateTime => comparison.Constant.TryGetDateTime(out var date) ? Compare(column, comparison, date.UtcTicks) : null,
            _ => null,
        };
    }

    private string Compare(ItemColumn column, WqlComparison comparison, long value) => $"{column.Sql} {Symbol(comparison.Operator)} {Add(value)}";

    private string? CompareText(ItemColumn column, WqlComparison comparison) =>
        column.KeySql is { } key && comparison.IsEquality && comparison.Constant.TryGetString(out var text) && NameKey.IsRepresentable(text)
            ? $"{key} {Symbol(comparison.Operator)} {Add(NameKey.Of(text))}"
            : null;

    private string? Like(WqlLike like)
    {
        if (ItemProperties.Instance.Find(like.Property) is null) return WithoutColumn(like.Property);
        if (KeyOf(like.Property) is not { } key) return null;
        if (like.Pattern.TryGetLiteral(out var text)) return NameKey.IsRepresentable(text) ? $"{key} = {Add(NameKey.Of(text))}" : null;
        if (like.Pattern == AnyText) return Range(key, "");
        return like.Pattern.TryGetPrefix(out var prefix, out var isPurePrefix) && isPurePrefix ? Range(key, prefix) : null;
    }

    private static string? KeyOf(WqlProperty property) =>
        ItemProperties.Instance.Find(property) is { } found ? ItemTable.ColumnOf(found).KeySql : null;

    /// <summary>The keys that begin with a prefix; null if no key can.</summary>
    private string? Range(string key, string prefix)
    {
        if (!NameKey.IsRepresentable(prefix)) return null;
        var first = NameKey.Of(prefix);
        var range = $"{key} >= {Add(first)}";
        return NameKey.EndOfPrefix(first) is { } end ? $"{range} AND {key} < {Add(end)}" : range;
    }

    private static string? NullTest(WqlNullTest test) => ItemProperties.Instance.Find(test.Property) is { } property
        ? $"{ItemTable.ColumnOf(property).Sql} IS {(test.IsNegated ? "NOT NULL" : "NULL")}"
        : WithoutColumn(test.Property);

    private string Add(object value)
    {
        _parameters.Add(value);
        return FormattableString.Invariant($"?{_parameters.Count}");
    }

    // A system property is read off the row. A dotted name that leads nowhere is neither true nor false.
    private static string? WithoutColumn(WqlProperty property) => ItemProperties.Instance.TryGetMember(property, out _) ? null : "NULL";

    private static string Symbol(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Equal => "=",
        WqlComparisonOperator.NotEqual => "<>",
        WqlComparisonOperator.Less => "<",
        WqlComparisonOperator.LessOrEqual => "<=",
        WqlComparisonOperator.Greater => ">",
        WqlComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "This is no comparison operator."),
    };
}

/// <summary>By what of the database the rows of a predicate are searched, which says in what order they come.</summary>
internal enum SearchedBy
{
    /// <summary>Item by item, in the order of their numbers.</summary>
    Nothing,

    /// <summary>One key in an index: its items come in the order of their numbers.</summary>
    Key,

    /// <summary>The paths that begin with a text: they come in the order of their keys.</summary>
    RangeOfPaths,

    /// <summary>Several keys or any other range: no order goes with it.</summary>
    Keys,
}

/// <summary>All of WQL is answered correctly. No index serves more than a number of terms: a longer query is better cut into several.</summary>
internal sealed class EmbeddedPushdownProfile : PushdownProfile
{
    public static EmbeddedPushdownProfile Instance { get; } = new();

    public override string Name => "embedded";

    public override int MaxTerms => PredicateLowering.MaxTerms;

    public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Allowed;
}
