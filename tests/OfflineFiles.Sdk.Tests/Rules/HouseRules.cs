using System.Reflection;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Tests.Rules;

/// <summary>The rules of the house that a compiler does not know, over the whole core.</summary>
[TestFixture]
public sealed class HouseRules
{
    private static readonly Assembly Core = typeof(OfflineFilesCache).Assembly;

    private static IEnumerable<Type> OwnTypes() =>
        Core.GetTypes().Where(type => type.Namespace?.StartsWith("OfflineFiles.Sdk", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<'));

    [Test]
    public void Every_class_is_sealed_or_abstract_or_a_base_of_errors() =>
        Assert.That(OwnTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !typeof(OfflineFilesException).IsAssignableFrom(type)), Is.Empty);

    [Test]
    public void Every_public_asynchronous_method_is_named_so_and_takes_a_token_last()
    {
        var methods = from type in OwnTypes()
                      where type.IsPublic && !typeof(Delegate).IsAssignableFrom(type)
                      from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                      where typeof(Task).IsAssignableFrom(method.ReturnType)
                          || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition().Name is "ValueTask`1" or "IAsyncEnumerable`1")
                      where method.Name != "AsAsyncEnumerable"
                      select method;

        Assert.That(
            methods.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) || method.GetParameters() is not [.., { } last] || last.ParameterType != typeof(CancellationToken))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            Is.Empty);
    }

    [Test]
    public void Every_error_of_ours_is_of_the_family() =>
        Assert.That(
            OwnTypes().Where(type => typeof(Exception).IsAssignableFrom(type) && !typeof(OfflineFilesException).IsAssignableFrom(type) && type != typeof(OperationCancelledException)),
            Is.Empty);

    [Test]
    public void The_language_knows_neither_queryables_nor_the_model_nor_a_backend() =>
        Assert.That(
            from type in OwnTypes()
            where type.Namespace == "OfflineFiles.Sdk.Wql"
            from used in SignatureTypes(type)
            where used.Namespace is "OfflineFiles.Sdk.Linq" or "OfflineFiles.Sdk.Backends" or "OfflineFiles.Sdk.Schema"
                // Inside, expression trees only generate code (Decisions/0008): none of a caller gets in.
                || (used.Namespace == "System.Linq.Expressions" && type.IsPublic)
                || (used.Namespace == "OfflineFiles.Sdk" && !typeof(Exception).IsAssignableFrom(used))
            select $"{type.Name} uses {used.Name}",
            Is.Empty);

    [Test]
    public void The_core_stays_light() =>
        Assert.That(
            Core.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.SubsetOf(new[] { "System.Reactive", "Microsoft.Extensions.Logging.Abstractions", "netstandard", "mscorlib" }));

    [Test]
    public void The_core_knows_no_backend_by_name() =>
        Assert.That(Core.GetReferencedAssemblies().Select(name => name.Name), Has.None.Contains("Management").And.None.Contains("Sqlite").And.None.Contains("OfflineFiles"));

    [Test]
    public void A_query_is_compiled_only_where_it_is_executed() =>
        Assert.That(
            Directory.EnumerateFiles(SourceOf("Linq"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(SourceOf("Linq", "Execute"), StringComparison.Ordinal) && File.ReadAllText(file).Contains(".Compile(", StringComparison.Ordinal)),
            Is.Empty);

    private static string SourceOf(params string[] folders) => Path.Combine([Root(), "src", "OfflineFiles.Sdk", .. folders]);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static IEnumerable<Type> SignatureTypes(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(All)) yield return field.FieldType;
        foreach (var property in type.GetProperties(All)) yield return property.PropertyType;
        foreach (var method in type.GetMethods(All))
        {
            yield return method.ReturnType;
            foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
        }
    }
}
