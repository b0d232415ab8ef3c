using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>
/// Which types may stand in a hole of a query: one that has a constant compiles and is written as it; one that has none does not compile, and the
/// error says what to write. The compiler that is asked is the real one.
/// </summary>
[TestFixture]
public sealed class HoleTypesTests
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    // A type, an expression of it -> the constant.
    private static readonly (string Type, string Value, string Constant)[] Taken =
    [
        ("string", "\"it's\"", @"'it\'s'"), ("char", "'x'", "'x'"), ("char?", "'x'", "'x'"), ("bool", "true", "TRUE"), ("bool?", "false", "FALSE"),
        ("sbyte", "-5", "-5"), ("sbyte?", "-5", "-5"), ("byte", "5", "5"), ("byte?", "5", "5"), ("short", "-5", "-5"), ("short?", "-5", "-5"), ("ushort", "5", "5"),
        ("ushort?", "5", "5"), ("int", "-5", "-5"), ("int?", "-5", "-5"), ("uint", "4294967295", "4294967295"), ("uint?", "5", "5"), ("long", "-5", "-5"), ("long?", "-5", "-5"),
        ("ulong", "ulong.MaxValue", "18446744073709551615"), ("ulong?", "5", "5"), ("nint", "-5", "-5"), ("nint?", "-5", "-5"), ("nuint", "5", "5"), ("nuint?", "5", "5"),
        ("IntPtr", "new IntPtr(-5)", "-5"), ("UIntPtr", "new UIntPtr(5)", "5"), ("Int128", "long.MinValue", "-9223372036854775808"), ("Int128?", "5", "5"),
        ("UInt128", "ulong.MaxValue", "18446744073709551615"), ("UInt128?", "5", "5"), ("BigInteger", "-5", "-5"), ("BigInteger?", "5", "5"), ("Half", "(Half)0.5", "0.5"),
        ("Half?", "(Half)0.5", "0.5"), ("float", "0.5f", "0.5"), ("float?", "0.5f", "0.5"), ("double", "-0.25", "-0.25"), ("double?", "1", "1.0"), ("decimal", "5.00m", "5"),
        ("decimal?", "0.1m", "0.1"), ("DayOfWeek", "DayOfWeek.Friday", "5"), ("DayOfWeek?", "DayOfWeek.Friday", "5"),
        ("DateTime", "new DateTime(2024, 1, 31, 9, 30, 0, DateTimeKind.Utc)", "'20240131093000.000000+000'"), ("DateTimeOffset", "DateTimeOffset.UnixEpoch", "'19700101000000.000000+000'"),
        ("TimeSpan", "TimeSpan.FromHours(26)", "'00000001020000.000000:000'"), ("TimeSpan?", "TimeSpan.Zero", "'00000000000000.000000:000'"),
        ("Guid", "Guid.Empty", "'00000000-0000-0000-0000-000000000000'"), ("WqlConstant", "WqlConstant.Integer(5)", "5"), ("WqlStringConstant", "new WqlStringConstant(\"x\")", "'x'"),
        ("WqlLikePattern", "WqlLikePattern.StartsWith(\"x\")", "'x%'"), ("UncPath", "UncPath.Parse(@\"\\\\srv\")", @"'\\\\srv'"), ("IWqlValue", "UncPath.Parse(@\"\\\\srv\")", @"'\\\\srv'"),
        ("object", "(short)5", "5"), ("object", "(Half)0.5", "0.5"), ("object", "(Int128)5", "5"), ("object", "(UInt128)5", "5"), ("object", "(nint)(-5)", "-5"), ("object", "(nuint)5", "5"),
        ("object", "new BigInteger(5)", "5"), ("ValueType", "5", "5"), ("IComparable", "5", "5"), ("IFormattable", "5", "5"), ("Enum", "DayOfWeek.Friday", "5"),
    ];

    // A type -> words of the error.
    private static readonly (string Type, string Words)[] Refused =
    [
        ("int[]", "no IN"), ("List<string>", "no IN"), ("IEnumerable<long>", "no IN"), ("char[]", "new string(characters)"), ("IEnumerable", "no IN"), ("ArrayList", "no IN"),
        ("Dictionary<string, int>", "no IN"), ("IQueryable<int>", "no IN"), ("IAsyncEnumerable<int>", "no IN"), ("Array", "no IN"), ("DateOnly", "whole day"), ("DateOnly?", "whole day"),
        ("TimeOnly", "DateTimeOffset"), ("TimeOnly?", "DateTimeOffset"), ("Uri", "uri.LocalPath"), ("Task", "await it"), ("Task<string>", "await it"), ("ValueTask", "await it"),
        ("ValueTask?", "await it"), ("ValueTask<string>", "await it"), ("ValueTask<string>?", "await it"), ("(int, string)", "each of its values"), ("(int, string)?", "each of its values"),
        ("Tuple<int>", "each of its values"), ("Range", "pass a number"), ("Version", "value.ToString()"), ("StringBuilder", "value.ToString()"),
        ("Type", "type.Name"), ("Regex", "WqlLikePattern"), ("FileInfo", "FullName"), ("DirectoryInfo", "FullName"), ("FileSystemInfo", "FullName"), ("Func<int>", "call it"), ("Action", "call it"),
        ("WqlPredicate", "WqlPredicate.And"), ("WqlComparison", "WqlPredicate.And"), ("WqlQuery", "its constructor"), ("WqlSelectQuery", "its constructor"), ("WqlProperty", "It is a name"),
    ];

    [Test]
    public void What_has_a_constant_compiles_and_is_written_as_it()
    {
        var methods = Taken.Select((row, index) =>
            $$"""public static string Hole{{index}}() { {{row.Type}} value = {{row.Value}}; return ((WqlComparison)WqlPredicate.Create($"a = {value}")).Constant.ToString(); }""");
        var compilation = Compile(methods);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.That(emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        var holes = Assembly.Load(image.ToArray()).GetType("Holes")!;

        Assert.Multiple(() =>
        {
            for (var i = 0; i < Taken.Length; i++) Assert.That(holes.GetMethod($"Hole{i}")!.Invoke(null, null), Is.EqualTo(Taken[i].Constant), $"{Taken[i].Type} {Taken[i].Value}");
        });
    }

    [Test]
    public void What_has_none_does_not_compile_and_the_error_says_what_to_write()
    {
        var found = Compile(Refused.Select((row, index) =>
                $$"""public static void Hole{{index}}({{row.Type}} value) => WqlPredicate.Create($"a = {value}");"""))
            .GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).ToLookup(each => each.Location.GetLineSpan().StartLinePosition.Line - FirstLine);

        Assert.Multiple(() =>
        {
            for (var i = 0; i < Refused.Length; i++)
            {
                Assert.That(found[i].Select(each => each.Id), Is.EqualTo(new[] { "CS0619" }), Refused[i].Type);
                Assert.That(string.Join(' ', found[i].Select(each => each.GetMessage(CultureInfo.InvariantCulture))), Does.Contain(Refused[i].Words), Refused[i].Type);
            }
        });
    }

    [TestCase("$\"a = {value,5}\"")]
    [TestCase("$\"a = {value:X}\"")]
    [TestCase("$\"a = {value,5:X}\"")]
    public void A_format_does_not_compile(string text) => Assert.That(
        Compile([$"public static void Hole(int value) => WqlPredicate.Create({text});"]).GetDiagnostics().Select(each => each.GetMessage(CultureInfo.InvariantCulture)),
        Has.Some.Contains("without a format or a width"));

    private static readonly string Head = """
        using System; using System.Collections; using System.Collections.Generic; using System.IO; using System.Linq; using System.Numerics; using System.Text;
        using System.Text.RegularExpressions; using System.Threading.Tasks; using OfflineFiles.Sdk; using OfflineFiles.Sdk.Wql;
        public static class Holes
        {
        """;

    private static int FirstLine => Head.Split('\n').Length;

    private static CSharpCompilation Compile(IEnumerable<string> methods) => CSharpCompilation.Create(
        "Holes",
        [CSharpSyntaxTree.ParseText($"{Head}\n{string.Join('\n', methods)}\n}}", new CSharpParseOptions(LanguageVersion.CSharp12))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
