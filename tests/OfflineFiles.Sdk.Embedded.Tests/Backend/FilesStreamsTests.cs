namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Streams and writers that outlive their cache, or meet a bad disk: what comes out of them is of the documented family.</summary>
[TestFixture]
internal sealed class FilesStreamsTests
{
    [Test]
    public async Task A_writer_of_a_closed_cache_says_so([Values] bool isOffline)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        if (isOffline) await test.OfflineAsync();
        var writer = await test.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.Replace, CancellationToken.None);
        var reader = await test.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None);
        await test.Backend.DisposeAsync();

        await writer.WriteAsync("mine"u8.ToArray());
        Assert.That(() => writer.CommitAsync(), Throws.TypeOf<ObjectDisposedException>().With.Property("ObjectName").Contains("EmbeddedBackend"));
        Assert.That(reader.ReadByte(), Is.EqualTo('a'));
        await writer.DisposeAsync();
        await reader.DisposeAsync();
        await test.StartAsync();
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_failed_commit_takes_no_more_bytes_and_can_be_repeated()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await using var writer = await test.Files.OpenWriteAsync(TestCache.At("new.txt"), FileWriteMode.CreateNew, CancellationToken.None);
        await writer.WriteAsync("mine"u8.ToArray());
        test.Put("new.txt", "theirs");

        Assert.That(() => writer.CommitAsync(), Throws.InstanceOf<OfflineFilesException>());
        Assert.That((writer.CanWrite, writer.Length), Is.EqualTo((false, 4)));
        Assert.That(() => writer.WriteByte(1), Throws.InvalidOperationException);
        File.Delete(test.OnShare("new.txt"));
        await writer.CommitAsync();

        Assert.That(test.ReadShare("new.txt"), Is.EqualTo("mine"));
        Assert.That(() => writer.CommitAsync(), Throws.InvalidOperationException);
    }
}
