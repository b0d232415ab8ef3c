using System.Collections;

namespace OfflineFiles.Sdk.Linq.Equality;

/// <summary>
/// When two values are equal in a query: strings ignoring case, wherever they stand. Where nobody wrote how values of a type are compared (anonymous
/// types, tuples, records, pairs of key and value, plain structs), two are equal if their parts are. All others are asked. See Decisions/0001.
/// </summary>
internal static class ValueEquality
{
    private static readonly AnyEquality Any = new();
    private static readonly TextEquality Text = new();
    private static readonly OwnEquality Own = new();

    /// <summary>The rule for texts.</summary>
    public static StringComparer Texts => WqlText.Comparer;

    /// <summary>The rule for values of any type.</summary>
    public static IEqualityComparer<object?> Instance => Any;

    /// <summary>The rule for values of a type.</summary>
    public static IEqualityComparer<object?> Of(Type type) => Plain(type) switch
    {
        var plain when plain == typeof(string) => Text,
        { IsSealed: true } plain => ValueParts.Of(plain) is { } parts ? parts : Own,
        _ => Any,
    };

    /// <summary>The rule for collections that callers keep.</summary>
    public static IEqualityComparer<T> Of<T>() => typeof(T) == typeof(string)
        ? (IEqualityComparer<T>)(object)Texts
        : Of(typeof(T)) is var rule && ReferenceEquals(rule, Own) ? EqualityComparer<T>.Default : new Typed<T>(rule);

    /// <summary>Whether values of a type are compared part by part.</summary>
    public static bool HasParts(Type type) => ValueParts.Of(Plain(type)) is not null;

    public static bool AreEqual(object? left, object? right) => Any.Equals(left, right);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private sealed class AnyEquality : IEqualityComparer<object?>, IEqualityComparer
    {
        public new bool Equals(object? x, object? y)
        {
            if (x is string left && y is string right) return Texts.Equals(left, right);
            if (x is null || y is null || ReferenceEquals(x, y)) return ReferenceEquals(x, y);
            return ValueParts.Of(x.GetType()) is { } parts ? parts.Equals(x, y) : x.Equals(y);
        }

        public int GetHashCode(object? value) => value switch
        {
            null => 0,
            string text => Texts.GetHashCode(text),
            _ => ValueParts.Of(value.GetType()) is { } parts ? parts.GetHashCode(value) : value.GetHashCode(),
        };
    }

    private sealed class TextEquality : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) => Texts.Equals((string?)x, (string?)y);

        public int GetHashCode(object? value) => value is string text ? Texts.GetHashCode(text) : 0;
    }

    private sealed class OwnEquality : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) => object.Equals(x, y);

        public int GetHashCode(object? value) => value?.GetHashCode() ?? 0;
    }

    private sealed class Typed<T>(IEqualityComparer<object?> rule) : IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => rule.Equals(x, y);

        public int GetHashCode(T value) => value is null ? 0 : rule.GetHashCode(value);
    }
}
