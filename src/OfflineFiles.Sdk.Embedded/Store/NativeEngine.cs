using System.Reflection;
using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>
/// Knows the errors by which the managed part of SQLite tells that the native one is missing, or is of another platform. They come out of whatever
/// touches it first, wrapped in the failure of a static constructor, and the same ones for the rest of the process.
/// </summary>
internal static class NativeEngine
{
    public const string Library = "e_sqlite3";

    public static readonly string Advice =
        "It is a file of the package SQLitePCLRaw.lib.e_sqlite3. Publish for the platform that the program runs on "
        + $"(dotnet publish -r {RuntimeInformation.RuntimeIdentifier}) and deploy all files of the output, and its directory 'runtimes'.";

    /// <summary>What stands in the way, or null if the error is another one.</summary>
    public static Exception? Missing(Exception? error) => error switch
    {
        TypeInitializationException or TargetInvocationException => Missing(error.InnerException),
        DllNotFoundException or BadImageFormatException or EntryPointNotFoundException => error,
        _ => null,
    };

    public static string Tell(Exception missing) =>
        $"the native library of SQLite, {Library}, cannot be loaded on {RuntimeInformation.RuntimeIdentifier} "
        + $"({missing.GetType().Name}: {FirstSentence(missing.Message)})";

    // The runtime goes on with every file it tried; the whole of it is in the inner exception.
    private static string FirstSentence(string message) =>
        message.Split(["\r\n", "\n", ". "], 2, StringSplitOptions.None)[0].Trim().TrimEnd('.');
}
