using System.Text.Json;

namespace OfflineFiles.Sdk.Packages.Tests.Support;

/// <summary>All assemblies that a program of one target gets which refers to our packages and to nothing else.</summary>
internal sealed class Closure
{
    private Closure(IReadOnlyList<(string Package, byte[] Assembly)> files) => Files = files;

    public IReadOnlyList<(string Package, byte[] Assembly)> Files { get; }

    private static IEnumerable<string> PackageFolders(string assets)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(assets));
        return [.. read.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    public static IEnumerable<string> PackageFoldersOfTheBuild() =>
        PackageFolders(Path.Join(SourceTree.Library("OfflineFiles.Sdk"), "obj", "project.assets.json"));

    /// <summary>
    /// Restores such a program. What is ours comes from the packages under test, everything else from the folder that the build has filled.
    /// </summary>
    public static async Task<Closure> OfAsync(string target, string platform, params string[] ids)
    {
        var folder = Directory.CreateTempSubdirectory("offlinefiles-closure-");
        try
        {
            await File.WriteAllTextAsync(Path.Join(folder.FullName, "program.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>{target}</TargetFramework>
                    <RuntimeIdentifier>{platform}</RuntimeIdentifier>
                    <SelfContained>false</SelfContained>
                    <UseAppHost>false</UseAppHost>
                    <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
                    <RestorePackagesPath>{folder.FullName}/packages</RestorePackagesPath>
                    <RestoreFallbackFolders>{string.Join(';', PackageFoldersOfTheBuild())}</RestoreFallbackFolders>
                    <RestoreAdditionalProjectSources>{Feed.Directory}</RestoreAdditionalProjectSources>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    {string.Concat(ids.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{Feed.Find(id).Version}\" />"))}
                  </ItemGroup>
                </Project>
                """);
            var restored = await Dotnet.RunAsync(folder.FullName, "restore", "-v", "quiet");
            Assert.That(restored.ExitCode, Is.Zero, restored.Output);
            return new Closure(Read(Path.Join(folder.FullName, "obj", "project.assets.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<(string, byte[])> Read(string assets)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(assets));
        var folders = PackageFolders(assets).ToArray();
        var target = read.RootElement.GetProperty("targets").EnumerateObject().Single(one => one.Name.Contains('/', StringComparison.Ordinal)).Value;
        return
        [
            .. from package in target.EnumerateObject()
               where package.Value.TryGetProperty("runtime", out _)
               from asset in package.Value.GetProperty("runtime").EnumerateObject()
               where asset.Name.EndsWith(".dll", StringComparison.Ordinal)
               let file = folders.Select(folder => Path.Join(folder, package.Name.ToLowerInvariant(), asset.Name)).First(File.Exists)
               select (package.Name, File.ReadAllBytes(file)),
        ];
    }
}
