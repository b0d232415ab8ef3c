using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A file of the share that somebody writes while it is read, and names that fit several: what is told of it, and by which errors.</summary>
[TestFixture]
internal sealed class FilesInFluxTests
{
    [Test]
    public async Task A_file_that_is_written_once_while_it_is_read_is_read_whole([Values] bool isContentMissing)
    {
        await using var rig = await OpenAsync(isContentMissing);
        Disturb(rig, times: 1);

        Assert.That(await rig.ReadAsync(EngineRig.At("a")), Is.EqualTo("version 1"));
    }

    [TestCase("read"), TestCase("edit"), TestCase("replace")]
    public async Task A_file_that_is_written_all_the_time_is_to_be_tried_again(string use)
    {
        foreach (var isContentMissing in (bool[])[false, true])
        {
            await using var rig = await OpenAsync(isContentMissing);
            Disturb(rig, times: int.MaxValue);

            var error = (await Assert.ThrowsAsync<OfflineFilesBackendException>(() => use switch
            {
                "read" => rig.ReadAsync(EngineRig.At("a")),
                "edit" => rig.Files.OpenWriteAsync(EngineRig.At("a"), FileWriteMode.Edit, CancellationToken.None),
                _ => rig.Files.OpenWriteAsync(EngineRig.At("a"), FileWriteMode.Replace, CancellationToken.None),
            }))!;

            Assert.That((error.IsTransient, error.Path), Is.EqualTo((true, EngineRig.At("a").ToString())));
            Assert.That(error.Message, Does.Contain("is being written").And.Contain("try again"));
        }
    }

    [Test]
    public async Task A_name_that_fits_two_entries_and_none_exactly_is_refused_with_both_of_them()
    {
        await using var rig = await EngineRig.OpenAsync(MemoryTraits.Local, seed: 1, ("name", "1"), ("NAME", "2"));

        var error = (await Assert.ThrowsAsync<OfflineFilesBackendException>(() => rig.ReadAsync(EngineRig.At("Name"))))!;

        Assert.That(error.Message, Does.Contain("NAME, name").Or.Contain("name, NAME"));
    }

    private static async Task<EngineRig> OpenAsync(bool isContentMissing)
    {
        var rig = await EngineRig.OpenAsync(MemoryTraits.Local, seed: 1, ("a", "version 0"));
        await rig.PinAsync();
        var content = Path.Join(rig.CacheDirectory, "content");
        foreach (var blob in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories).Where(_ => isContentMissing)) File.Delete(blob);
        rig.Time.Advance(TimeSpan.FromHours(1));
        rig.Share.Users.Write("a", "version 0");
        return rig;
    }

    /// <summary>Somebody else writes the file whenever it is read.</summary>
    private static void Disturb(EngineRig rig, int times)
    {
        var version = 0;
        rig.Share.OnCall = call =>
        {
            if (call is { Operation: MemoryOperation.Read, Path: "a" } && version < times) rig.Share.Users.Write("a", $"version {++version}");
            return null;
        };
    }
}
