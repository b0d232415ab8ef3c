// Stands for the runtime of Visual Basic, whose calls are recognised by their names.

namespace Microsoft.VisualBasic.CompilerServices;

internal static class EmbeddedOperators
{
    public static int CompareString(string? left, string? right, bool textCompare) =>
        textCompare ? string.Compare(left ?? "", right ?? "", StringComparison.OrdinalIgnoreCase) : string.CompareOrdinal(left ?? "", right ?? "");
}
