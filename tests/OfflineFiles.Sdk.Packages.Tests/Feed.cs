using System.Reflection;
using System.Xml.Linq;
using OfflineFiles.Sdk.Packages.Tests.Support;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>
/// The packages under test: those in the directory that the variable OFFLINEFILES_PACKAGES names, or packed here from what is built, without
/// building anything. Whoever runs the tests of the solution has built all of it.
/// </summary>
[SetUpFixture]
internal sealed class Feed
{
    private static DirectoryInfo? _made;

    public static string Directory { get; private set; } = "";

    public static IReadOnlyList<Package> Packages { get; private set; } = [];

    public static IEnumerable<string> Ids => Projects.Select(project => Path.GetFileNameWithoutExtension(project));

    /// <summary>Each library with each of its targets.</summary>
    public static IEnumerable<TestCaseData> Libraries =>
        from project in Projects
        from target in XDocument.Load(project).Descendants("TargetFrameworks").Single().Value.Split(';')
        select new TestCaseData(Path.GetFileNameWithoutExtension(project), target);

    /// <summary>The configuration that the solution was built in, as this assembly was.</summary>
    public static string Configuration { get; } =
        typeof(Feed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static IEnumerable<string> Projects =>
        System.IO.Directory.EnumerateFiles(Path.Join(SourceTree.Root(), "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        Directory = Environment.GetEnvironmentVariable("OFFLINEFILES_PACKAGES") is { Length: > 0 } given ? given : await PackAsync();
        Packages = [.. System.IO.Directory.EnumerateFiles(Directory, "*.nupkg").Order(StringComparer.Ordinal).Select(Package.Open)];
    }

    [OneTimeTearDown]
    public void Remove() => _made?.Delete(recursive: true);

    public static Package Find(string id) => Packages.Single(package => package.Id == id);

    private static async Task<string> PackAsync()
    {
        _made = System.IO.Directory.CreateTempSubdirectory("offlinefiles-packages-");
        var packed = await Dotnet.RunAsync(
            SourceTree.Root(),
            ["pack", "OfflineFiles.Sdk.sln", "--configuration", Configuration, "--no-build", "--output", _made.FullName, "-v", "quiet"]);
        Assert.That(
            packed.ExitCode,
            Is.Zero,
            $"The packages are made of what is built: run 'dotnet build OfflineFiles.Sdk.sln -c {Configuration}' first.\n{packed.Output}");
        return _made.FullName;
    }
}
