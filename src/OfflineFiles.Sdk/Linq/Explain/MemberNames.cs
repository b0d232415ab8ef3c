namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>Names as they stand in the source. Compilers give names that no source can have to what they make themselves.</summary>
internal static class MemberNames
{
    private const string VisualBasicLocal = "$VB$Local_";

    /// <summary>Whether the source has no name for it.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith("<>", StringComparison.Ordinal)
        || name.StartsWith("CS$<>", StringComparison.Ordinal)
        || name.StartsWith("VB$", StringComparison.Ordinal)
        || (name.StartsWith("$VB$", StringComparison.Ordinal) && !name.StartsWith(VisualBasicLocal, StringComparison.Ordinal));

    public static string Of(string? name)
    {
        if (name is null || IsHidden(name)) return "x";
        if (name.StartsWith(VisualBasicLocal, StringComparison.Ordinal)) return name[VisualBasicLocal.Length..];
        // The parameter of a primary constructor: <name>P.
        return name[0] == '<' && name.IndexOf('>') is > 0 and var end ? name[1..end] : name;
    }
}
