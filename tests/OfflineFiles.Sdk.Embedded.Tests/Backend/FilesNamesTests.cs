using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Names that a file cannot be given, and those that are shown as little as they are made.</summary>
[TestFixture]
internal sealed class FilesNamesTests
{
    private const string Reserved = ".~of0123456789abcdef";

    [Test]
    public async Task A_name_that_the_engine_keeps_for_itself_is_refused(
        [Values(Reserved, Reserved + "a", ".~OF0123456789ABCDEF", ".~ofroot", Reserved + @"\below.txt")] string name, [Values] bool isOffline)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();

        foreach (var use in (Func<Task>[])[() => test.WriteAsync(name, "x"), () => test.MakeDirectoryAsync(name), () => test.MoveAsync("a.txt", name)])
            Assert.That(use, Throws.InstanceOf<OfflineFilesException>().With.Message.Contains("Choose another name"));
        Assert.That(
            Directory.EnumerateFileSystemEntries(test.ShareDirectory).Select(Path.GetFileName).Where(entry => entry != ".~ofroot"), Is.EqualTo(new[] { "a.txt" }));
    }

    [Test]
    public async Task An_entry_that_no_path_can_name_is_left_out_of_a_listing()
    {
        TriedSystem.AssumeBackslashesInNames(CrashWorker.SharesIn);
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await File.WriteAllTextAsync(Path.Join(test.ShareDirectory, @"back\slash"), "b");

        Assert.That(await test.ListAsync(), Is.EqualTo(new[] { "a.txt" }));
        Assert.That(() => test.ReadAsync(@"back\slash"), Throws.InstanceOf<ItemNotFoundException>());
    }
}
