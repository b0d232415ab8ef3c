namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>The names of classes that the linter knows, and what a misspelt one was meant to be.</summary>
internal static class ClassNames
{
    private const string Prefix = "Win32_";
    private const string Family = Prefix + "OfflineFiles";

    private static readonly string[] Known = [.. OfflineFilesSchema.Classes.Select(schema => schema.Name), .. EventNames.All, WqlName.SchemaClass];

    public static bool IsOfFamily(string name) => name.StartsWith(Family, StringComparison.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => Array.Exists(Known, known => WqlName.AreEqual(known, name));

    /// <summary>The class that was probably meant; null if there is none near.</summary>
    public static string? Nearest(string name) => WqlName.Nearest(IsOfFamily(Prefix + name) ? Prefix + name : name, Known);
}
