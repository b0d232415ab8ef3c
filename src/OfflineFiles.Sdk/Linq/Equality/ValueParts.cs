using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Equality;

/// <summary>Compares values of one type part by part, by the rule of a query.</summary>
internal abstract class ValueParts : IEqualityComparer<object?>
{
    private static readonly ConditionalWeakTable<Type, Found> Known = new();

    /// <summary>How to compare values of a type part by part; null if they themselves say when they are equal.</summary>
    public static ValueParts? Of(Type type) => Known.GetValue(type, static type => new Found(Find(type))).Parts;

    public new abstract bool Equals(object? x, object? y);

    public abstract int GetHashCode(object? value);

    private static ValueParts? Find(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsArray || type.Assembly == typeof(ValueParts).Assembly) return null;
        if (PartTypes.IsTuple(type)) return new TupleParts();
        return PartTypes.PartsOf(type) is { Count: > 0 } parts ? new MemberParts(type, parts) : null;
    }

    private sealed record Found(ValueParts? Parts);

    /// <summary>Tuples compare their parts by any rule they are given.</summary>
    private sealed class TupleParts : ValueParts
    {
        private static readonly IEqualityComparer Rule = (IEqualityComparer)ValueEquality.Instance;

        public override bool Equals(object? x, object? y) => x is IStructuralEquatable tuple ? tuple.Equals(y, Rule) : y is null;

        public override int GetHashCode(object? value) => (value as IStructuralEquatable)?.GetHashCode(Rule) ?? 0;
    }

    private sealed class MemberParts(Type type, IReadOnlyList<Func<object, object?>> parts) : ValueParts
    {
        public override bool Equals(object? x, object? y)
        {
            if (x is null || y is null || ReferenceEquals(x, y)) return ReferenceEquals(x, y);
            if (x.GetType() != type || y.GetType() != type) return ValueEquality.AreEqual(x, y);
            foreach (var part in parts)
                if (!ValueEquality.AreEqual(part(x), part(y))) return false;
            return true;
        }

        public override int GetHashCode(object? value)
        {
            if (value is null) return 0;
            if (value.GetType() != type) return ValueEquality.Instance.GetHashCode(value);
            var hash = 17;
            foreach (var part in parts) hash = unchecked((hash * 31) + ValueEquality.Instance.GetHashCode(part(value)!));
            return hash;
        }
    }
}

/// <summary>Which types are compared part by part, and by which parts: the table of what nobody wrote an equality for.</summary>
internal static class PartTypes
{
    private const BindingFlags OwnMembers = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static bool IsTuple(Type type) =>
        type is { IsGenericType: true, Namespace: "System" }
        && (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) || type.Name.StartsWith("Tuple`", StringComparison.Ordinal));

    public static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    public static bool IsAnonymous(Type type) =>
        type.IsGenericType && type.Name.Contains("AnonymousType") && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>The parts; null if the type says itself when its values are equal.</summary>
#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "A part that was cut away is missed by its number, and then the values compare as they themselves say.")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(KeyValuePair<,>))]
#endif
    public static IReadOnlyList<Func<object, object?>>? PartsOf(Type type)
    {
        if (IsAnonymous(type)) return Anonymous(type, type.GetProperties());
        if (IsPair(type)) return [.. type.GetProperties().Select(Reader)];
        return IsPlainStruct(type) || IsWrittenByCompiler(type) ? Fields(type) : null;
    }

    // Those of Visual Basic compare by what is a Key, which cannot be written.
    private static IReadOnlyList<Func<object, object?>>? Anonymous(Type type, PropertyInfo[] properties) =>
        properties.Length == type.GetGenericArguments().Length
            ? [.. properties.Where(property => !property.CanWrite).Select(Reader)]
            : null;

    private static Func<object, object?> Reader(PropertyInfo property) => property.GetValue;

#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What is not found was not written by hand, or was cut away with all that could call it.")]
#endif
    private static bool IsPlainStruct(Type type) =>
        type.IsValueType
        && type.GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType == typeof(ValueType)
        && type.GetMethod(nameof(Equals), OwnMembers, binder: null, [type], modifiers: null) is null;

    // A record whose author wrote an Equals compares as that says, and so does one that is derived from it.
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A record without the method that was cut away compares as it itself says.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A record without the method that was cut away compares as it itself says.")]
#endif
    private static bool IsWrittenByCompiler(Type type)
    {
        for (var each = type; each is not null && each != typeof(object) && each != typeof(ValueType); each = each.BaseType)
        {
            var equals = each.GetMethod(nameof(Equals), OwnMembers, binder: null, [each], modifiers: null);
            if (equals?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) != true) return false;
        }

        return true;
    }

#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "A part that was cut away is missed by its number, and then the values compare as they themselves say.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
#endif
    private static IReadOnlyList<Func<object, object?>>? Fields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var each = type; each is not null && each != typeof(object) && each != typeof(ValueType); each = each.BaseType)
            fields.AddRange(each.GetFields(OwnMembers));
        var expected = type.GetConstructors().Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty(0).Max();
        return fields.Count >= expected ? [.. fields.Select(field => new Func<object, object?>(field.GetValue))] : null;
    }
}
