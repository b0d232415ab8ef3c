using System.Reflection;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>The rules of the house that a compiler does not know, over one library. A test project derives from it once.</summary>
public abstract class HouseRules(Assembly library)
{
    /// <summary>The types of the library that somebody wrote.</summary>
    protected IEnumerable<Type> OwnTypes() =>
        library.GetTypes().Where(type => type.Namespace?.StartsWith("OfflineFiles.Sdk", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<'));

    [Test]
    public void Every_class_is_sealed_or_abstract_or_a_base_of_errors() => Assert.That(
        OwnTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !typeof(OfflineFilesException).IsAssignableFrom(type)),
        Is.Empty);

    [Test]
    public void Every_public_asynchronous_method_is_named_so_and_takes_a_token_last()
    {
        var methods = from type in OwnTypes()
                      where type.IsPublic && !typeof(Delegate).IsAssignableFrom(type)
                      from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                      where typeof(Task).IsAssignableFrom(method.ReturnType)
                          || (method.ReturnType.IsGenericType
                              && method.ReturnType.GetGenericTypeDefinition().Name is "ValueTask`1" or "IAsyncEnumerable`1")
                      where method.Name != "AsAsyncEnumerable"
                      select method;

        Assert.That(
            methods.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)
                    || method.GetParameters() is not [.., { } last] || last.ParameterType != typeof(CancellationToken))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            Is.Empty);
    }

    [Test]
    public void Every_public_error_is_of_the_family() =>
        Assert.That(
            OwnTypes().Where(type => type.IsPublic && typeof(Exception).IsAssignableFrom(type)
                && !typeof(OfflineFilesException).IsAssignableFrom(type) && type != typeof(OperationCancelledException)),
            Is.Empty);
}
