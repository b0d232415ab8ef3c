using System.Diagnostics;
using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>What a program says that was deployed without the native library of the database engine, or with that of another platform.</summary>
internal sealed class NativeLibraryTests
{
    private static readonly string NativeFile =
        OperatingSystem.IsWindows() ? "e_sqlite3.dll" : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so";

    [Test]
    public async Task A_missing_library_is_named_and_the_error_says_what_to_deploy() => Told(await RunAsync(static _ => { }));

    [Test]
    public async Task So_is_a_file_that_is_no_library_of_this_platform() =>
        Told(await RunAsync(static program => File.WriteAllText(Path.Join(program, NativeFile), "the library of another platform")));

    [Test]
    public async Task With_the_library_beside_it_the_same_program_opens_the_cache() =>
        Assert.That(
            await RunAsync(static program => File.Copy(FindLibrary(), Path.Join(program, NativeFile))),
            Is.EqualTo(new[] { "opened", "opened" }));

    private static bool IsSelfContained =>
        File.ReadAllText(Path.ChangeExtension(typeof(OpenWorker).Assembly.Location, ".runtimeconfig.json"))
            .Contains("includedFrameworks", StringComparison.Ordinal);

    private static string FindLibrary() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, NativeFile, SearchOption.AllDirectories)
            .OrderByDescending(file => file.Contains(RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal))
            .First();

    private static void Told(string[] lines)
    {
        var platform = RuntimeInformation.RuntimeIdentifier;
        Assert.That(lines, Has.Length.EqualTo(2).And.All.StartsWith("LibraryMissing: "));
        Assert.That(lines, Is.All.Contains($"the native library of SQLite, e_sqlite3, cannot be loaded on {platform} ("));
        Assert.That(lines, Is.All.Contains($"SQLitePCLRaw.lib.e_sqlite3. Publish for the platform that the program runs on (dotnet publish -r {platform}"));
    }

    /// <summary>Runs this assembly from a directory with its managed files only, as a host of plug-ins finds it that reads no deps.json.</summary>
    private static async Task<string[]> RunAsync(Action<string> prepare)
    {
        Assume.That(IsSelfContained, Is.False, "this program brings its runtime with it, and there may be no other to run it with");
        using var directory = new TemporaryDirectory();
        var program = Directory.CreateDirectory(Path.Join(directory.Path, "program")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsManaged))
            File.Copy(file, Path.Join(program, Path.GetFileName(file)));
        prepare(program);

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Join(program, Path.GetFileName(typeof(OpenWorker).Assembly.Location)));
        start.ArgumentList.Add(OpenWorker.Name);
        start.ArgumentList.Add(Path.Join(directory.Path, "cache"));
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool IsManaged(string file) =>
        Path.GetFileName(file) != NativeFile
        && (file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal));
}
