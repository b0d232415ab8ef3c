using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Wql.Syntax;

/// <summary>Argument checks that read the same on every target framework.</summary>
internal static class Guard
{
    public static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class =>
        value ?? throw new ArgumentNullException(name);
}

/// <summary>What the nodes of the tree share: lists that cannot change, compared and hashed by their elements.</summary>
internal static class WqlNodes
{
    public static ReadOnlyCollection<T> Freeze<T>(IEnumerable<T> items, string parameter)
        where T : class
    {
        T[] copy = [.. Guard.NotNull(items, parameter)];
        return Array.IndexOf(copy, null) < 0
            ? new ReadOnlyCollection<T>(copy)
            : throw new ArgumentException("The list has a null in it.", parameter);
    }

    public static TimeSpan CheckInterval(TimeSpan interval, string parameter) => interval >= TimeSpan.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(parameter, interval, "An interval of time cannot be negative.");

    public static bool AreEqual<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : class, IEquatable<T>
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
            if (!left[i].Equals(right[i])) return false;
        return true;
    }

    public static int Hash<T>(IReadOnlyList<T> items)
        where T : class
    {
        var hash = items.Count;
        for (var i = 0; i < items.Count; i++) hash = Combine(hash, items[i].GetHashCode());
        return hash;
    }

    public static int Combine(int first, int second) => unchecked((((first << 5) | (int)((uint)first >> 27)) + first) ^ second);

    public static int Combine(int first, int second, int third) => Combine(Combine(first, second), third);
}
