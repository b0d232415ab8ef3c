using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Tests of a text, ordinal ignoring case. NULL satisfies none, and no opposite.</summary>
internal static class TextTest
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(string? value, string constant, bool isNegated) =>
        value is not null && WqlText.AreEqual(value, constant) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StartsWith(string? value, string constant, bool isNegated) =>
        value is not null && WqlText.StartsWith(value, constant) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsWith(string? value, string constant, bool isNegated) =>
        value is not null && WqlText.EndsWith(value, constant) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMatch(string? value, WqlLikeMatcher matcher, bool isNegated) => value is not null && matcher.IsMatch(value) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdered<TTest>(string? value, string constant)
        where TTest : struct, IOrderTest =>
        value is not null && default(TTest).Holds(WqlText.Compare(value, constant));
}

/// <summary>A comparison of a number, a truth value or a point in time (which compare as instants) with a constant. NULL satisfies none.</summary>
internal static class ValueTest<TValue, TTest>
    where TValue : struct, IComparable<TValue>
    where TTest : struct, IOrderTest
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(TValue? value, TValue constant) => value is { } known && default(TTest).Holds(known.CompareTo(constant));
}

/// <summary>What an operator asks of the sign of a comparison. Structs, so that each operator gets code of its own without a call.</summary>
internal interface IOrderTest
{
    bool Holds(int sign);
}

internal readonly struct EqualTest : IOrderTest
{
    public bool Holds(int sign) => sign == 0;
}

internal readonly struct NotEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign != 0;
}

internal readonly struct LessTest : IOrderTest
{
    public bool Holds(int sign) => sign < 0;
}

internal readonly struct LessOrEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign <= 0;
}

internal readonly struct GreaterTest : IOrderTest
{
    public bool Holds(int sign) => sign > 0;
}

internal readonly struct GreaterOrEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign >= 0;
}
