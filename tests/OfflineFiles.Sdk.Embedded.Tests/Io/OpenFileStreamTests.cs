using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class OpenFileStreamTests
{
    [Test]
    public async Task A_file_that_grows_as_fast_as_it_is_read_has_an_end()
    {
        using var disk = new TemporaryDirectory();
        disk.Write("f", "begin");
        using var directory = FileSystem.Real.OpenRoot(disk.Path);
        using var file = directory.OpenRead("f");
        await using var stream = new OpenFileStream(file, file.Status().Size);
        var read = new MemoryStream();
        var buffer = new byte[2];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
            File.AppendAllText(disk["f"], "more");
        }

        Assert.That(read.ToArray(), Is.EqualTo("begin"u8.ToArray()));
        Assert.That((stream.Position, stream.Length), Is.EqualTo((5, 5)));
        Assert.That(file.Status().Size, Is.GreaterThan(5), "it is for the reader to see that it is another version now");
    }

    [Test]
    public void A_file_that_became_shorter_ends_where_it_does()
    {
        using var disk = new TemporaryDirectory();
        disk.Write("f", "begin");
        using var directory = FileSystem.Real.OpenRoot(disk.Path);
        using var file = directory.OpenRead("f");
        using var stream = new OpenFileStream(file, 1000);
        using var reader = new StreamReader(stream);
        Assert.That(reader.ReadToEnd(), Is.EqualTo("begin"));
    }
}
