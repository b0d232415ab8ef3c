using System.Reflection;
using System.Resources;

namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>
/// Knows the errors by which Microsoft.Management.Infrastructure tells that its native part is missing, of another processor, or, on
/// systems other than Windows, not finished (observed behaviour). They come out of any of its members, and wrapped.
/// </summary>
internal static class MmiNativeLibrary
{
    public static bool IsToBlame(Exception? error) => Cause(error) is not null;

    /// <summary>What stands in the way.</summary>
    public static CimMeaning Meaning(Exception error, bool isWindows)
    {
        var cause = Cause(error) ?? error;
        return new CimMeaning(
            CimFaultKind.Library,
            $"Microsoft.Management.Infrastructure cannot work here ({cause.GetType().Name}: {FirstSentence(cause.Message)})",
            isWindows
                ? "Publish with the assets of the platform (win-x64, win-x86 or win-arm64) and all files of the package; on Windows 7 install the "
                    + "Windows Management Framework."
                : "It works on Windows only: run this on Windows, or use the embedded backend.");
    }

    // The runtime goes on with every file it tried; the whole of it is in the inner exception.
    private static string FirstSentence(string message) =>
        message.Split(["\r\n", "\n", ". "], 2, StringSplitOptions.None)[0].Trim().TrimEnd('.');

    private static Exception? Cause(Exception? error) => error switch
    {
        TypeInitializationException or TargetInvocationException or AggregateException => Cause(error.InnerException),
        // BadImageFormat, DllNotFound and EntryPointNotFound among them.
        TypeLoadException or BadImageFormatException or FileNotFoundException or FileLoadException => error,
        NotImplementedException or PlatformNotSupportedException or MissingManifestResourceException => error,
        _ => null,
    };
}
