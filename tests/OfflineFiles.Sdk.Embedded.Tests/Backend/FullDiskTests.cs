using System.Diagnostics;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A cache on a full disk can be opened and read, and is as it was when there is room again.</summary>
[TestFixture]
internal sealed class FullDiskTests
{
    private string _root = "";

    private EmbeddedBackendOptions Options => new()
    {
        CacheDirectory = Path.Join(_root, "disk", "cache"),
        Shares = [new ShareMapping(TestCache.Share, Path.Join(_root, "share"))],
    };

    [SetUp]
    public void SetUp()
    {
        _root = Directory.CreateTempSubdirectory("offlinefiles-full-").FullName;
        Directory.CreateDirectory(Path.Join(_root, "share"));
        var disk = Directory.CreateDirectory(Path.Join(_root, "disk")).FullName;
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk) != 0) Assert.Ignore("A small disk can be mounted by root on Linux only.");
    }

    [TearDown]
    public void TearDown()
    {
        if (OperatingSystem.IsLinux()) _ = Run("umount", Path.Join(_root, "disk"));
        Directory.Delete(_root, recursive: true);
    }

    [Test]
    public async Task It_is_opened_or_refused_with_the_reason_and_nothing_is_lost([Values(0, 4096, 32768, 65536)] int room, [Values] bool isOffline)
    {
        await File.WriteAllTextAsync(Path.Join(_root, "share", "a.txt"), "shared");
        await using (var backend = await EmbeddedBackend.OpenAsync(Options))
        {
            await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
            await backend.TransitionOfflineAsync(TestCache.Share, OfflineTransitionOptions.Default, CancellationToken.None);
            await WriteAsync(backend, "unsent");
            if (!isOffline) await backend.TransitionOnlineAsync(TestCache.Share, TransitionFlags.None, CancellationToken.None);
        }

        Fill(room);
        try
        {
            await using var full = await EmbeddedBackend.OpenAsync(Options);
            Assert.That(await ReadAsync(full), Is.EqualTo("unsent"));
            try
            {
                await WriteAsync(full, new string('x', 100_000));
                Assert.Fail("There is no room.");
            }
            catch (Exception refusal) when (refusal is OfflineFilesException or IOException)
            {
                Assert.That(refusal.Message, Does.Contain("full").Or.Contains("space"));
            }

            Assert.That(await ReadAsync(full), Is.EqualTo("unsent"));
        }
        catch (CacheOpenException refusal)
        {
            Assert.That(refusal.Failure, Is.EqualTo(CacheOpenFailure.DiskFull), refusal.Message);
        }

        File.Delete(Path.Join(_root, "disk", "filler"));
        await using var again = await EmbeddedBackend.OpenAsync(Options);
        Assert.That(await ReadAsync(again), Is.EqualTo("unsent"));
        await WriteAsync(again, "more");
        Assert.That(await ReadAsync(again), Is.EqualTo("more"));
    }

    /// <summary>All but so many bytes.</summary>
    private void Fill(int room)
    {
        using var filler = File.Create(Path.Join(_root, "disk", "filler"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(block);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            filler.SetLength(Math.Max(0, filler.Length / 4096 * 4096 - room));
        }
    }

    private static async Task WriteAsync(EmbeddedBackend backend, string content)
    {
        await using var writer = await backend.Files.OpenWriteAsync(TestCache.At("a.txt"), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    private static async Task<string> ReadAsync(EmbeddedBackend backend)
    {
        using var reader = new StreamReader(await backend.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None));
        return await reader.ReadToEndAsync();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
