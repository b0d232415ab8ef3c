using System.Reflection;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Reads and calls members of values that are known before the query runs.</summary>
internal static class ConstantMember
{
    public static object? Read(MemberInfo member, object? target) => member switch
    {
        _ when IsOfNullable(member) => member.Name == "HasValue" ? target is not null : target ?? throw new InvalidOperationException("it has no value"),
        FieldInfo field => field.GetValue(field.IsStatic ? null : There(target, member)),
        PropertyInfo property => property.GetValue(property.GetMethod is { IsStatic: true } ? null : There(target, member)),
        _ => throw new NotSupportedException($"{member.Name} is no member that can be read"),
    };

    public static object? Call(MethodInfo method, object? target, object?[] arguments) =>
        IsOfNullable(method) && target is null
            ? OfNothing(method, arguments)
            : method.Invoke(method.IsStatic ? null : There(target, method), arguments);

    // A nullable value that is null is boxed as null, which has no members to call.
    private static object? OfNothing(MethodInfo method, object?[] arguments) => method.Name switch
    {
        "GetValueOrDefault" => arguments.Length == 1 ? arguments[0] : DefaultValues.Of(method.ReturnType),
        nameof(Equals) => arguments[0] is null,
        nameof(GetHashCode) => 0,
        _ => "",
    };

    private static bool IsOfNullable(MemberInfo member) =>
        member.DeclaringType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Nullable<>);

    private static object There(object? target, MemberInfo member) =>
        target ?? throw new InvalidOperationException($"there is no object to read {member.Name} of");
}
