using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Embedded.Io.Unix;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>A write or deletion is cut off at each of its steps; recovery leaves one whole version and no leftover, however often it runs.</summary>
[TestFixture(true)]
[TestFixture(false)]
internal sealed class ShareRecoveryTests(bool mayExchange) : ShareFixture(mayExchange)
{
    [TestCase(ShareStep.Written, "old")]
    [TestCase(ShareStep.Checked, "old")]
    [TestCase(ShareStep.Swapped, "new")]
    [TestCase(ShareStep.Committed, "new")]
    public async Task A_replacement_that_was_cut_off_ends_in_one_whole_version(object step, string text)
    {
        var old = await WriteAsync("a", "old", null);
        await CrashAsync((ShareStep)step, () => WriteAsync("a", "new", old));
        await RecoverAsync(old, HashOf("new"));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo((text, new[] { "a" })));
    }

    [TestCase(ShareStep.Written)]
    [TestCase(ShareStep.Checked)]
    public async Task A_creation_that_was_cut_off_leaves_nothing(object step)
    {
        await CrashAsync((ShareStep)step, () => WriteAsync("a", "new", null));
        await RecoverAsync(null, HashOf("new"));
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task A_version_that_came_in_between_is_put_back_after_the_crash()
    {
        AssumeExchange();
        var old = await WriteAsync("a", "old", null);
        await CrashAsync(ShareStep.Swapped, () => WriteAsync("a", "new", old), atChecked: () => Disk.Write("a", "theirs"));
        Assert.That(Disk.Read("a"), Is.EqualTo("new"), "the crash came between the exchange and the look at what came out");
        await RecoverAsync(old, HashOf("new"));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task A_version_that_nobody_planned_for_gets_a_name_of_its_own_when_its_own_is_taken_by_a_third()
    {
        AssumeExchange();
        var old = await WriteAsync("a", "old", null);
        await CrashAsync(ShareStep.Swapped, () => WriteAsync("a", "new", old), atChecked: () => Disk.Write("a", "theirs"));
        Disk.Write("a", "third");
        var result = await Share.RecoverAsync(At("a"), new UnfinishedChange(Operation.Number, old, null, HashOf("new")), Operation, default);
        Assert.That(result, Is.EqualTo(ShareRecovery.KeptBeside));
        Assert.That((Disk.Read("a"), Disk.Read("a (recovered v1)")), Is.EqualTo(("third", "theirs")));
    }

    [Test]
    public async Task A_deletion_that_had_begun_is_completed()
    {
        var old = await WriteAsync("a", "old", null);
        await CrashAsync(ShareStep.Committed, () => Share.DeleteFileAsync(At("a"), old, Operation, default));
        Assert.That(Disk.Names, Is.EqualTo(new[] { AsideFile }));
        await RecoverAsync(old, null);
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task A_replacement_in_steps_whose_new_version_never_arrived_is_undone()
    {
        Disk.Write(AsideFile, "old");
        var old = await TokenAsync(AsideFile);
        Disk.Write(TemporaryFile, "ne");
        await RecoverAsync(old, HashOf("new"));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("old", new[] { "a" })));
    }

    [Test]
    public async Task Nothing_of_another_engine_is_touched()
    {
        Disk.Write(".~of0000000100000007", "another's");
        Assert.That(await Share.RecoverAsync(At("a"), new UnfinishedChange(Operation.Number, null, null, HashOf("new")), Operation, default), Is.EqualTo(ShareRecovery.NothingLeft));
        Assert.That(Disk.Names, Has.Length.EqualTo(1));
    }

    /// <summary>Copies what is on the disk at a step, lets the change end as it will, and puts the disk back to that moment.</summary>
    private async Task CrashAsync(ShareStep step, Func<Task> change, Action? atChecked = null)
    {
        using var picture = new Tests.Io.TemporaryDirectory();
        Share.OnStep = reached =>
        {
            if (reached == ShareStep.Checked) atChecked?.Invoke();
            if (reached != step) return;
            // Hard links keep the very files, inode and all, whatever happens to their names.
            foreach (var name in Disk.Names) Link(Disk[name], picture[name]);
        };
        try
        {
            await change();
        }
        catch (ShareConflictException)
        {
            // Taking the picture, or somebody in the test, touched the target. What counts is the picture.
        }

        Share.OnStep = null;
        foreach (var name in Disk.Names) File.Delete(Disk[name]);
        foreach (var name in picture.Names) Link(picture[name], Disk[name]);
    }

    private static void Link(string file, string name) => Assert.That(
        OperatingSystem.IsWindows()
            ? CreateHardLink(name, file, 0)
            : UnixNative.LinkAt(UnixDurableIo.Anywhere, UnixName.Encode(file, "Link"), UnixDurableIo.Anywhere, UnixName.Encode(name, "Link"), 0) == 0,
        Is.True);

    [DllImport("kernel32.dll", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string name, string file, nint securityAttributes);

    private async Task RecoverAsync(ShareToken? expected, byte[]? newSha256)
    {
        var first = await Share.RecoverAsync(At("a"), new UnfinishedChange(Operation.Number, expected, null, newSha256), Operation, default);
        Assert.That(first, Is.Not.EqualTo(ShareRecovery.NothingLeft));
        Assert.That(await Share.RecoverAsync(At("a"), new UnfinishedChange(Operation.Number, expected, null, newSha256), Operation, default), Is.EqualTo(ShareRecovery.NothingLeft));
    }
}
