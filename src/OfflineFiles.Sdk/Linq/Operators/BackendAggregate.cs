using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>A value of all rows that a backend may make itself, and how it is read from the number that the backend returns.</summary>
/// <param name="Kind">What is made of the rows.</param>
/// <param name="Property">The property whose values it is made of; null if it is made of the rows.</param>
/// <param name="Read">Makes the value of the number, for a plan.</param>
internal sealed record BackendAggregate(ItemAggregate Kind, ItemProperty? Property, Func<QueryPlan, long?, object?> Read)
{
    /// <summary>How Explain calls it.</summary>
    public string Text => Property is null ? Kind.ToString() : $"{Kind} of {Property}";

    /// <summary>Of the values of a member; null if these are neither numbers nor times.</summary>
    public static BackendAggregate? Of(ItemAggregate kind, ItemMember? member, Func<QueryPlan, object?> whenEmpty)
    {
        if (member is null || ReaderOf(Nullable.GetUnderlyingType(member.Type) ?? member.Type) is not { } read) return null;
        return new BackendAggregate(kind, member.Property, (plan, number) => number is { } value ? read(value) : whenEmpty(plan));
    }

    /// <summary>Whether the values of a member are numbers or times.</summary>
    public static bool IsNumber(ItemMember member) => ReaderOf(Nullable.GetUnderlyingType(member.Type) ?? member.Type) is not null;

    private static Func<long, object>? ReaderOf(Type type) =>
        type == typeof(long) ? number => number
        : type == typeof(int) ? number => checked((int)number)
        : type == typeof(DateTimeOffset) ? ticks => new DateTimeOffset(ticks, TimeSpan.Zero)
        : type.IsEnum ? number => Enum.ToObject(type, number)
        : null;
}
