using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>
/// Texts that are kept in files beside the tests. To accept an intended change run the tests once with OFFLINEFILES_UPDATE_GOLDEN=1 and
/// read the difference before it is committed.
/// </summary>
internal static class Golden
{
    public static bool IsUpdating => Environment.GetEnvironmentVariable("OFFLINEFILES_UPDATE_GOLDEN") == "1";

    /// <summary>The text is the one in the file of that name in the folder Golden.</summary>
    public static void Check(string fileName, string text, [CallerFilePath] string caller = "")
    {
        var path = InTests("Golden", fileName, caller);
        if (IsUpdating) File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), $"{fileName}: see OFFLINEFILES_UPDATE_GOLDEN");
    }

    /// <summary>A file in a folder of the caller's project, where it is kept and not where it was built.</summary>
    public static string InTests(string folder, string fileName, [CallerFilePath] string caller = "") =>
        Path.Combine(SourceTree.ProjectOf(caller), folder, fileName);
}
