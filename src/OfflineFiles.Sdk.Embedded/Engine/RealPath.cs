namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Where a path really leads, links followed.</summary>
internal static class RealPath
{
    private static readonly StringComparison Comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null) return full;
        var here = Path.Join(Of(parent), Path.GetFileName(full));
        var directory = new DirectoryInfo(here);
        return directory.Exists && directory.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
    }

    public static bool IsAtOrUnder(string path, string ancestor) =>
        path.Equals(ancestor, Comparison)
        || path.StartsWith(Path.TrimEndingDirectorySeparator(ancestor) + Path.DirectorySeparatorChar, Comparison)
        || ancestor == Path.GetPathRoot(ancestor) && path.StartsWith(ancestor, Comparison);
}
