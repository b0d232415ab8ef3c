using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>One predicate of the specification: where it stands, how it is written, and which rows it means in plain C#.</summary>
internal sealed record PredicateCase(string Section, string Text, Expression<Func<OfflineFilesItem, bool>> Predicate, Func<OfflineFilesItem, bool>? Oracle);

/// <summary>Collects predicates, one line each: the text of the lambda is the name of the case.</summary>
internal abstract class PredicateTable
{
    private readonly List<PredicateCase> _cases = [];
    private string _section = "";

    public IReadOnlyList<PredicateCase> Cases => _cases;

    protected void Section(string name) => _section = name;

    /// <summary>A predicate, and what it means where C# itself would fail or compare strings in another way.</summary>
    protected void Case(
        Expression<Func<OfflineFilesItem, bool>> predicate,
        Func<OfflineFilesItem, bool>? oracle = null,
        [CallerArgumentExpression(nameof(predicate))] string text = "") => _cases.Add(new PredicateCase(_section, text, predicate, oracle));

    /// <summary>A predicate that C# has no lambda for.</summary>
    protected void Built(string text, Func<ParameterExpression, Expression> body, Func<OfflineFilesItem, bool>? oracle)
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "i");
        _cases.Add(new PredicateCase(_section, text, Expression.Lambda<Func<OfflineFilesItem, bool>>(body(row), row), oracle));
    }
}
