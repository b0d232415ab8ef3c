using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>Names compare as Windows compares them, also on a file system that tells case apart.</summary>
[TestFixture]
internal sealed class ShareNameTests : ShareFixture
{
    [Test]
    public async Task An_item_is_found_in_any_case_and_named_as_stored()
    {
        Directory.CreateDirectory(Disk["Reports"]);
        Disk.Write("Reports/Q1.xlsx", "bytes");
        var entry = await Share.StatAsync(At(@"REPORTS\q1.XLSX"), default);
        Assert.That(entry!.Name, Is.EqualTo("Q1.xlsx"));
    }

    [Test]
    public async Task Writing_in_another_case_replaces_and_makes_no_twin()
    {
        var first = await WriteAsync("Report", "one", null);
        await Assert.ThrowsAsync<ShareConflictException>(() => WriteAsync("REPORT", "twin", null));
        await WriteAsync("REPORT", "two", first);
        Assert.That((Disk.Read("Report"), Disk.Names), Is.EqualTo(("two", new[] { "Report" })));
    }

    [Test]
    [Platform("Linux")]
    public async Task Names_that_differ_in_case_only_clash_and_none_is_guessed()
    {
        Disk.Write("a", "lower");
        Disk.Write("A", "upper");
        Disk.Write("b", "");
        Directory.CreateDirectory(Disk["dir"]);
        Directory.CreateDirectory(Disk["Dir"]);
        var entries = await Share.ListAsync(SharePath.Root, default);
        Assert.That(
            entries.Select(e => (e.Name, e.NameClash)),
            Is.EqualTo(new[] { ("A", true), ("Dir", true), ("a", true), ("b", false), ("dir", true) }));
        Assert.That((await Share.StatAsync(At("a"), default))!.Size, Is.EqualTo(5), "an exact name is no guess");
        var error = (await Assert.ThrowsAsync<ShareNameClashException>(() => Share.StatAsync(At(@"DIR\x"), default)))!;
        Assert.That(error.Candidates, Is.EquivalentTo(new[] { "dir", "Dir" }));
    }

    [TestCase(@"\\server\share", "")]
    [TestCase(@"\\SERVER\Share\a\B", @"a\B")]
    public void A_path_is_taken_relative_to_its_share(string path, string below) =>
        Assert.That(SharePath.From(UncPath.Parse(path), UncPath.Parse(@"\\server\share")).ToString(), Is.EqualTo(below));

    [TestCase(@"\\server\other\a")]
    [TestCase(@"\\server\shared")]
    public void A_path_of_another_share_is_refused(string path) =>
        Assert.Throws<PathOutsideShareException>(() => SharePath.From(UncPath.Parse(path), UncPath.Parse(@"\\server\share")));

    [TestCase("..")]
    [TestCase(".")]
    [TestCase("")]
    [TestCase("a/b")]
    [TestCase(@"a\b")]
    [TestCase("a\0b")]
    public void A_component_that_could_climb_out_is_refused(string component)
    {
        Assert.Throws<PathOutsideShareException>(() => SharePath.Of("a", component));
        Assert.Throws<PathOutsideShareException>(() => SharePath.Root.Append(component));
    }

    [Test]
    public void Paths_are_equal_when_they_differ_in_case_only()
    {
        Assert.That(At(@"a\B"), Is.EqualTo(At(@"A\b")));
        Assert.That(At(@"a\B").GetHashCode(), Is.EqualTo(At(@"A\b").GetHashCode()));
        Assert.That(At(@"a\B"), Is.Not.EqualTo(At("a")));
        Assert.That(At("a").Parent, Is.EqualTo(SharePath.Root));
    }
}
