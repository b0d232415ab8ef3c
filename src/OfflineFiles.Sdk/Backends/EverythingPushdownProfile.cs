using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

internal sealed class EverythingPushdownProfile : PushdownProfile
{
    public override string Name => "everything";

    public override PushdownVerdict Judge(WqlPredicate conjunct) => PushdownVerdict.Allowed;
}
