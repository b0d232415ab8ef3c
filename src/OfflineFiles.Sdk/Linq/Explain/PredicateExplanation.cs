namespace OfflineFiles.Sdk;

/// <summary>One of the predicates of a query that are joined by AND, and where it runs. Immutable.</summary>
public sealed record PredicateExplanation
{
    internal PredicateExplanation(string predicate, string? pushed, string? residualBecause)
    {
        Predicate = predicate;
        Pushed = pushed;
        ResidualBecause = residualBecause;
    }

    /// <summary>The predicate, nearly as it was written.</summary>
    public string Predicate { get; }

    /// <summary>The WQL that runs at the backend for it; null when nothing does, as beside a look-up by path.</summary>
    public string? Pushed { get; }

    /// <summary>Why it runs in the caller, too or instead, as the end of a sentence; null when the backend could answer it exactly.</summary>
    public string? ResidualBecause { get; }

    /// <summary>The predicate and where it runs.</summary>
    public override string ToString() => (Pushed, ResidualBecause) switch
    {
        (null, null) => $"{Predicate}: checked on what is looked up",
        (_, null) => $"{Predicate}: pushed",
        (null, _) => $"{Predicate}: residual, because {ResidualBecause}",
        _ => $"{Predicate}: pushed as {Pushed}, then checked in the caller, because {ResidualBecause}",
    };
}
