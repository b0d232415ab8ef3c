namespace OfflineFiles.Sdk;

/// <summary>Specifies where a predicate runs.</summary>
public enum PredicateVerdict
{
    /// <summary>The predicate runs only at the backend.</summary>
    Pushed,

    /// <summary>The predicate runs at the backend in a form that finds too many rows, and then in the caller on these rows.</summary>
    PushedThenChecked,

    /// <summary>The predicate runs in the caller, on the rows that are looked up by their paths; the backend could answer it.</summary>
    CheckedOnLookup,

    /// <summary>The predicate runs in the caller, because the backend cannot answer it.</summary>
    Residual,

    /// <summary>The predicate does not run: it would have to run in the caller, and the options forbid that.</summary>
    Refused,
}

/// <summary>A predicate of a query, one of those that are joined by AND, and where it runs. Immutable.</summary>
public sealed record PredicateExplanation
{
    internal PredicateExplanation(PredicateVerdict verdict, string predicate, string? pushed, string? residualBecause)
    {
        Verdict = verdict;
        Predicate = predicate;
        Pushed = pushed;
        ResidualBecause = residualBecause;
    }

    /// <summary>The place where the predicate runs.</summary>
    public PredicateVerdict Verdict { get; }

    /// <summary>The predicate, nearly as it was written.</summary>
    public string Predicate { get; }

    /// <summary>The WQL that runs at the backend for the predicate; null if there is no such WQL, as for a look-up by path.</summary>
    public string? Pushed { get; }

    /// <summary>
    /// The reason why it runs in the caller, in addition or instead, as the end of a sentence; null if the backend could answer it exactly.
    /// </summary>
    public string? ResidualBecause { get; }

    internal string VerdictText => Verdict switch
    {
        PredicateVerdict.Pushed => "pushed",
        PredicateVerdict.PushedThenChecked => $"pushed as {Pushed}, then checked in the caller, because {ResidualBecause}",
        PredicateVerdict.CheckedOnLookup => "checked on what is found",
        PredicateVerdict.Residual => $"residual, because {ResidualBecause}",
        _ => $"refused, because {ResidualBecause}",
    };

    /// <summary>Returns the predicate and where it runs.</summary>
    public override string ToString() => $"{Predicate}: {VerdictText}";

    internal static PredicateVerdict VerdictOf(string? pushed, string? residualBecause) => (pushed, residualBecause) switch
    {
        (null, null) => PredicateVerdict.CheckedOnLookup,
        (_, null) => PredicateVerdict.Pushed,
        (null, _) => PredicateVerdict.Residual,
        _ => PredicateVerdict.PushedThenChecked,
    };
}
