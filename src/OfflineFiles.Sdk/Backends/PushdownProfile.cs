namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// Specifies which predicates a backend answers correctly in WQL. The query planner splits a predicate into the parts that are joined by
/// AND and judges each part; a part that the profile refuses runs in the caller, so that the result is the same either way.
/// </summary>
/// <remarks>Implementations are immutable and safe for use from several threads.</remarks>
public abstract class PushdownProfile
{
    /// <summary>The profile that pushes every predicate that WQL can express.</summary>
    public static PushdownProfile Everything { get; } = new EverythingProfile();

    /// <summary>The profile that pushes no predicate: the backend only enumerates.</summary>
    public static PushdownProfile Nothing { get; } = new NothingProfile();

    /// <summary>
    /// The profile of the Windows provider. The provider looks for the first term on <c>ItemPath</c>, else on <c>ParentItemPath</c>, and
    /// goes to that path whatever the operator and whatever AND, OR and NOT stand around it (observed provider behaviour). On these two
    /// properties only an equality that is joined to the rest by AND keeps all rows.
    /// </summary>
    public static PushdownProfile WindowsProvider { get; } = new WindowsPushdownProfile();

    /// <summary>The name of the profile, for Explain.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The dialect of the server behind the backend, in which Explain shows the text that is sent. Default: <see cref="WqlDialect.Windows"/>.
    /// </summary>
    public virtual WqlDialect Dialect => WqlDialect.Windows;

    /// <summary>
    /// The maximum number of terms in a query. A disjunction of more terms becomes several queries, or runs in the caller: see
    /// <see cref="SearchesOnlyByPath"/>. Default: 1,000.
    /// </summary>
    public virtual int MaxTerms => 1000;

    /// <summary>
    /// True if only an equality on <c>ItemPath</c> or <c>ParentItemPath</c> saves the backend a pass through its whole cache. A query that
    /// is too long is then not split into several, because each of them would be such a pass. Default: false.
    /// </summary>
    public virtual bool SearchesOnlyByPath => false;

    /// <summary>
    /// True if, for every item except servers, the cache holds the item at its <c>ParentItemPath</c>, which is the parent of its path, and which
    /// is not a file. The items below a path can then be found by asking for the children of one container after another. Default: false.
    /// </summary>
    public virtual bool HoldsAncestors => false;

    /// <summary>
    /// Returns the members that the select list of a query names if the caller reads some members. Default: the same members.
    /// </summary>
    /// <param name="read">The members that the caller reads, always with the key.</param>
    /// <returns>At least these members. The result must map to itself: <c>Selects(Selects(x))</c> is <c>Selects(x)</c>.</returns>
    public virtual ItemMembers Selects(ItemMembers read) => read;

    /// <summary>Returns whether the backend answers a predicate correctly that stands in the WHERE clause, joined to others by AND.</summary>
    /// <param name="conjunct">The predicate; never an AND.</param>
    public abstract PushdownVerdict Judge(WqlPredicate conjunct);

    private sealed class EverythingProfile : PushdownProfile
    {
        public override string Name => "everything";

        public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Allowed;
    }

    private sealed class NothingProfile : PushdownProfile
    {
        public override string Name => "nothing";

        public override ItemMembers Selects(ItemMembers read) => ItemMembers.All;

        public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Refused("the backend only enumerates");
    }
}
