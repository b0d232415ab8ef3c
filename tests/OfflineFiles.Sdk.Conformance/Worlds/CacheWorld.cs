using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>A kind of backend under test, and what is known that it cannot do.</summary>
public abstract class CacheWorld
{
    /// <summary>What the backend cannot do and says so in its capabilities. Gaining one fails the tests until this list is changed.</summary>
    public abstract BackendCapabilities Lacks { get; }

    /// <summary>What the backend can do but the machine behind it in the test cannot, so that a call is refused on the way.</summary>
    public virtual BackendCapabilities Missing => BackendCapabilities.None;

    /// <summary>Whether the backend tells an unchanged, spared or conflicting item from one that was carried out.</summary>
    public abstract bool TellsWhy { get; }

    /// <summary>Whether an operation on several items tells what became of each. Where it does not, the outcomes say so.</summary>
    public virtual bool TellsOfEachItem => true;

    /// <summary>Whether the backend lets through all the predicates that queries are tried with, and not only what its server happens to answer rightly.</summary>
    public virtual bool AnswersEveryPredicate => true;

    /// <summary>Whether the backend knows of every item whether it is in conflict, also while its share is offline.</summary>
    public virtual bool KnowsConflicts => false;

    /// <summary>Which conflict policies a synchronisation refuses.</summary>
    public abstract IReadOnlyList<SyncConflictPolicy> RefusedPolicies { get; }

    public bool Can(BackendCapabilities capability) => ((Lacks | Missing) & capability) == 0;

    /// <summary>Opens a cache over a real share directory.</summary>
    public abstract Task<CacheScene> OpenAsync();
}
