using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>
/// Which method a list of paths or texts goes to, in each version of C#. The compiler that is asked is the real one. A path alone is converted.
/// </summary>
[TestFixture]
public sealed class PathOverloadTests
{
    private const string Texts = "IEnumerable<string>", Paths = "IEnumerable<UncPath>", Path = "UncPath", Everything = "SyncOptions";

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    // What is written -> the type of the first parameter it goes to, and since which version of C#.
    private static IEnumerable<TestCaseData> Calls()
    {
        static TestCaseData Case(string code, string expected, LanguageVersion since = LanguageVersion.CSharp7_3) => new(code, expected, since);
        yield return Case("""cache.PinAsync("//srv/a")""", Path);
        yield return Case("""cache.PinAsync(text)""", Path);
        yield return Case("""cache.PinAsync(path)""", Path);
        yield return Case("""cache.PinAsync(texts)""", Texts);
        yield return Case("""cache.PinAsync(new[] { "a", "b" })""", Texts);
        yield return Case("""cache.PinAsync(new List<string>())""", Texts);
        yield return Case("""cache.PinAsync(File.ReadLines(text))""", Texts);
        yield return Case("""cache.PinAsync(texts.Where(t => t.Length > 0), new PinOptions())""", Texts);
        yield return Case("""cache.PinAsync(paths)""", Paths);
        yield return Case("""cache.PinAsync(new UncPath[] { "a", path })""", Paths);
        yield return Case("""cache.UnpinAsync(texts, null, null, default(CancellationToken))""", Texts);
        yield return Case("""cache.DeleteItemsAsync(options: null, paths: texts)""", Texts);
        yield return Case("""cache.SynchronizeAsync()""", Everything);
        yield return Case("""cache.SynchronizeAsync(null, progress)""", Everything);
        yield return Case("""cache.SynchronizeAsync(texts)""", Texts);
        yield return Case("""cache.WhatIf.PinAsync(texts)""", Texts);
        yield return Case("""cache.WhatIf.DeleteItemsAsync(paths)""", Paths);
        yield return Case("""cache.WhatIf.SynchronizeAsync(text)""", Path);

        // C# 12 does not know which list comes first: it asks for new[] { ... } where it could be either.
        yield return Case("""cache.PinAsync([path, path])""", Paths, LanguageVersion.CSharp12);
        yield return Case("""cache.PinAsync(["a", path])""", Paths, LanguageVersion.CSharp12);
        yield return Case("""cache.PinAsync(["a", "b"])""", Texts, LanguageVersion.CSharp13);
        yield return Case("""cache.PinAsync([])""", Texts, LanguageVersion.CSharp13);
        yield return Case("""cache.WhatIf.DeleteItemsAsync([.. texts])""", Texts, LanguageVersion.CSharp13);
    }

    [TestCaseSource(nameof(Calls))]
    public void A_call_goes_where_it_is_meant_to_go(string code, string expected, LanguageVersion since)
    {
        LanguageVersion[] versions =
            [LanguageVersion.CSharp7_3, LanguageVersion.CSharp9, LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13];

        Assert.That(versions.Select(version => Target(code, version)), Is.EqualTo(versions.Select(version => version < since ? null : expected)));
    }

    private static string? Target(string code, LanguageVersion version)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Threading;
            using OfflineFiles.Sdk;
            class Program
            {
                static object Run(
                    OfflineFilesCache cache, string text, UncPath path, IEnumerable<string> texts, List<UncPath> paths, IProgress<OperationProgress> progress)
                {
                    return {{code}};
                }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version));
        var compilation = CSharpCompilation.Create("Caller", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        if (compilation.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error)) return null;
        var call = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ReturnStatementSyntax>().Single().Expression!;
        var method = (IMethodSymbol)compilation.GetSemanticModel(tree).GetSymbolInfo(call).Symbol!;
        return method.Parameters[0].Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
    }
}
