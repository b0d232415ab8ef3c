using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>What a program in C# 7.3, the language of .NET Framework, gives to the library. The compiler that is asked is the real one.</summary>
[TestFixture]
public sealed class OlderLanguageTests
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    [TestCase("""new EmbeddedBackendOptions { CacheDirectory = "/c", UserName = "ann", Shares = new[] { new ShareMapping(UncPath.Parse(@"\\srv\docs"), "/d") } }""")]
    [TestCase("""new ShareMapping { Share = @"\\srv\docs", Directory = "/d" }""")]
    [TestCase("""new ShareMapping(@"\\srv\docs", "/d")""")]
    [TestCase("""new CimBackendOptions { Protocol = CimProtocol.Dcom, Credential = new CimAccount { UserName = "ann", Password = "x" }, Proxy = new CimProxyOptions { Discovery = CimProxyDiscovery.Auto } }""")]
    [TestCase("new CimBackendOptions { Reconnect = new CimReconnectOptions { Attempts = 1 }, Changes = new CimChangeOptions { ReadingShare = 0.2 } }")]
    [TestCase("new QueryOptions { PageSize = 5, Timeout = TimeSpan.FromSeconds(1) }")]
    [TestCase("new PinOptions { Deep = false, Flags = PinControlFlags.ForAll }")]
    [TestCase("new UnpinOptions { Deep = false }")]
    [TestCase("new SyncOptions { ConflictPolicy = SyncConflictPolicy.KeepLocal }")]
    [TestCase("new DeleteOptions { Flags = DeleteFlags.NoPinned }")]
    [TestCase("new OfflineTransitionOptions { Force = true }")]
    [TestCase("new WqlLintOptions { Server = WqlLintServer.Any }")]
    [TestCase("""new MachineConfiguration { Enabled = true, ExcludedFileTypes = new[] { "*.pst" }, DiskSpaceLimitParams = new DiskSpaceLimitSettings { TotalSizeInMB = 5 } }""")]
    [TestCase("new MachineConfiguration { BackgroundSyncParams = new BackgroundSyncSettings { SyncInterval = 5 } }")]
    [TestCase("""new UserConfiguration { AssignedOfflineFiles = new[] { @"\\srv\docs" } }""")]
    public void What_a_caller_makes_can_be_made(string code)
    {
        var source = $$"""
            using System;
            using OfflineFiles.Sdk;
            using OfflineFiles.Sdk.Cim;
            using OfflineFiles.Sdk.Embedded;
            using OfflineFiles.Sdk.Wql;
            class Program
            {
                static object Make() { return {{code}}; }
                static void Use(OfflineFilesCache cache) { using (cache) { cache.PinAsync(@"\\srv\docs"); } }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp7_3));
        var faults = CSharpCompilation.Create("Caller", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Nothing_that_a_caller_makes_has_a_member_that_only_a_newer_language_sets()
    {
        var written = from type in Safety.PublicApi.Types
                      where type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Configuration", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)
                      where type.Assembly != typeof(OfflineFiles.Sdk.Wql.WqlQuery).Assembly
                      from property in type.GetProperties()
                      where property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) == true
                      select $"{type.Name}.{property.Name}";

        Assert.That(written, Is.Empty);
    }
}
