using System.Reflection;

namespace OfflineFiles.Sdk.Cim.Tests.Rules;

/// <summary>The rules of the house over the CIM library.</summary>
[TestFixture]
public sealed class CimHouseRules() : HouseRules(Library)
{
    private static readonly Assembly Library = typeof(CimBackend).Assembly;

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
