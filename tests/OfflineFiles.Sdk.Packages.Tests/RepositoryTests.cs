using OfflineFiles.Sdk.Packages.Tests.Support;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>What a remote of git becomes in the package: its address for everybody, or nothing.</summary>
internal sealed class RepositoryTests
{
    private const string Said = "said: ";

    private static readonly (string Remote, string Repository, string Project)[] Remotes =
    [
        // An address that everybody can open is that of the project too.
        ("https://github.com/contoso/files.git", "https://github.com/contoso/files.git", "https://github.com/contoso/files"),
        ("https://git.contoso.test:8443/team/files/", "https://git.contoso.test:8443/team/files/", "https://git.contoso.test:8443/team/files"),
        ("http://git.contoso.test/files", "http://git.contoso.test/files", "http://git.contoso.test/files"),
        // Who logs in, and with what, is taken away.
        ("https://anna@git.contoso.test/files.git", "https://git.contoso.test/files.git", "https://git.contoso.test/files"),
        ("https://anna:s3cret@git.contoso.test/files.git", "https://git.contoso.test/files.git", "https://git.contoso.test/files"),
        ("https://anna:s3@cret@git.contoso.test/files", "https://git.contoso.test/files", "https://git.contoso.test/files"),
        ("https://s3cret:x-oauth-basic@git.contoso.test/files", "https://git.contoso.test/files", "https://git.contoso.test/files"),
        ("https://git.contoso.test/files.git?token=s3cret", "https://git.contoso.test/files.git", "https://git.contoso.test/files"),
        ("https://git.contoso.test/files.git#s3cret", "https://git.contoso.test/files.git", "https://git.contoso.test/files"),
        // No address of a page follows from that of a shell.
        ("ssh://git@git.contoso.test:2222/team/files.git", "ssh://git.contoso.test:2222/team/files.git", ""),
        ("git://git.contoso.test/files.git", "git://git.contoso.test/files.git", ""),
        // What is nobody else's, and what cannot be read with certainty, is not said.
        ("https://anna:s3/cret@git.contoso.test/files", "", ""),
        ("file:///home/anna/files", "", ""),
        ("/home/anna/files", "", ""),
        (@"C:\Users\anna\files", "", ""),
        (@"\\server\share\files.git", "", ""),
        ("../files", "", ""),
        ("", "", ""),
    ];

    [Test]
    public async Task A_remote_is_published_without_what_only_its_owner_may_see()
    {
        var said = await DescribeAsync([.. Remotes.Select(one => one.Remote)]);

        // The last two are what the links to the sources are made of.
        Assert.That(said, Is.EqualTo(Remotes.Select(one => $"{one.Repository}|{one.Project}|{one.Repository}|{one.Repository}")));
    }

    private static string Property(string remote, int number) =>
        $"<PrivateRepositoryUrl Condition=\"'$(Number)' == '{number}'\">{remote}</PrivateRepositoryUrl>";

    /// <summary>Has the targets of the build describe each of them.</summary>
    private static async Task<string[]> DescribeAsync(string[] remotes)
    {
        var folder = Directory.CreateTempSubdirectory("offlinefiles-remote-");
        try
        {
            var file = Path.Join(folder.FullName, "remotes.proj");
            await File.WriteAllTextAsync(file, $"""
                <Project DefaultTargets="All">
                  <PropertyGroup>
                    {string.Concat(remotes.Select(Property))}
                  </PropertyGroup>
                  <ItemGroup>
                    <SourceRoot Include="/" SourceControl="git" RepositoryUrl="$(PrivateRepositoryUrl)" ScmRepositoryUrl="$(PrivateRepositoryUrl)" />
                    <Number Include="{string.Join(';', Enumerable.Range(0, remotes.Length))}" />
                  </ItemGroup>
                  <Import Project="{SourceTree.Root()}/src/Build/Repository.targets" />
                  <Target Name="Say" DependsOnTargets="DescribeRepository">
                    <Message
                      Importance="high"
                      Text="{Said}$(RepositoryUrl)|$(PackageProjectUrl)|$(PrivateRepositoryUrl)|@(SourceRoot->'%(RepositoryUrl)')" />
                  </Target>
                  <Target Name="All">
                    <MSBuild Projects="$(MSBuildProjectFullPath)" Targets="Say" Properties="Number=%(Number.Identity)" />
                  </Target>
                </Project>
                """);
            var run = await Dotnet.RunAsync(folder.FullName, "msbuild", file, "-nologo", "-v:minimal");
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            return
            [
                .. run.Output.Split('\n').Select(line => line.Trim())
                    .Where(line => line.StartsWith(Said, StringComparison.Ordinal))
                    .Select(line => line[Said.Length..]),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
