using OfflineFiles.Sdk.Embedded.Tests.Histories;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>A directory is moved to a free name and over nothing, whatever the file system of the share renames directories over.</summary>
[TestFixture]
internal sealed class DirectoryMoveTests
{
    private static readonly TestCaseData[] Kinds =
    [
        new TestCaseData(MemoryTraits.Local).SetArgDisplayNames("nothing, if asked so"),
        new TestCaseData(MemoryTraits.Local with { CanRenameNoReplace = false }).SetArgDisplayNames("empty ones"),
        new TestCaseData(MemoryTraits.Local with { CanRenameNoReplace = false, RenamesOverDirectories = false }).SetArgDisplayNames("nothing"),
    ];

    [TestCaseSource(nameof(Kinds))]
    public async Task It_gets_a_free_name(object traits)
    {
        await using var rig = await OpenAsync(traits);

        await rig.MoveAsync("sub", "moved");

        Assert.That(rig.Share.Users.Tree().Keys, Is.EqualTo(new[] { "moved", "moved/b.txt" }));
        Assert.That(await rig.TreeAsync(), Is.EqualTo(rig.Share.Users.Tree()));
    }

    [Test]
    public async Task It_gets_another_spelling_where_case_is_ignored([Values] bool canRenameNoReplace, [Values] bool looksUpExactly)
    {
        var traits = MemoryTraits.Local with { CanRenameNoReplace = canRenameNoReplace, IgnoresCase = true, LooksUpExactly = looksUpExactly };
        await using var rig = await OpenAsync(traits);
        await rig.OfflineAsync();
        await rig.MoveAsync("sub", "SUB");
        await rig.OnlineAsync();

        await rig.SyncAsync();

        Assert.That(rig.Share.Users.Tree().Keys, Is.EqualTo(new[] { "SUB", "SUB/b.txt" }));
        Assert.That((await rig.SyncAsync()).Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
        Assert.That(await rig.TreeAsync(), Is.EqualTo(rig.Share.Users.Tree()));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task A_file_that_comes_under_the_name_at_any_moment_stays(object traits)
    {
        for (var at = 1; await MoveAsync(traits, at, "moved") is { } found; at++)
            Assert.That(found, Is.EqualTo("moved=theirs sub sub/b.txt=b").Or.EqualTo("moved moved/b.txt=b"), $"written before call {at}");
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task A_directory_that_comes_under_the_name_at_any_moment_stays_with_what_is_in_it(object traits)
    {
        for (var at = 1; await MoveAsync(traits, at, "moved/t.txt") is { } found; at++)
            Assert.That(
                found,
                Is.EqualTo("moved moved/t.txt=theirs sub sub/b.txt=b").Or.EqualTo("moved moved/b.txt=b moved/t.txt=theirs"),
                $"written before call {at}");
    }

    /// <summary>Moves a directory while somebody writes a file, right before a call.</summary>
    /// <returns>What the share then holds; null if there were fewer calls.</returns>
    private static async Task<string?> MoveAsync(object traits, int at, string theirs)
    {
        await using var rig = await OpenAsync(traits);
        var hasCome = false;
        rig.Share.ResetCounters();
        rig.Share.OnCall = call =>
        {
            if (call.Number != at) return null;
            hasCome = true;
            // Where the directory already has its new name, no file can have it.
            rig.Share.Users.Write(theirs, "theirs");
            return null;
        };
        try
        {
            await rig.MoveAsync("sub", "moved");
        }
        catch (OfflineFilesException)
        {
            // The name was taken.
        }

        return hasCome ? string.Join(' ', rig.Share.Users.Tree().Select(entry => entry.Value is { } text ? $"{entry.Key}={text}" : entry.Key)) : null;
    }

    private static async Task<EngineRig> OpenAsync(object traits)
    {
        var rig = await EngineRig.OpenAsync((MemoryTraits)traits, seed: 1, ("sub/b.txt", "b"));
        await rig.PinAsync();
        return rig;
    }
}
