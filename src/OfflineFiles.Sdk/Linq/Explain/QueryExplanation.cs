using System.Text;

namespace OfflineFiles.Sdk;

/// <summary>What a query does and where, found out without running it. Immutable. Made by <c>Explain()</c>.</summary>
public sealed class QueryExplanation
{
    private const int ShownRequests = 5;

    internal QueryExplanation(
        string wql,
        QueryAccessPath accessPath,
        IReadOnlyList<string> requests,
        ItemMembers members,
        IReadOnlyList<PredicateExplanation> predicates,
        IReadOnlyList<string> clientOperators)
    {
        Wql = wql;
        AccessPath = accessPath;
        Requests = requests;
        Members = members;
        Predicates = predicates;
        ClientOperators = clientOperators;
    }

    /// <summary>The WQL the backend answers, or the one query that means the same as its <see cref="Requests"/>; empty when it is not asked.</summary>
    public string Wql { get; }

    /// <summary>How the rows are reached.</summary>
    public QueryAccessPath AccessPath { get; }

    /// <summary>
    /// What the backend is asked, one after the other, the next only when more rows are wanted: a query in WQL, a look-up
    /// (<c>look up \\srv\share\file</c>), or a walk (<c>walk below \\srv\share</c>), which is a query for the children of each container it meets.
    /// </summary>
    public IReadOnlyList<string> Requests { get; }

    /// <summary>The members the rows hold at least.</summary>
    public ItemMembers Members { get; }

    /// <summary>The predicates that are joined by AND, in their order, and where each runs.</summary>
    public IReadOnlyList<PredicateExplanation> Predicates { get; }

    /// <summary>What runs in the caller on the rows as they stream, in order; empty when nothing does.</summary>
    public IReadOnlyList<string> ClientOperators { get; }

    /// <summary>Whether a part of a predicate runs in the caller.</summary>
    public bool HasResidual => Predicates.Any(predicate => predicate.ResidualBecause is not null);

    /// <summary>All of it as text of several lines, for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("WQL:     ").Append(Wql.Length == 0 ? "none, the backend is not asked" : Wql).Append('\n');
        text.Append("Access:  ").Append(NameOf(AccessPath)).Append('\n');
        if (Requests is not [var only] || only != Wql) AppendRequests(text);
        text.Append("Members: ").Append(Members == ItemMembers.All ? "all" : Members.ToString()).Append('\n');
        foreach (var predicate in Predicates) text.Append("Where:   ").Append(predicate).Append('\n');
        foreach (var step in ClientOperators) text.Append("Caller:  ").Append(step).Append('\n');
        return text.ToString();
    }

    private void AppendRequests(StringBuilder text)
    {
        foreach (var request in Requests.Take(ShownRequests)) text.Append("Asks:    ").Append(request).Append('\n');
        if (Requests.Count > ShownRequests) text.Append("Asks:    ").Append(Requests.Count - ShownRequests).Append(" more of the kind\n");
    }

    private static string NameOf(QueryAccessPath path) => path switch
    {
        QueryAccessPath.KeyLookup => "key lookup",
        QueryAccessPath.Subtree => "subtree",
        QueryAccessPath.Children => "children",
        QueryAccessPath.Walk => "walk",
        QueryAccessPath.Nothing => "nothing",
        _ => "scan",
    };
}
