using System.Text;
using System.Text.Json;
using OfflineFiles.Sdk.Packages.Tests.Support;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>A package tells nothing of the machine that made it, nor of who did, in a build server or at home.</summary>
internal sealed class MachineTests
{
    [TestCaseSource(typeof(Feed), nameof(Feed.Ids))]
    public void Symbols_name_their_sources_from_the_root_of_the_repository(string id) => Assert.Multiple(() =>
    {
        var package = Feed.Find(id);
        foreach (var target in package.Targets)
        {
            Assert.That(Metadata.SymbolFilesOf(package.Assembly(target)), Is.Not.Empty.And.All.StartsWith("/_"), target);
            Assert.That(Metadata.DocumentsOf(package.Symbols[$"lib/{target}/{id}.pdb"]), Is.Not.Empty.And.All.StartsWith("/_"), target);
        }
    });

    [TestCaseSource(typeof(Feed), nameof(Feed.Ids))]
    public void No_file_holds_a_path_of_this_machine(string id)
    {
        var package = Feed.Find(id);
        Assert.That(
            from file in package.Files.Concat(package.Symbols)
            from path in Paths()
            where Holds(file.Value, Encoding.UTF8.GetBytes(path)) || Holds(file.Value, Encoding.Unicode.GetBytes(path))
            select $"{path} in {file.Key}",
            Is.Empty);
    }

    [TestCaseSource(typeof(Feed), nameof(Feed.Ids))]
    public void What_it_says_of_the_repository_is_an_address_without_an_account(string id)
    {
        var package = Feed.Find(id);
        var repository = package.Nuspec.Descendants().Single(element => element.Name.LocalName == "repository");
        var links = package.Targets.Select(target => Metadata.SourceLinkOf(package.Symbols[$"lib/{target}/{id}.pdb"])).Where(link => link.Length > 0)
            .SelectMany(link => JsonDocument.Parse(link).RootElement.GetProperty("documents").EnumerateObject().Select(one => one.Value.GetString()));

        foreach (var text in new[] { (string?)repository.Attribute("url"), package.Value("projectUrl") }.Concat(links).OfType<string>())
        {
            Assert.That(Uri.TryCreate(text, UriKind.Absolute, out var address), text);
            Assert.That(address!.UserInfo, Is.Empty);
            Assert.That(address.IsFile, Is.False);
        }
    }

    private static IEnumerable<string> Paths() =>
    [
        SourceTree.Root(),
        .. Closure.PackageFoldersOfTheBuild().Select(Path.TrimEndingDirectorySeparator),
    ];

    private static bool Holds(byte[] content, byte[] text) => content.AsSpan().IndexOf(text) >= 0;
}
