using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>A comparison of a number, a truth value or a point in time (which compare as instants) with a constant. NULL satisfies none.</summary>
internal static class ValueTest<TValue, TTest>
    where TValue : struct, IComparable<TValue>
    where TTest : struct, IOrderTest
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(TValue? value, TValue constant) => value is { } known && default(TTest).Holds(known.CompareTo(constant));
}
