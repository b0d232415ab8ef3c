using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Semantics;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>
/// When two values are one in a query, unless it names a comparer: strings ignoring case; objects of an anonymous type if their members
/// are, by the same rule; all others as they themselves say.
/// </summary>
internal static class QueryEquality
{
    private static readonly IEqualityComparer<object?> Plain = new PlainEquality();

    /// <param name="type">The type of the values.</param>
    /// <param name="comparer">What the operator was given, an <see cref="IEqualityComparer{T}"/> of the type; null if it was given none.</param>
    public static IEqualityComparer<object?> Of(Type type, object? comparer = null) =>
        comparer is not null ? TypedList.Of(type).Equality(comparer) : IsAnonymous(type) ? new MemberEquality(MembersOf(type)) : Plain;

    /// <summary>The same rule for collections that callers keep.</summary>
    public static IEqualityComparer<T> Of<T>() => typeof(T) == typeof(string)
        ? (IEqualityComparer<T>)(object)StringComparer.OrdinalIgnoreCase
        : IsAnonymous(typeof(T)) ? new Typed<T>(Of(typeof(T))) : EqualityComparer<T>.Default;

    private static bool IsAnonymous(Type type) =>
        type.IsGenericType && type.Name.Contains("AnonymousType") && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "A property that was cut away is missed by its number, and then the values compare as they themselves say.")]
#endif
    private static IReadOnlyList<(ElementLambda Member, IEqualityComparer<object?> Equality)> MembersOf(Type type)
    {
        var properties = type.GetProperties();
        var element = Expression.Parameter(type, "x");
        return properties.Length != type.GetGenericArguments().Length
            ? [(new ElementLambda([element], element), Plain)]
            : [.. properties.Select(property => (new ElementLambda([element], Expression.Property(element, property)), Of(property.PropertyType)))];
    }

    private sealed class PlainEquality : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) =>
            x is string left && y is string right ? string.Equals(left, right, StringComparison.OrdinalIgnoreCase) : object.Equals(x, y);

        public int GetHashCode(object? value) => value is string text ? StringComparer.OrdinalIgnoreCase.GetHashCode(text) : value?.GetHashCode() ?? 0;
    }

    private sealed class MemberEquality(IReadOnlyList<(ElementLambda Member, IEqualityComparer<object?> Equality)> members) : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && members.All(each => each.Equality.Equals(each.Member.Projection(x), each.Member.Projection(y))));

        public int GetHashCode(object? value)
        {
            if (value is null) return 0;
            var hash = 17;
            foreach (var (member, equality) in members) hash = unchecked((hash * 31) + (member.Projection(value) is { } part ? equality.GetHashCode(part) : 0));
            return hash;
        }
    }

    private sealed class Typed<T>(IEqualityComparer<object?> equality) : IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => equality.Equals(x, y);

        public int GetHashCode(T value) => value is null ? 0 : equality.GetHashCode(value);
    }
}
