using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>All of WQL is answered correctly; beyond a number of terms no index would serve it, so a longer query is better cut into several.</summary>
internal sealed class EmbeddedPushdownProfile : PushdownProfile
{
    public static EmbeddedPushdownProfile Instance { get; } = new();

    public override string Name => "embedded";

    public override int MaxTerms => PredicateLowering.MaxTerms;

    public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Allowed;
}
