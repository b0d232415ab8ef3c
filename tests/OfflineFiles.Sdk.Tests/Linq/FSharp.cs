// Stands for the runtime of F#, whose functions are recognised by their names.

namespace Microsoft.FSharp.Core;

internal static class Operators
{
    public static bool IsNull<T>(T value) => value is null;
}

internal static class LanguagePrimitives
{
    internal static class HashCompare
    {
        public static bool GenericLessThanIntrinsic<T>(T left, T right) =>
            left is string text ? string.CompareOrdinal(text, right as string) < 0 : Comparer<T>.Default.Compare(left, right) < 0;

        public static bool GenericEqualityIntrinsic<T>(T left, T right) => Equals(left, right);
    }
}
