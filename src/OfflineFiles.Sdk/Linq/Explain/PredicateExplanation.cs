namespace OfflineFiles.Sdk;

/// <summary>Where a predicate runs.</summary>
public enum PredicateVerdict
{
    /// <summary>At the backend, and nowhere else.</summary>
    Pushed,

    /// <summary>At the backend in a form that finds too many rows, and then in the caller on those.</summary>
    PushedThenChecked,

    /// <summary>In the caller, on the rows that are looked up by their paths; the backend could answer it.</summary>
    CheckedOnLookup,

    /// <summary>In the caller, because the backend cannot answer it.</summary>
    Residual,

    /// <summary>Nowhere: it would have to run in the caller, and the options forbid that.</summary>
    Refused,
}

/// <summary>One of the predicates of a query that are joined by AND, and where it runs. Immutable.</summary>
public sealed record PredicateExplanation
{
    internal PredicateExplanation(PredicateVerdict verdict, string predicate, string? pushed, string? residualBecause)
    {
        Verdict = verdict;
        Predicate = predicate;
        Pushed = pushed;
        ResidualBecause = residualBecause;
    }

    /// <summary>Where it runs.</summary>
    public PredicateVerdict Verdict { get; }

    /// <summary>The predicate, nearly as it was written.</summary>
    public string Predicate { get; }

    /// <summary>The WQL that runs at the backend for it; null when nothing does, as beside a look-up by path.</summary>
    public string? Pushed { get; }

    /// <summary>Why it runs in the caller, too or instead, as the end of a sentence; null when the backend could answer it exactly.</summary>
    public string? ResidualBecause { get; }

    internal string VerdictText => Verdict switch
    {
        PredicateVerdict.Pushed => "pushed",
        PredicateVerdict.PushedThenChecked => $"pushed as {Pushed}, then checked in the caller, because {ResidualBecause}",
        PredicateVerdict.CheckedOnLookup => "checked on what is found",
        PredicateVerdict.Residual => $"residual, because {ResidualBecause}",
        _ => $"refused, because {ResidualBecause}",
    };

    /// <summary>The predicate and where it runs.</summary>
    public override string ToString() => $"{Predicate}: {VerdictText}";

    internal static PredicateVerdict VerdictOf(string? pushed, string? residualBecause) => (pushed, residualBecause) switch
    {
        (null, null) => PredicateVerdict.CheckedOnLookup,
        (_, null) => PredicateVerdict.Pushed,
        (null, _) => PredicateVerdict.Residual,
        _ => PredicateVerdict.PushedThenChecked,
    };
}
