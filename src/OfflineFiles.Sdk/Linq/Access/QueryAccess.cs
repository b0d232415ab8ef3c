using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>How a query reaches its rows: what the backend is asked, and what is left to check on each row that comes. Immutable.</summary>
internal sealed record QueryAccess
{
    public required AccessRoute Route { get; init; }

    /// <summary>What the rows hold at least.</summary>
    public required ItemMembers Members { get; init; }

    /// <summary>The predicates joined by AND, each with its verdict.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    /// <summary>One query that finds the rows of all requests; made each time it is asked for.</summary>
    public WqlSelectQuery Wql
    {
        get
        {
            var pushed = Predicates.Where(part => part.Pushed is not null).Select(part => part.Pushed!).ToList();
            return new WqlSelectQuery(
                OfflineFilesSchema.Item.Name,
                pushed.Count == 0 ? null : WqlPredicate.And(pushed),
                Members == ItemMembers.All ? null : SelectList.Of(Members));
        }
    }

    public QueryAccessPath Path => Route.Path;

    public IEnumerable<PredicatePart> Residual => Predicates.Where(part => part.RunsInCaller);
}

/// <summary>One of the predicates joined by AND: its normal form, what is pushed of it, and why it must run in the caller, if it must.</summary>
internal sealed record PredicatePart(ParameterExpression Row, Expression Body, PredicateTranslation Translation)
{
    /// <summary>What of it goes into the WHERE clause; null if nothing does.</summary>
    public WqlPredicate? Pushed { get; init; }

    /// <summary>Why it cannot be answered by the backend alone; null if it can.</summary>
    public string? ResidualBecause { get; init; }

    /// <summary>The part of it that the reason is about.</summary>
    public Expression Culprit => Translation.Part ?? Body;

    /// <summary>Whether it runs in the caller, be it because it must or because the rows did not come through a WHERE clause.</summary>
    public bool RunsInCaller { get; init; }
}

/// <summary>What becomes of one of the predicates joined by AND on the way to the rows.</summary>
internal readonly record struct PredicateRole
{
    private PredicateRole(bool isPushed, bool runsInCaller, string? reason) => (IsPushed, RunsInCaller, Reason) = (isPushed, runsInCaller, reason);

    /// <summary>Every request asks for it, so that no other row comes.</summary>
    public static PredicateRole Answered => new(isPushed: true, runsInCaller: false, reason: null);

    /// <summary>It decided what is requested; more may come, so it is checked again.</summary>
    public static PredicateRole Leading => new(isPushed: true, runsInCaller: true, reason: null);

    /// <summary>The rows are reached in a way that does not ask for it.</summary>
    public static PredicateRole Checked => new(isPushed: false, runsInCaller: true, reason: null);

    /// <summary>Whether the requests say it.</summary>
    public bool IsPushed { get; }

    /// <summary>Whether it is checked on the rows that come.</summary>
    public bool RunsInCaller { get; }

    /// <summary>Why the backend is not asked for it, as the end of a sentence; null if nothing speaks against it.</summary>
    public string? Reason { get; }

    public static PredicateRole Refused(string reason) => new(isPushed: false, runsInCaller: true, reason);
}
