using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>The engine's own names: never shown, never given to a user, and cleaned up wherever they are found.</summary>
[TestFixture]
internal sealed class ShareLeftoversTests : ShareFixture
{
    private static readonly string[] Reserved =
        [".~of0000000100000002", ".~of0000000100000002a", ".~of0000000100000002t", ".~of0000000100000002p", ".~ofroot", ".~OF00000001000000AB", ".~OFROOT"];

    [TestCaseSource(nameof(Reserved))]
    public async Task Names_of_the_engine_are_refused_for_users_files(string name)
    {
        var token = await WriteAsync("a", "one", null);
        await Assert.MultipleAsync(async () =>
        {
            await Assert.ThrowsAsync<OperationNotSupportedException>(() => WriteAsync(name, "bytes", null));
            await Assert.ThrowsAsync<OperationNotSupportedException>(() => WriteAsync($@"{name}\below", "bytes", null));
            await Assert.ThrowsAsync<OperationNotSupportedException>(() => Share.CreateDirectoryAsync(At(name), default, default));
            await Assert.ThrowsAsync<OperationNotSupportedException>(() => Share.MoveAsync(At("a"), At(name), token, Operation, default));
        });
        Assert.That(Disk.Names, Is.EqualTo(new[] { "a" }));
    }

    [TestCase(".~of")]
    [TestCase(".~office")]
    [TestCase(".~of000000010000000")]
    [TestCase(".~of0000000100000002z")]
    [TestCase(".~ofrooted")]
    public async Task Names_that_only_resemble_them_are_names_like_any_other(string name)
    {
        await WriteAsync(name, "bytes", null);
        Assert.That(await ListAsync(), Is.EqualTo(new[] { name }));
    }

    [Test]
    public async Task What_an_operation_left_in_a_directory_that_was_renamed_is_found_there()
    {
        await Share.CreateDirectoryAsync(At("d"), default, default);
        Disk.Write($"d/{TemporaryFile}", "unfinished");
        Disk.Write("d/.~of0000000100000007", "another engine's");
        Disk.Write("d/.~ofABCDEF0100000008", "a user's");
        await ListAsync("d");
        Assert.That(Share.TakeLeftovers(), Is.EqualTo(new[] { (At("d"), Operation.Number) }));
        await Share.DiscardAsync(At("d"), Operation.Number, default);
        await ListAsync("d");
        Assert.That(Share.TakeLeftovers(), Is.Empty);
        Assert.That(Directory.GetFiles(Disk["d"]), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task A_version_that_was_set_aside_by_who_knows_whom_is_shown_and_never_dropped()
    {
        Disk.Write(AsideFile, "a version");
        await Share.DiscardAsync(SharePath.Root, Operation.Number, default);
        Assert.That(Disk.Names.Select(name => (name, Disk.Read(name))), Is.EqualTo(new[] { ("file (recovered v1)", "a version") }));
    }

    [Test]
    public async Task A_directory_that_holds_nothing_but_what_we_left_unfinished_can_be_removed()
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        Disk.Write($"d/{TemporaryFile}", "unfinished");
        await Share.RemoveDirectoryAsync(At("d"), token, default);
        Assert.That(Disk.Names, Is.Empty);
    }

    [TestCase(".~of0000000100000007", Description = "another engine's")]
    [TestCase(".~ofabcdef0100000007a", Description = "a version set aside")]
    [TestCase("theirs")]
    public async Task A_directory_that_holds_anything_else_is_left_as_it_is(string name)
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        Disk.Write($"d/{TemporaryFile}", "unfinished");
        Disk.Write($"d/{name}", "bytes");
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.RemoveDirectoryAsync(At("d"), token, default));
        Assert.That(Directory.GetFiles(Disk["d"]), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task What_is_being_written_now_is_no_leftover()
    {
        var wasListed = false;
        Share.OnStep = _ => wasListed |= ListAsync().IsCompletedSuccessfully;
        await WriteAsync("a", "bytes", null);
        Assert.That((wasListed, Share.TakeLeftovers().Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_reading_gives_no_more_than_the_size_at_its_beginning()
    {
        Disk.Write("log", "12345");
        await using var reading = await Share.OpenReadAsync(At("log"), default);
        await File.AppendAllTextAsync(Disk["log"], "and more, and more");
        using var copy = new MemoryStream();
        await reading.Stream.CopyToAsync(copy);
        Assert.That(copy.Length, Is.EqualTo(5));
        await Assert.ThrowsAsync<ShareContentException>(() => reading.VerifyUnchangedAsync(default));
    }
}
