using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>No mount is entered, also where the same file system shows another part of itself: there is no other device to tell it by.</summary>
[TestFixture]
[Platform("Linux")]
internal sealed class MountTests
{
    private static readonly UncPath Share = UncPath.Parse(@"\\server\share");

    [Test]
    public void What_is_mounted_inside_a_share_is_told_from_what_lies_in_it() => Bound(root =>
    {
        using var directory = FileSystem.Real.OpenRoot(root);
        var mounts = directory.ListNames(default).Select(name => name.Text).Where(name => directory.TryStatus(name)!.Value.IsMountPoint);
        Assert.That(mounts, Is.EquivalentTo(new[] { "bound", "bound.txt" }));
        Assert.That(directory.TryStatus("bound")!.Value.Device, Is.EqualTo(directory.Status().Device), "it is the same file system");
        using var child = directory.OpenDirectory("bound");
        Assert.That(child.Status().IsMountPoint);
        using var file = directory.OpenRead("bound.txt");
        Assert.That(file.Status().IsMountPoint);
    });

    [Test]
    public void A_share_does_not_lead_into_it() => Bound(root =>
    {
        var walker = new ShareWalker(Share, root, FileSystem.Real);
        walker.Pin(make: null, default);
        Assert.That(() => walker.OpenDirectory(SharePath.Of("bound"), default, out _), Throws.TypeOf<PathOutsideShareException>());
        Assert.That(() => walker.Locate(SharePath.Of("bound", "secret.txt"), default), Throws.TypeOf<PathOutsideShareException>());
        using var handle = walker.OpenDirectory(SharePath.Root, default, out var device);
        Assert.That(
            ShareLister.List(handle, device, default).Where(entry => entry.Unsupported == UnsupportedReason.MountPoint).Select(entry => entry.Name),
            Is.EquivalentTo(new[] { "bound", "bound.txt" }));
    });

    /// <summary>A share with a directory and a file that are mounted from outside, and their likes that are not.</summary>
    private static void Bound(Action<string> action)
    {
        using var disk = new TemporaryDirectory();
        foreach (var name in new[] { "outside", "share", "share/bound", "share/plain" }) Directory.CreateDirectory(disk[name]);
        foreach (var name in new[] { "outside/secret.txt", "share/bound.txt", "share/plain.txt" }) disk.Write(name, name);
        Person.OnThread(
            () =>
            {
                Person.Bind(disk["outside"], disk["share/bound"]);
                Person.Bind(disk["outside/secret.txt"], disk["share/bound.txt"]);
                action(disk["share"]);
            },
            hasOwnMounts: true);
    }
}
