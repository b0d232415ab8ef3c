using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// Says in SQL what SQL can say of a predicate exactly, with the same three truth values; null for the rest, which is then evaluated row
/// by row. The predicate has been compiled before: its constants fit.
/// </summary>
internal sealed class PredicateLowering
{
    // A chain of AND or OR is as deep as it is long to SQLite, which takes a depth of 1000, all of the WHERE clause together.
    public const int MaxTerms = 400;
    private const int MaxDepth = 100;

    private readonly List<object> _parameters = [];
    private int _terms;

    public IReadOnlyList<object> Parameters => _parameters;

    public string? TryLower(WqlPredicate predicate)
    {
        if (_terms + predicate.TermCount > MaxTerms || predicate.Depth > MaxDepth) return null;
        var mark = _parameters.Count;
        var sql = Lower(predicate);
        if (sql is not null) _terms += predicate.TermCount;
        else _parameters.RemoveRange(mark, _parameters.Count - mark);
        return sql;
    }

    private string? Lower(WqlPredicate predicate) => predicate switch
    {
        WqlAnd and => Join(and, " AND "),
        WqlOr or => Join(or, " OR "),
        WqlNot not => Lower(not.Operand) is { } operand ? $"NOT ({operand})" : null,
        WqlComparison comparison => Compare(comparison),
        WqlLike like => Like(like),
        WqlNullTest test => NullTest(test),
        // ISA and whatever the language may learn.
        _ => null,
    };

    private string? Join(WqlConnective connective, string separator)
    {
        var parts = new string[connective.Operands.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Lower(connective.Operands[i]) is not { } part) return null;
            parts[i] = $"({part})";
        }

        return string.Join(separator, parts);
    }

    private string? Compare(WqlComparison comparison)
    {
        if (ItemProperties.Instance.Find(comparison.Property) is not { } property) return WithoutColumn(comparison.Property);
        return property.Value.Kind switch
        {
            WqlMemberKind.String => CompareText(comparison),
            WqlMemberKind.Integer => comparison.Constant.TryGetInteger(out var number) && number <= long.MaxValue
                ? Compare(comparison, (long)number)
                : null,
            WqlMemberKind.Boolean => comparison.Constant.TryGetBoolean(out var truth) ? Compare(comparison, truth ? 1L : 0L) : null,
            WqlMemberKind.DateTime => comparison.Constant.TryGetDateTime(out var date) ? Compare(comparison, date.UtcTicks) : null,
            _ => null,
        };
    }

    private string Compare(WqlComparison comparison, long value) =>
        $"{ItemSql.Find(comparison.Property.Text)} {Symbol(comparison.Operator)} {Add(value)}";

    private string? CompareText(WqlComparison comparison) =>
        comparison.IsEquality && comparison.Constant.TryGetString(out var text) && NameKey.IsRepresentable(text)
            ? $"{ItemSql.FindKey(comparison.Property.Text)} {Symbol(comparison.Operator)} {Add(NameKey.Of(text))}"
            : null;

    private string? Like(WqlLike like)
    {
        if (ItemProperties.Instance.Find(like.Property) is not { } property) return WithoutColumn(like.Property);
        var text = like.Pattern.Text;
        var wildcard = text.AsSpan().IndexOfAny('%', '_', '[');
        if (property.Value.Kind != WqlMemberKind.String || !NameKey.IsRepresentable(text)) return null;
        var key = ItemSql.FindKey(like.Property.Text);
        if (wildcard < 0) return $"{key} = {Add(NameKey.Of(text))}";
        if (wildcard != text.Length - 1 || text[wildcard] != '%') return null;
        var prefix = NameKey.Of(text[..^1]);
        var range = $"{key} >= {Add(prefix)}";
        return KeyRange.EndOfPrefix(prefix) is { } end ? $"{range} AND {key} < {Add(end)}" : range;
    }

    private static string? NullTest(WqlNullTest test) => ItemProperties.Instance.Find(test.Property) is null
        ? WithoutColumn(test.Property)
        : $"{ItemSql.Find(test.Property.Text)} IS {(test.IsNegated ? "NOT NULL" : "NULL")}";

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
