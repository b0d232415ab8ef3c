namespace OfflineFiles.Sdk;

/// <summary>Specifies where a predicate runs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PredicateVerdict>))]
public enum PredicateVerdict
{
    /// <summary>The predicate runs only at the backend: every request says it.</summary>
    Pushed,

    /// <summary>The predicate runs at the backend in a form that finds too many rows, and then in the caller on these rows.</summary>
    PushedThenChecked,

    /// <summary>The predicate runs in the caller, on the rows that are looked up or walked to; no request says it.</summary>
    CheckedOnLookup,

    /// <summary>The predicate runs in the caller, because the backend cannot answer it.</summary>
    Residual,

    /// <summary>The predicate does not run: it would have to run in the caller, and the options forbid that.</summary>
    Refused,

    /// <summary>
    /// The predicate decides what is asked, but no request says it as it is: its items are looked up, it is where a walk begins, or each of several
    /// requests says a part of it.
    /// </summary>
    Leading,
}

/// <summary>A predicate of a query, one of those that are joined by AND, and where it runs. Immutable.</summary>
public sealed partial record PredicateExplanation
{
    private readonly bool _isRefused;

    internal PredicateExplanation(string predicate) => Predicate = predicate;

    private PredicateExplanation(PredicateExplanation forbidden, string because)
        : this(forbidden.Predicate) => (_isRefused, Pushed, ResidualBecause) = (true, forbidden.Pushed, because);

    /// <summary>The place where the predicate runs.</summary>
    public PredicateVerdict Verdict => this switch
    {
        { _isRefused: true } => PredicateVerdict.Refused,
        { IsLeading: true } => PredicateVerdict.Leading,
        { Pushed: null, ResidualBecause: null } => PredicateVerdict.CheckedOnLookup,
        { Pushed: null } => PredicateVerdict.Residual,
        { ResidualBecause: null } => PredicateVerdict.Pushed,
        _ => PredicateVerdict.PushedThenChecked,
    };

    /// <summary>The predicate, nearly as it was written.</summary>
    public string Predicate { get; }

    /// <summary>The WQL that stands in every request for the predicate; null if there is no such WQL, as for a look-up by path.</summary>
    public string? Pushed { get; internal init; }

    /// <summary>True if the predicate, or a part of it, is checked in the caller on the rows that come.</summary>
    public bool RunsInCaller { get; internal init; }

    /// <summary>
    /// The reason why it runs in the caller, in addition or instead, as the end of a sentence; null if the backend could answer it exactly.
    /// </summary>
    public string? ResidualBecause { get; internal init; }

    internal bool IsLeading { get; init; }

    internal string VerdictText => Verdict switch
    {
        PredicateVerdict.Pushed => "pushed",
        PredicateVerdict.PushedThenChecked => $"pushed as {ReadableText.Of(Pushed)}, then checked in the caller, because {ReadableText.Of(ResidualBecause)}",
        PredicateVerdict.CheckedOnLookup => "checked on what is found",
        PredicateVerdict.Leading => $"leads to what is asked{LeadingText}",
        PredicateVerdict.Residual => $"residual, because {ReadableText.Of(ResidualBecause)}",
        _ => $"refused, because {ReadableText.Of(ResidualBecause)}",
    };

    /// <summary>Returns the predicate and where it runs.</summary>
    public override string ToString() => $"{ReadableText.Of(Predicate)}: {VerdictText}";

    private string LeadingText => (Pushed is null ? "" : $", with {ReadableText.Of(Pushed)}")
        + (RunsInCaller ? ", then checked in the caller" : "")
        + (ResidualBecause is null ? "" : $", because {ReadableText.Of(ResidualBecause)}");

    /// <summary>The same for options that forbid it.</summary>
    internal PredicateExplanation Refused(string ban) => new(this, $"{ResidualBecause}, and {ban}");
}
