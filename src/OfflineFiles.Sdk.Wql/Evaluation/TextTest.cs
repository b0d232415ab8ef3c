using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Tests of a text, ordinal ignoring case. NULL satisfies none, and no opposite.</summary>
internal static class TextTest
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(string? value, string constant, bool isNegated) =>
        value is not null && string.Equals(value, constant, StringComparison.OrdinalIgnoreCase) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StartsWith(string? value, string constant, bool isNegated) =>
        value is not null && value.StartsWith(constant, StringComparison.OrdinalIgnoreCase) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsWith(string? value, string constant, bool isNegated) =>
        value is not null && value.EndsWith(constant, StringComparison.OrdinalIgnoreCase) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMatch(string? value, WqlLikeMatcher matcher, bool isNegated) => value is not null && matcher.IsMatch(value) != isNegated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOrdered<TTest>(string? value, string constant)
        where TTest : struct, IOrderTest =>
        value is not null && default(TTest).Holds(string.Compare(value, constant, StringComparison.OrdinalIgnoreCase));
}
