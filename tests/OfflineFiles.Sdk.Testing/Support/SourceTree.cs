using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>Where the sources are that the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The directory of the solution.</summary>
    public static string Root([CallerFilePath] string caller = "") => Above(caller, "*.sln");

    /// <summary>The directory of a library.</summary>
    public static string Library(string name) => Path.Combine(Root(), "src", name);

    /// <summary>The directory of the project that a source file belongs to.</summary>
    public static string ProjectOf(string sourceFile) => Above(sourceFile, "*.csproj");

    private static string Above(string file, string pattern)
    {
        var directory = new FileInfo(file).Directory;
        while (directory is not null && directory.GetFiles(pattern).Length == 0) directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException($"No directory above {file} has a {pattern}.");
    }
}
