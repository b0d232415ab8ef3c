using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Tests.Rules;

/// <summary>That a link on a page leads somewhere, that a page names files that are there, and that a packed page needs nothing beside it.</summary>
[TestFixture]
public sealed partial class PageLinkTests
{
    private static readonly string Root = FindRoot();

    private static IEnumerable<string> Pages() =>
        new[] { "", "src/docs", "src/OfflineFiles.Sdk/Decisions", "benchmarks", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md"))
            .Concat(Packages().SelectMany(package => Directory.EnumerateFiles(Path.Combine(Root, package), "*.md")))
            .Select(page => Path.GetRelativePath(Root, page).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Packages() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src"), "OfflineFiles.*").Select(package => Path.GetRelativePath(Root, package));

    private static IEnumerable<string> PackedPages() => Packages().Select(package => $"{package.Replace('\\', '/')}/README.md");

    [Test]
    public void There_is_something_to_check() => Assert.That(
        Pages(),
        Is.SupersetOf(
            new[] { "README.md", "src/docs/contributing.md", "src/docs/queries.md", "src/OfflineFiles.Sdk.Wql/README.md", "benchmarks/README.md" }));

    [TestCaseSource(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) => Assert.That(Links(page).Where(link => !LeadsSomewhere(page, link)), Is.Empty);

    [TestCaseSource(nameof(PackedPages))]
    public void A_packed_page_points_to_nothing_that_is_not_in_the_package(string page)
    {
        Assert.That(Links(page).Where(link => !IsAbsolute(link) && !link.StartsWith('#')), Is.Empty, "links");
        Assert.That(Text(page), Does.Not.Contain("Decisions/"), "decisions are not packed");
    }

    [Test]
    public void Every_decision_that_is_cited_is_there()
    {
        var decisions = Directory.EnumerateFiles(Path.Combine(Root, "src/OfflineFiles.Sdk/Decisions"), "*.md")
            .Select(file => Path.GetFileName(file)[..4]).ToHashSet();
        var sources = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories));
        var cited = from file in sources.Concat(Pages().Select(page => Path.Combine(Root, page)))
                    where !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)
                    from Match decision in Decision().Matches(File.ReadAllText(file))
                    where !decisions.Contains(decision.Groups[1].Value)
                    select $"{Path.GetRelativePath(Root, file)}: {decision.Value}";

        Assert.That(cited, Is.Empty);
    }

    [TestCase("src/docs/contributing.md")]
    [TestCase("src/docs/architecture.md")]
    public void Every_file_that_is_named_is_there(string page)
    {
        var files = new[] { "src", "tests", "samples", "benchmarks", ".ci", ".github" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root))
            .Select(file => "/" + Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToList();
        var named = FileName().Matches(Text(page)).Select(name => name.Groups[1].Value).Distinct();

        Assert.That(named.Where(name => !files.Exists(file => file.EndsWith("/" + name, StringComparison.Ordinal))), Is.Empty);
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    // What stands in code is no link.
    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Code().Replace(Fence().Replace(Text(page), ""), "")).Select(link => link.Groups[1].Value).Distinct();

    private static bool IsAbsolute(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto";

    private static bool LeadsSomewhere(string page, string link)
    {
        if (IsAbsolute(link)) return true;
        var parts = link.Split('#');
        var target = parts[0].Length == 0
            ? page
            : Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(page)!, Uri.UnescapeDataString(parts[0]))));
        if (parts.Length == 1) return Path.Exists(Path.Combine(Root, target));
        return File.Exists(Path.Combine(Root, target)) && Anchors(target).Contains(parts[1]);
    }

    // As GitHub makes them of a heading: lower case, blanks to hyphens, punctuation left out.
    private static IEnumerable<string> Anchors(string page) => Heading().Matches(Fence().Replace(Text(page), ""))
        .Select(heading => Punctuation().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "OfflineFiles.Sdk.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"Decisions/(\d{4})")]
    private static partial Regex Decision();

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|csproj|cases|txt|tsv|md|sln|props))`")]
    private static partial Regex FileName();
}
