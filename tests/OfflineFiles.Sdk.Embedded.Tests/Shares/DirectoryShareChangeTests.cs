using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

[TestFixture]
internal sealed class DirectoryShareChangeTests : ShareFixture
{
    [Test]
    public async Task A_known_file_is_deleted()
    {
        await Share.DeleteFileAsync(At("a"), await WriteAsync("a", "one", null), Operation, default);
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task A_file_that_changes_just_before_its_deletion_is_put_back()
    {
        var token = await WriteAsync("a", "one", null);
        When(ShareStep.Checked, () => Disk.Write("a", "theirs"));
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.DeleteFileAsync(At("a"), token, Operation, default));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task A_new_file_under_the_name_of_a_deleted_one_is_left_alone()
    {
        var token = await WriteAsync("a", "one", null);
        When(ShareStep.Committed, () => Disk.Write("a", "theirs"));
        Share.OnStep += _ => { };
        await Share.DeleteFileAsync(At("a"), token, Operation, default);
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task Only_an_empty_known_directory_is_removed()
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        Disk.Write("d/child", "theirs");
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.RemoveDirectoryAsync(At("d"), token, default));
        File.Delete(Disk["d/child"]);
        await Share.RemoveDirectoryAsync(At("d"), token, default);
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task A_directorys_token_ignores_what_happens_inside_it()
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        Disk.Write("d/child", "bytes");
        Assert.That(await TokenAsync("d"), Is.EqualTo(token));
    }

    [Test]
    public async Task Another_directory_of_the_same_name_is_not_removed()
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        Directory.CreateDirectory(Disk["other"]);
        Directory.Delete(Disk["d"]);
        DurableIo.RenameNoReplace(Disk["other"], Disk["d"]);
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.RemoveDirectoryAsync(At("d"), token, default));
        Assert.That(Disk.Names, Is.EqualTo(new[] { "d" }));
    }

    [Test]
    public async Task A_directory_is_not_created_over_anything()
    {
        Disk.Write("d", "theirs");
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.CreateDirectoryAsync(At("d"), default, default));
        Assert.That(Disk.Read("d"), Is.EqualTo("theirs"));
    }

    [Test]
    public async Task A_move_takes_the_file_along_and_gives_its_token_there()
    {
        await Share.CreateDirectoryAsync(At("d"), default, default);
        var token = await WriteAsync("a", "one", null);
        var moved = await Share.MoveAsync(At("a"), At(@"d\b"), token, Operation, default);
        Assert.That(moved, Is.EqualTo(await TokenAsync(@"d\b")));
        Assert.That((Disk.Read("d/b"), Disk.Names), Is.EqualTo(("one", new[] { "d" })));
    }

    [Test]
    public async Task A_move_never_goes_over_something([Values] bool isThereBefore)
    {
        var token = await WriteAsync("a", "one", null);
        if (isThereBefore) Disk.Write("b", "theirs");
        else When(ShareStep.Checked, () => Disk.Write("b", "theirs"));
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.MoveAsync(At("a"), At("b"), token, Operation, default));
        Assert.That((Disk.Read("a"), Disk.Read("b")), Is.EqualTo(("one", "theirs")));
    }

    [Test]
    public async Task A_file_that_changes_just_before_its_move_is_put_back()
    {
        var token = await WriteAsync("a", "one", null);
        When(ShareStep.Checked, () => Disk.Write("a", "theirs"));
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.MoveAsync(At("a"), At("b"), token, Operation, default));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task A_name_can_change_its_case_only()
    {
        TriedSystem.AssumeRenamesThatChangeCaseOnly();
        var token = await WriteAsync("report.txt", "one", null);
        await Share.MoveAsync(At("report.txt"), At("Report.TXT"), token, Operation, default);
        Assert.That(Disk.Names, Is.EqualTo(new[] { "Report.TXT" }));
    }

    [Test]
    public async Task A_directory_cannot_be_moved_into_itself()
    {
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        await Assert.CatchAsync<IOException>(() => Share.MoveAsync(At("d"), At(@"d\e"), token, Operation, default));
        Assert.That((Disk.Names, await ListAsync("d")), Is.EqualTo((new[] { "d" }, Array.Empty<string>())));
    }

    [Test]
    public async Task A_directory_is_moved_and_removed_while_others_look_into_it()
    {
        using var done = new CancellationTokenSource();
        var token = await Share.CreateDirectoryAsync(At("d"), default, default);
        var looking = Task.Run(() => LookAsync("d", done.Token));
        try
        {
            for (var i = 0; i < 100; i++)
            {
                token = await Share.MoveAsync(At("d"), At("e"), token, Operation, default);
                token = await Share.MoveAsync(At("e"), At("d"), token, Operation, default);
            }

            await Share.RemoveDirectoryAsync(At("d"), token, default);
        }
        finally
        {
            await done.CancelAsync();
            await looking;
        }

        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task Metadata_is_set_on_the_known_version_only()
    {
        var time = new DateTime(1999, 12, 31, 23, 59, 58, DateTimeKind.Utc);
        var token = await WriteAsync("a", "one", null);
        var set = await Share.SetMetadataAsync(At("a"), new FileMetadata(FileAttributes.ReadOnly, LastWriteTimeUtc: time), token, default);
        Assert.That(File.GetLastWriteTimeUtc(Disk["a"]), Is.EqualTo(time));
        Assert.That(set, Is.EqualTo(await TokenAsync("a")).And.Not.EqualTo(token));
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.SetMetadataAsync(At("a"), new FileMetadata(FileAttributes.Normal), token, default));
        Assert.That(File.GetAttributes(Disk["a"]).HasFlag(FileAttributes.ReadOnly), Is.True);
    }

    [Test]
    public async Task Metadata_are_not_set_on_what_went_or_became_a_link()
    {
        var token = await WriteAsync("a", "one", null);
        var metadata = new FileMetadata(FileAttributes.ReadOnly);
        File.Delete(Disk["a"]);
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.SetMetadataAsync(At("a"), metadata, token, default));
        TriedSystem.AssumeSymbolicLinks();
        Disk.Write("theirs", "theirs");
        File.CreateSymbolicLink(Disk["a"], Disk["theirs"]);
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.SetMetadataAsync(At("a"), metadata, token, default));
        Assert.That(File.GetAttributes(Disk["theirs"]).HasFlag(FileAttributes.ReadOnly), Is.False);
    }

    [Test]
    public async Task A_link_is_neither_deleted_nor_moved_even_if_it_is_the_known_one()
    {
        TriedSystem.AssumeSymbolicLinks();
        File.CreateSymbolicLink(Disk["l"], "nowhere");
        var link = (await Share.ListAsync(SharePath.Root, default)).Single().Token;
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.DeleteFileAsync(At("l"), link, Operation, default));
        await Assert.ThrowsAsync<ShareConflictException>(() => Share.MoveAsync(At("l"), At("m"), link, Operation, default));
        Assert.That(Disk.Names, Is.EqualTo(new[] { "l" }));
    }

    private async Task LookAsync(string directory, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await ListAsync(directory);
            }
            catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.InUse)
            {
                // It has the other name, or got it meanwhile.
            }
        }
    }
}
