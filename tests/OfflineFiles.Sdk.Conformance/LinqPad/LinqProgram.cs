using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>A query of LINQPad as a program that was compiled with what its packages bring, and nothing else of this test.</summary>
internal sealed class LinqProgram
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly byte[] _image;

    public LinqProgram(LinqFile file, Func<string, string>? edit = null)
    {
        var code = file.ToCSharp();
        var tree = CSharpSyntaxTree.ParseText(edit is null ? code : edit(code), new CSharpParseOptions(LanguageVersion.CSharp12));
        var compilation = CSharpCompilation.Create(
            "LINQPadQuery",
            [tree],
            Brought(file.Packages).Append(typeof(LINQPad.Extensions).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path)),
            // CS1701: a package was built against an older framework than the one that runs it.
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning), Is.Empty, file.Name);
        _image = image.ToArray();
    }

    /// <summary>Runs the query.</summary>
    /// <returns>What it dumps.</returns>
    public async Task<string> RunAsync()
    {
        var output = new StringWriter { NewLine = "\n" };
        var context = new AssemblyLoadContext("LINQPad", isCollectible: true);
        try
        {
            using var image = new MemoryStream(_image);
            var run = context.LoadFromStream(image).GetType("UserQuery")!.GetMethod("RunAsync")!;
            LINQPad.Extensions.ShowOn(output);
            await (Task)run.Invoke(null, null)!;
            return output.ToString();
        }
        finally
        {
            context.Unload();
        }
    }

    // The framework, and whatever the package leads to.
    private static IEnumerable<string> Brought(IEnumerable<string> packages)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(packages);
        while (open.TryDequeue(out var name))
        {
            var path = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
            if (!File.Exists(path) || !found.Add(path)) continue;
            foreach (var used in Assembly.Load(new AssemblyName(name)).GetReferencedAssemblies()) open.Enqueue(used.Name!);
        }

        return Directory.EnumerateFiles(Framework, "*.dll").Where(IsManaged).Concat(found);
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }
}
