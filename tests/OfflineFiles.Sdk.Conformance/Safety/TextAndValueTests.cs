using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>
/// A text and a value cannot be confused: what takes an interpolated string takes no string, in any version of the language. The compiler that
/// is asked is the real one.
/// </summary>
[TestFixture]
public sealed class TextAndValueTests
{
    private const string Injection = "users' OR ItemType = 3 OR ItemName = '";

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    [Test]
    public void What_takes_an_interpolated_string_takes_no_string()
    {
        var mixed = from calls in PublicApi.Calls
                    where calls.Any(parameters => parameters.Any(parameter => PublicApi.IsHandler(parameter.ParameterType)))
                    from parameters in calls
                    where parameters.Any(parameter => PublicApi.TakesString(parameter.ParameterType))
                    select $"{calls.Key.Type.Name}.{calls.Key.Name}({string.Join(", ", parameters.Select(parameter => parameter.ParameterType.Name))})";

        Assert.That(PublicApi.Types.Where(PublicApi.IsHandler), Is.Not.Empty);
        Assert.That(PublicApi.Types.Where(PublicApi.IsHandler).Where(PublicApi.TakesString), Is.Empty);
        Assert.That(mixed, Is.Empty);
    }

    // What is written -> since which version of C# it compiles; null for never.
    private static IEnumerable<TestCaseData> Spellings()
    {
        static TestCaseData Case(string code, LanguageVersion? since) => new(code, since);
        yield return Case("""cache.Query($"SELECT * FROM C WHERE p = {v}")""", LanguageVersion.CSharp10);
        yield return Case("""cache.Query($@"SELECT * FROM C WHERE p = {v}")""", LanguageVersion.CSharp10);
        yield return Case("""cache.Query($"SELECT * FROM C")""", LanguageVersion.CSharp10);
        yield return Case("""cache.Query($"SELECT * FROM {Class}")""", LanguageVersion.CSharp10);
        yield return Case("""cache.Query((FormattableString)$"SELECT * FROM C WHERE p = {v}")""", LanguageVersion.CSharp7_3);
        yield return Case("""WqlQuery.FromFormattable($"SELECT * FROM C WHERE p = {v}")""", LanguageVersion.CSharp7_3);
        yield return Case("""WqlPredicate.FromFormattable($"p = {v}")""", LanguageVersion.CSharp7_3);
        yield return Case("""WqlQuery.Create($"SELECT * FROM C WHERE p = {v}")""", LanguageVersion.CSharp10);
        yield return Case("""WqlPredicate.Create($"p = {v}")""", LanguageVersion.CSharp10);
        yield return Case("""cache.Query($"SELECT * FROM C " + $"WHERE p = {v}")""", LanguageVersion.CSharp10);
        yield return Case("""cache.QueryText("SELECT * FROM C")""", LanguageVersion.CSharp7_3);
        yield return Case("""cache.QueryText(v)""", LanguageVersion.CSharp7_3);

        yield return Case("""cache.Query("SELECT * FROM C")""", null);
        yield return Case("""cache.Query(v)""", null);
        yield return Case("""cache.Query((object)v)""", null);
        yield return Case("""cache.Query("SELECT * FROM C " + $"WHERE p = {v}")""", null);
        yield return Case("""cache.Query($"SELECT * FROM C " + "WHERE p = 1")""", null);
        yield return Case("""cache.Query(c ? $"SELECT * FROM {v}" : $"SELECT * FROM D")""", null);
        yield return Case("""cache.Query(string.Format("SELECT * FROM {0}", v))""", null);
        yield return Case("""cache.Query($"SELECT * FROM {v}".Trim())""", null);
        yield return Case("""cache.Query(built)""", null);
        yield return Case("""WqlQuery.Create("SELECT * FROM C")""", null);
        yield return Case("""WqlQuery.Create("SELECT * FROM C " + $"WHERE p = {v}")""", null);
        yield return Case("""WqlQuery.Create(built)""", null);
        yield return Case("""WqlQuery.FromFormattable(built)""", null);
        yield return Case("""WqlPredicate.Create(c ? $"p = {v}" : $"p = 1")""", null);
    }

    [TestCaseSource(nameof(Spellings))]
    public void A_text_with_values_goes_to_the_escaping_method_or_does_not_compile(string code, LanguageVersion? since)
    {
        LanguageVersion[] versions =
            [LanguageVersion.CSharp7_3, LanguageVersion.CSharp9, LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13];
        Assert.That(versions.Where(version => Errors(code, version).Length == 0), Is.EqualTo(versions.Where(version => version >= since)));
        // And no other mistake keeps it from compiling: no conversion (CS1503), or no interpolated string (CS9205).
        if (since is null) Assert.That(Errors(code, LanguageVersion.CSharp13), Is.Not.Empty.And.All.AnyOf("CS1503", "CS9205"));
    }

    [Test]
    public async Task Both_doors_take_an_injection_for_the_value_it_is()
    {
        await using var scene = await CacheScene.OpenAsync(engine => engine);
        await scene.Cache.PinAsync(CacheScene.Share);
        FormattableString formattable = $"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {Injection}";

        Assert.That(await scene.Cache.QueryText("SELECT * FROM Win32_OfflineFilesItem").ToListAsync(), Is.Not.Empty);
        Assert.That(await scene.Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {Injection}").ToListAsync(), Is.Empty);
        Assert.That(await scene.Cache.Query(formattable).ToListAsync(), Is.Empty);
        Assert.That(
            scene.Cache.Query((FormattableString)$"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = {CacheScene.Readme}").Query,
            Is.EqualTo(scene.Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = {CacheScene.Readme}").Query));
        Assert.That(() => scene.Cache.Query((FormattableString)null!), Throws.ArgumentNullException);
        Assert.That(() => CacheQueryExtensions.Query(null!, formattable), Throws.ArgumentNullException);
    }

    private static string[] Errors(string code, LanguageVersion version)
    {
        var source = $$"""
            using System;
            using OfflineFiles.Sdk;
            using OfflineFiles.Sdk.Wql;
            class Program
            {
                const string Class = "C";
                static object Run(OfflineFilesCache cache, string v, bool c)
                {
                    var built = $"SELECT * FROM C WHERE p = {v}";
                    return {{code}};
                }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version));
        return [.. CSharpCompilation.Create("Caller", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id)];
    }
}
