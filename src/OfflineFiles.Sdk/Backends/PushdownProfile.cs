using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// What a backend answers correctly when it is asked in WQL. The query planner splits a predicate into the parts that are joined by
/// AND and asks for each; what the profile refuses runs in the caller instead, so that the answer is the same either way.
/// </summary>
/// <remarks>Implementations are immutable and safe for use from several threads.</remarks>
public abstract class PushdownProfile
{
    /// <summary>Everything WQL can say is answered correctly.</summary>
    public static PushdownProfile Everything { get; } = new EverythingPushdownProfile();

    /// <summary>Nothing is pushed: the backend only enumerates.</summary>
    public static PushdownProfile Nothing { get; } = new NothingPushdownProfile();

    /// <summary>
    /// What the Windows provider answers correctly. It looks for the first term on <c>ItemPath</c>, else on <c>ParentItemPath</c>, and
    /// goes to that path whatever the operator and whatever AND, OR and NOT stand around it (observed provider behaviour). On these two
    /// names only an equality that is joined to the rest by AND keeps all rows.
    /// </summary>
    public static PushdownProfile WindowsProvider { get; } = new WindowsPushdownProfile();

    /// <summary>The name, for Explain.</summary>
    public abstract string Name { get; }

    /// <summary>How a query is written for the server behind the backend, so that Explain shows the text that is sent. Default: <see cref="WqlDialect.Windows"/>.</summary>
    public virtual WqlDialect Dialect => WqlDialect.Windows;

    /// <summary>
    /// How many terms one query may have. A disjunction of more becomes several queries, or runs in the caller: see
    /// <see cref="SearchesOnlyByPath"/>. Default: 1,000.
    /// </summary>
    public virtual int MaxTerms => 1000;

    /// <summary>
    /// Whether only an equality on <c>ItemPath</c> or <c>ParentItemPath</c> spares the backend a pass through its whole cache. Then a query that
    /// is too long is not cut into several, because each of them would be such a pass. Default: false.
    /// </summary>
    public virtual bool SearchesOnlyByPath => false;

    /// <summary>
    /// Whether the cache holds, for every item but servers, the item at its <c>ParentItemPath</c>, which is what its path says, and that is
    /// no file. Then what lies below a path is also found by asking for the children of one container after another. Default: false.
    /// </summary>
    public virtual bool HoldsAncestors => false;

    /// <summary>
    /// The members that the select list of a query asks for when the caller reads some. Default: these and no more.
    /// </summary>
    /// <param name="read">The members that are read, always with the key.</param>
    /// <returns>At least these. What is returned asks for itself: <c>Selects(Selects(x))</c> is <c>Selects(x)</c>.</returns>
    public virtual ItemMembers Selects(ItemMembers read) => read;

    /// <summary>Whether a predicate that would stand in the WHERE clause, joined to others by AND, is answered correctly.</summary>
    /// <param name="conjunct">The predicate; never an AND.</param>
    public abstract PushdownVerdict Judge(WqlPredicate conjunct);
}
