using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>What a transition would do in each state a share can be in (Microsoft Learn: Win32_OfflineFilesConnectionInfo; observed provider behaviour).</summary>
[TestFixture]
public sealed class TransitionPreviewTests
{
    private static readonly UncPath Share = UncPath.Parse(@"\\srv\docs");

    [TestCase(ConnectState.Online, OfflineReason.NotApplicable, PreviewVerdict.WouldChange, PreviewVerdict.Unchanged)]
    [TestCase(ConnectState.TransparentlyCached, OfflineReason.NotApplicable, PreviewVerdict.WouldChange, PreviewVerdict.Unchanged)]
    [TestCase(ConnectState.Unknown, OfflineReason.Unknown, PreviewVerdict.Unknown, PreviewVerdict.Unknown)]
    [TestCase(ConnectState.Offline, OfflineReason.WorkingOffline, PreviewVerdict.Unchanged, PreviewVerdict.WouldChange)]
    [TestCase(ConnectState.Offline, OfflineReason.SlowConnection, PreviewVerdict.Unknown, PreviewVerdict.WouldChange)]
    [TestCase(ConnectState.Offline, OfflineReason.NetDisconnected, PreviewVerdict.Unknown, PreviewVerdict.Unknown)]
    [TestCase(ConnectState.Offline, OfflineReason.NeedToSyncItem, PreviewVerdict.Unknown, PreviewVerdict.WouldBeSpared)]
    [TestCase(ConnectState.Offline, OfflineReason.ItemSuspended, PreviewVerdict.Unknown, PreviewVerdict.WouldBeSpared)]
    public async Task The_state_of_the_share_decides(ConnectState state, OfflineReason reason, PreviewVerdict offline, PreviewVerdict online)
    {
        var share = new OfflineFilesItem(Share.ToString(), OfflineFilesItemType.Share) { ConnectionInfo = new() { ConnectState = state, OfflineReason = reason } };
        var backend = new InMemoryBackend([share], PushdownProfile.Everything) { More = BackendCapabilities.TransitionOffline | BackendCapabilities.TransitionOnline };
        await using var cache = new OfflineFilesCache(backend);

        Assert.That((await cache.WhatIf.TransitionOfflineAsync(Share)).Items.Single().Verdict, Is.EqualTo(offline));
        Assert.That((await cache.WhatIf.TransitionOnlineAsync(Share)).Items.Single().Verdict, Is.EqualTo(online));
    }
}
