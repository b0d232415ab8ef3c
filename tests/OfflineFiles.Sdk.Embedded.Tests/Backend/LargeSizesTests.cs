using OfflineFiles.Sdk.Embedded.Reports;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Sums of sizes stop at the largest number.</summary>
[TestFixture]
internal sealed class LargeSizesTests
{
    private const long Huge = 7L << 60;

    [TestCase(1, 2, 3)]
    [TestCase(Huge, Huge, long.MaxValue)]
    [TestCase(long.MaxValue, 1, long.MaxValue)]
    [TestCase(long.MinValue, -1, long.MinValue)]
    [TestCase(-5, 3, -2)]
    public void A_sum_that_runs_over_stops_there(long left, long right, long sum)
    {
        Assert.That(ByteCount.Add(left, right), Is.EqualTo(sum));
        Assert.That(ByteCount.Sum([left, right]), Is.EqualTo(sum));
    }

    [Test]
    public async Task Files_that_are_larger_together_than_a_number_can_say_stop_no_pin()
    {
        var root = Directory.CreateTempSubdirectory("offlinefiles-large-").FullName;
        var share = OperatingSystem.IsLinux() && Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/{Path.GetFileName(root)}").FullName : root;
        try
        {
            if (!TryMake(Path.Join(share, "a"), Huge) || !TryMake(Path.Join(share, "b"), Huge)) Assert.Ignore("No file system here takes a file of 7 EiB.");
            await File.WriteAllTextAsync(Path.Join(share, "c.txt"), "c");
            await using var backend = await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Join(root, "cache"),
                Shares = [new ShareMapping(TestCache.Share, share)],
            });

            var report = await backend.PinAsync([TestCache.Share], new PinOptions { Flags = PinControlFlags.ForUser }, null, CancellationToken.None);
            Assert.That(report.Succeeded, Is.True);

            using var stop = new CancellationTokenSource();
            var totals = new List<long?>();
            await Assert.ThatAsync(
                () => backend.PinAsync(
                    [TestCache.Share],
                    PinOptions.Default,
                    new Watcher(progress =>
                    {
                        totals.Add(progress.BytesTotal);
                        if (progress.BytesTotal is not null) stop.Cancel();
                    }),
                    stop.Token),
                Throws.InstanceOf<OperationCancelledException>());
            Assert.That(totals, Has.Some.EqualTo(long.MaxValue));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
            if (share != root) Directory.Delete(share, recursive: true);
        }
    }

    private static bool TryMake(string file, long length)
    {
        try
        {
            using var stream = File.Create(file);
            stream.SetLength(length);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private sealed class Watcher(Action<OperationProgress> watch) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => watch(value);
    }
}
