using System.Runtime.Versioning;
using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

[TestFixture(true)]
[TestFixture(false)]
internal sealed class DirectoryShareWriteTests(bool mayExchange) : ShareFixture(mayExchange)
{
    [Test]
    public async Task A_new_file_is_written_whole_and_its_token_is_that_of_the_share()
    {
        var token = await WriteAsync("Grüße 日本 🎉.txt", "bytes", expected: null);
        Assert.That(Disk.Read("Grüße 日本 🎉.txt"), Is.EqualTo("bytes"));
        Assert.That(token, Is.EqualTo(await TokenAsync("Grüße 日本 🎉.txt")));
        Assert.That(Disk.Names, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_known_version_is_replaced_and_no_leftover_stays()
    {
        var first = await WriteAsync("a", "one", expected: null);
        var second = await WriteAsync("a", "two", first);
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("two", new[] { "a" })));
    }

    [Test]
    public async Task A_file_of_many_buffers_arrives_byte_for_byte()
    {
        var bytes = new byte[5_000_003];
        new Random(42).NextBytes(bytes);
        await Share.WriteFileAsync(
            At("big"), new ShareContent(new MemoryStream(bytes), bytes.Length, SHA256.HashData(bytes)), null, default, Operation, default);
        Assert.That(await File.ReadAllBytesAsync(Disk["big"]), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Times_and_attributes_are_set_and_read_back_as_the_token()
    {
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(1234567);
        var token = await WriteAsync("a", "one", null, new FileMetadata(FileAttributes.ReadOnly, LastWriteTimeUtc: time));
        var entry = (await Share.StatAsync(At("a"), default))!;
        Assert.That((entry.LastWriteTimeUtc, entry.Attributes.HasFlag(FileAttributes.ReadOnly), entry.Token), Is.EqualTo((time, true, token)));
    }

    [Test]
    public async Task A_read_only_file_can_be_replaced_and_deleted()
    {
        var first = await WriteAsync("a", "one", null, new FileMetadata(FileAttributes.ReadOnly));
        var second = await WriteAsync("a", "two", first, new FileMetadata(FileAttributes.ReadOnly));
        Assert.That(Disk.Read("a"), Is.EqualTo("two"));
        await Share.DeleteFileAsync(At("a"), second, Operation, default);
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_replaced_file_keeps_its_permissions()
    {
        var first = await WriteAsync("a", "one", null);
        File.SetUnixFileMode(Disk["a"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.UserExecute);
        first = await TokenAsync("a");
        var mode = File.GetUnixFileMode(Disk["a"]);
        await WriteAsync("a", "two", first);
        Assert.That(File.GetUnixFileMode(Disk["a"]), Is.EqualTo(mode));
    }

    [Test]
    public async Task A_taken_name_refuses_a_new_file()
    {
        Disk.Write("a", "theirs");
        var error = (await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", expected: null)))!;
        Assert.That(error.Found, Is.EqualTo(await TokenAsync("a")));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task A_missing_target_refuses_a_replacement()
    {
        var first = await WriteAsync("a", "one", null);
        File.Delete(Disk["a"]);
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "two", first));
        Assert.That(Disk.Names, Is.Empty);
    }

    [TestCase(ShareStep.Written)]
    [TestCase(ShareStep.Checked)]
    public async Task A_version_that_comes_in_between_is_found_and_kept(object step)
    {
        var first = await WriteAsync("a", "one", null);
        When((ShareStep)step, () => Disk.Write("a", "theirs"));
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", first));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [TestCase(ShareStep.Written)]
    [TestCase(ShareStep.Checked)]
    public async Task A_file_that_takes_the_free_name_in_between_is_found_and_kept(object step)
    {
        When((ShareStep)step, () => Disk.Write("a", "theirs"));
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", null));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [TestCase(ShareStep.Written)]
    [TestCase(ShareStep.Checked)]
    public async Task A_target_that_is_deleted_in_between_stays_deleted(object step)
    {
        var first = await WriteAsync("a", "one", null);
        When((ShareStep)step, () => File.Delete(Disk["a"]));
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", first));
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task A_directory_that_takes_the_place_in_between_is_put_back()
    {
        var first = await WriteAsync("a", "one", null);
        When(ShareStep.Checked, () =>
        {
            File.Delete(Disk["a"]);
            Directory.CreateDirectory(Disk["a"]);
            Disk.Write("a/child", "theirs");
        });
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", first));
        Assert.That((Disk.Read("a/child"), Disk.Names), Is.EqualTo(("theirs", new[] { "a" })));
    }

    [Test]
    public async Task Somebody_quicker_twice_loses_neither_version()
    {
        AssumeExchange();
        var first = await WriteAsync("a", "one", null);
        Share.OnStep = step =>
        {
            if (step == ShareStep.Checked) Disk.Write("a", "theirs");
            if (step == ShareStep.Swapped) Replace("a", "theirs too");
        };
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("a", "ours", first));
        Assert.That(Disk.Names.Select(Disk.Read), Is.EquivalentTo(new[] { "theirs", "theirs too" }));
    }

    [Test]
    public async Task A_source_that_gives_other_bytes_than_promised_leaves_nothing()
    {
        var wrongHash = new ShareContent(new MemoryStream("other"u8.ToArray()), 5, HashOf("bytes"));
        var wrongLength = new ShareContent(new MemoryStream("bytes"u8.ToArray()), 6, HashOf("bytes"));
        await Assert.ThrowsAsync<ShareContentException>(() => Share.WriteFileAsync(At("a"), wrongHash, null, default, Operation, default));
        await Assert.ThrowsAsync<ShareContentException>(() => Share.WriteFileAsync(At("a"), wrongLength, null, default, Operation, default));
        Assert.That(Disk.Names, Is.Empty);
    }

    [Test]
    public async Task Cancellation_leaves_the_old_version_and_nothing_else()
    {
        var first = await WriteAsync("a", "one", null);
        using var cancellation = new CancellationTokenSource();
        await using var source = new CancellingStream(cancellation);
        await Assert.CatchAsync<OperationCanceledException>(() => Share.WriteFileAsync(
            At("a"), new ShareContent(source, 1000, HashOf("x")), first, default, Operation, cancellation.Token));
        Assert.That((Disk.Read("a"), Disk.Names), Is.EqualTo(("one", new[] { "a" })));
    }

    [Test]
    public async Task A_missing_parent_is_an_error_and_creates_nothing()
    {
        var error = (await Assert.ThrowsAsync<DurableIoException>(() => WriteAsync(@"none\a", "bytes", null)))!;
        Assert.That((error.Fault, Disk.Names), Is.EqualTo((DurableIoFault.NotFound, Array.Empty<string>())));
    }

    private void Replace(string name, string text)
    {
        Disk.Write("theirs.tmp", text);
        DurableIo.RenameReplace(Disk["theirs.tmp"], Disk[name]);
    }

    /// <summary>Gives bytes, and cancels while it is read.</summary>
    private sealed class CancellingStream(CancellationTokenSource cancellation) : MemoryStream(new byte[1000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0) cancellation.Cancel();
            return base.ReadAsync(buffer[..100], cancellationToken);
        }
    }
}
