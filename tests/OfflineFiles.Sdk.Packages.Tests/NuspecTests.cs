using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>What a package says of itself.</summary>
internal sealed partial class NuspecTests
{
    private const int LongestReleaseNotes = 35_000;

    [Test]
    public void There_is_a_package_for_each_library() => Assert.That(Feed.Packages.Select(package => package.Id), Is.EquivalentTo(Feed.Ids));

    // The lowest that does: a program decides itself what else it takes, and NuGet refuses it a version that is lower than ours.
    [Test]
    public void A_package_asks_for_as_little_as_its_target_needs() => Assert.That(
        Feed.Packages
            .SelectMany(
                package => package.Dependencies,
                (package, one) => $"{package.Id} on {one.Replace(package.Version, "ours", StringComparison.Ordinal)}")
            .Order(StringComparer.Ordinal),
        Is.EqualTo(new[]
        {
            "OfflineFiles.Sdk on .NETFramework4.7.2 Microsoft.Bcl.AsyncInterfaces 10.0.0",
            "OfflineFiles.Sdk on .NETFramework4.7.2 Microsoft.Bcl.TimeProvider 10.0.0",
            "OfflineFiles.Sdk on .NETFramework4.7.2 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk on .NETFramework4.7.2 OfflineFiles.Sdk.Wql ours",
            "OfflineFiles.Sdk on .NETFramework4.7.2 System.Memory 4.6.3",
            "OfflineFiles.Sdk on .NETFramework4.7.2 System.Reactive 7.0.0",
            "OfflineFiles.Sdk on .NETStandard2.0 Microsoft.Bcl.AsyncInterfaces 10.0.0",
            "OfflineFiles.Sdk on .NETStandard2.0 Microsoft.Bcl.TimeProvider 10.0.0",
            "OfflineFiles.Sdk on .NETStandard2.0 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk on .NETStandard2.0 OfflineFiles.Sdk.Wql ours",
            "OfflineFiles.Sdk on .NETStandard2.0 System.Memory 4.6.3",
            "OfflineFiles.Sdk on .NETStandard2.0 System.Reactive 7.0.0",
            "OfflineFiles.Sdk on net10.0 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk on net10.0 OfflineFiles.Sdk.Wql ours",
            "OfflineFiles.Sdk on net10.0 System.Reactive 7.0.0",
            "OfflineFiles.Sdk on net8.0 Microsoft.Extensions.Logging.Abstractions 8.0.0",
            "OfflineFiles.Sdk on net8.0 OfflineFiles.Sdk.Wql ours",
            "OfflineFiles.Sdk on net8.0 System.Reactive 7.0.0",
            "OfflineFiles.Sdk.Cim on .NETFramework4.7.2 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk.Cim on .NETFramework4.7.2 Microsoft.Management.Infrastructure 3.0.0",
            "OfflineFiles.Sdk.Cim on .NETFramework4.7.2 OfflineFiles.Sdk ours",
            "OfflineFiles.Sdk.Cim on .NETStandard2.0 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk.Cim on .NETStandard2.0 Microsoft.Management.Infrastructure 3.0.0",
            "OfflineFiles.Sdk.Cim on .NETStandard2.0 OfflineFiles.Sdk ours",
            "OfflineFiles.Sdk.Cim on net10.0 Microsoft.Extensions.Logging.Abstractions 10.0.0",
            "OfflineFiles.Sdk.Cim on net10.0 Microsoft.Management.Infrastructure 3.0.0",
            "OfflineFiles.Sdk.Cim on net10.0 OfflineFiles.Sdk ours",
            "OfflineFiles.Sdk.Cim on net8.0 Microsoft.Extensions.Logging.Abstractions 8.0.0",
            "OfflineFiles.Sdk.Cim on net8.0 Microsoft.Management.Infrastructure 3.0.0",
            "OfflineFiles.Sdk.Cim on net8.0 OfflineFiles.Sdk ours",
            "OfflineFiles.Sdk.Embedded on net10.0 Microsoft.Data.Sqlite 10.0.11",
            "OfflineFiles.Sdk.Embedded on net10.0 OfflineFiles.Sdk ours",
            "OfflineFiles.Sdk.Embedded on net8.0 Microsoft.Data.Sqlite 8.0.30",
            "OfflineFiles.Sdk.Embedded on net8.0 OfflineFiles.Sdk ours",
        }));

    [Test]
    public void Every_package_is_found_by_words_of_its_own()
    {
        Assert.That(Feed.Packages.Select(package => package.Value("tags")), Is.Unique.And.All.Not.Null);
        Assert.That(Feed.Packages.Select(package => package.Value("description")), Is.Unique.And.All.Not.Null);
    }

    [TestCaseSource(typeof(Feed), nameof(Feed.Ids))]
    public void The_release_notes_are_the_first_section_of_the_changelog(string id)
    {
        var changelog = File.ReadAllText(Path.Join(SourceTree.Library(id), "CHANGELOG.md")).ReplaceLineEndings("\n");
        var first = FirstSection().Match(changelog).Value.Trim();

        Assert.That(first, Does.Contain("\n- "));
        Assert.That(
            Feed.Find(id).Value("releaseNotes")!.ReplaceLineEndings("\n"),
            Is.EqualTo(first.Length <= LongestReleaseNotes ? first : first[..(LongestReleaseNotes - 1)] + "…"));
    }

    [GeneratedRegex(@"^## [\s\S]*?(?=^## |\z)", RegexOptions.Multiline)]
    private static partial Regex FirstSection();
}
