using System.Linq.Expressions;
using CsCheck;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Testing.Meaning;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>A predicate and the rows it is asked of.</summary>
internal sealed record Question(Expression<Func<OfflineFilesItem, bool>> Predicate, IReadOnlyList<OfflineFilesItem> Rows)
{
    /// <summary>Over rows whose members have nothing to do with one another.</summary>
    public static readonly Gen<Question> OverAnyRows = Gen.Select(PredicateGen.Any, ItemGen.AnyRows, (predicate, rows) => new Question(predicate, rows));

    /// <summary>Over the rows of a cache that has with each item all its ancestors.</summary>
    public static readonly Gen<Question> OverTree = Gen.Select(PredicateGen.Any, ItemGen.Tree, (predicate, rows) => new Question(predicate, rows));

    /// <summary>Over rows that are always the same.</summary>
    public static Gen<Question> Over(IReadOnlyList<OfflineFilesItem> rows) => PredicateGen.Any.Select(predicate => new Question(predicate, rows));

    /// <summary>The paths of the rows for which the predicate holds.</summary>
    public HashSet<string> Answer => [.. Rows.Where(row => Oracle.Holds(Predicate, row)).Select(row => row.ItemPath)];

    /// <summary>Whether a query without async finds the rows of the answer, each once.</summary>
    public bool IsAnsweredBy(IQueryable<OfflineFilesItem> items) => IsAnswer(items.Where(Predicate).AsEnumerable());

    /// <summary>Whether rows are those of the answer, each once, in any order.</summary>
    public bool IsAnswer(IEnumerable<OfflineFilesItem> rows)
    {
        var (found, answer) = (rows.Select(row => row.ItemPath).ToList(), Answer);
        return found.Count == answer.Count && answer.SetEquals(found);
    }

    public override string ToString() => $"{Predicate}\nover\n{string.Join("\n", Rows.Select(Describe))}";

    private static string Describe(OfflineFilesItem row) =>
        $"'{row.ItemPath}' in '{row.ParentItemPath ?? "NULL"}' named '{row.ItemName}', {row.ItemType}, encrypted {row.Encrypted}, sparse {row.Sparse}, in conflict {row.InConflict}, "
        + string.Join(", ", new object?[] { row.FileSysInfo, row.PinInfo, row.ChangeInfo, row.ConnectionInfo, row.SuspendInfo, row.DirtyInfo }.Select(info => info ?? "NULL"));
}
