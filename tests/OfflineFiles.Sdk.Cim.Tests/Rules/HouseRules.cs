using System.Reflection;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Cim.Tests.Rules;

/// <summary>The rules of the house that a compiler does not know, over the CIM library.</summary>
public sealed class HouseRules
{
    private static readonly Assembly Library = typeof(CimBackend).Assembly;

    [Test]
    public void Every_class_is_sealed_or_abstract() => Assert.That(
        Library.GetTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.Name.StartsWith('<')),
        Is.Empty);

    [Test]
    public void No_type_of_the_native_library_is_in_the_public_face_but_a_session_the_caller_has() => Assert.That(
        from type in Library.GetExportedTypes()
        where type != typeof(CimSessionExtensions)
        from member in type.GetMembers(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is MethodBase { IsPublic: true } or MethodBase { IsFamily: true }
        from used in ((MethodBase)member).GetParameters().Select(parameter => parameter.ParameterType).Append(
            (member as MethodInfo)?.ReturnType ?? typeof(void))
        where used.Assembly.GetName().Name!.StartsWith("Microsoft.Management", StringComparison.Ordinal)
        select $"{type}.{member}",
        Is.Empty);

    [Test]
    public void Only_the_transport_over_it_uses_the_native_library() => Assert.That(
        from type in Library.GetTypes()
        where !type.FullName!.Contains("Mmi", StringComparison.Ordinal)
        from field in type.GetFields(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where field.FieldType.Assembly.GetName().Name!.StartsWith("Microsoft.Management", StringComparison.Ordinal)
        select $"{type}.{field.Name}",
        Is.Empty);
}
