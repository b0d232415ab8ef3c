namespace OfflineFiles.Sdk.Wql;

internal sealed class StringEqualityNode<TRow>(Func<TRow, string?> read, string constant, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) =>
        read(row) is { } value && string.Equals(value, constant, StringComparison.OrdinalIgnoreCase) != isNegated;
}

internal sealed class StringOrderNode<TRow, TTest>(Func<TRow, string?> read, string constant) : WqlNode<TRow>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) =>
        read(row) is { } value && default(TTest).Holds(string.Compare(value, constant, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A comparison of numbers, truth values or points in time (which compare as instants).</summary>
internal sealed class ValueComparisonNode<TRow, TValue, TTest>(Func<TRow, TValue?> read, TValue constant) : WqlNode<TRow>
    where TValue : struct, IComparable<TValue>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) => read(row) is { } value && default(TTest).Holds(value.CompareTo(constant));
}
