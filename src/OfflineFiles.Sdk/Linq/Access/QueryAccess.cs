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

    public QueryAccessPath Path => Route.Path;

    public IEnumerable<PredicatePart> Residual => Predicates.Where(part => part.RunsInCaller);
}

/// <summary>One of the predicates joined by AND: its normal form, what is pushed of it, and why it must run in the caller, if it must.</summary>
internal sealed record PredicatePart(ParameterExpression Row, Expression Body, PredicateTranslation Translation)
{
    /// <summary>What of it stands in the WHERE clause of every request; null if nothing does.</summary>
    public WqlPredicate? Pushed { get; init; }

    /// <summary>Whether it decided what is requested, without standing in the requests as it is.</summary>
    public bool IsLeading { get; init; }

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
    private PredicateRole(bool isPushed, bool isLeading, bool runsInCaller, string? reason) =>
        (IsPushed, IsLeading, RunsInCaller, Reason) = (isPushed, isLeading, runsInCaller, reason);

    /// <summary>Every request says it, so that no other row comes.</summary>
    public static PredicateRole Answered => new(isPushed: true, isLeading: false, runsInCaller: false, reason: null);

    /// <summary>The requests together ask for nothing else, though none says it whole: a part of it each, or a path that is looked up.</summary>
    public static PredicateRole Divided => new(isPushed: false, isLeading: true, runsInCaller: false, reason: null);

    /// <summary>It decided what is requested; more may come, so it is checked again.</summary>
    public static PredicateRole Leading => new(isPushed: false, isLeading: true, runsInCaller: true, reason: null);

    /// <summary>The rows are reached in a way that does not ask for it.</summary>
    public static PredicateRole Checked => new(isPushed: false, isLeading: false, runsInCaller: true, reason: null);

    /// <summary>Whether every request says it.</summary>
    public bool IsPushed { get; }

    /// <summary>Whether it decided what is requested, though no request says it as it is.</summary>
    public bool IsLeading { get; }

    /// <summary>Whether it is checked on the rows that come.</summary>
    public bool RunsInCaller { get; }

    /// <summary>Why the backend is not asked for it, as the end of a sentence; null if nothing speaks against it.</summary>
    public string? Reason { get; }

    public static PredicateRole Refused(string reason) => new(isPushed: false, isLeading: false, runsInCaller: true, reason);
}
