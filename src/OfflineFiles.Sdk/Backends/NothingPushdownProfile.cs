using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

internal sealed class NothingPushdownProfile : PushdownProfile
{
    public override string Name => "nothing";

    public override ItemMembers Selects(ItemMembers read) => ItemMembers.All;

    public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Refused("the backend only enumerates");
}
