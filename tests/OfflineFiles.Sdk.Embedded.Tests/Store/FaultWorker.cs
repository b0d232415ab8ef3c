using System.Diagnostics;
using System.Text;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Crash;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>
/// A process that opens a cache, writes versions of one file, says what came of each, and dies without closing anything. It runs under strace, which
/// makes calls of the system fail.
/// </summary>
internal static class FaultWorker
{
    public const string Name = "fault-worker";

    public static async Task<int> RunAsync(string root, string file, string[] versions)
    {
        var backend = await EmbeddedBackend.OpenAsync(CrashWorker.OptionsOf(root));
        foreach (var version in versions) Console.WriteLine(await TryWriteAsync(backend, file, version));
        Console.WriteLine("read " + await TryReadAsync(backend, file));
        Console.Out.Flush();
        Process.GetCurrentProcess().Kill();
        return 1;
    }

    /// <summary>Runs it with a fault; the result is what it said.</summary>
    public static async Task<string[]> RunUnderAsync(string fault, string? path, string root, string file, params string[] versions)
    {
        var (lines, errors) = await TraceAsync(fault, path, [Name, root, file, .. versions]);
        Assert.That(lines, Has.Length.EqualTo(versions.Length + 1), errors);
        return lines;
    }

    /// <summary>The same with the worker that takes steps.</summary>
    public static async Task<string[]> TakeUnderAsync(string fault, string root, params string[] steps) =>
        (await TraceAsync(fault, path: null, [CrashWorker.StepsName, root, .. steps])).Lines;

    private static async Task<(string[] Lines, string Errors)> TraceAsync(string fault, string? path, string[] worker)
    {
        var start = new ProcessStartInfo("strace") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "-e", "trace=" + fault[..fault.IndexOf(':')], "-e", "inject=" + fault];
        if (path is not null) arguments = [.. arguments[..4], "-P", path, .. arguments[5..]];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(FaultWorker).Assembly.Location);
        foreach (var argument in worker) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return (lines, await errors);
    }

    /// <summary>strace, and the right to use it.</summary>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("System calls are made to fail with strace, which is Linux'.");
        try
        {
            using var probe = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            probe.WaitForExit();
            if (probe.ExitCode != 0) Assert.Ignore("strace may not trace a process here.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("strace is not installed.");
        }
    }

    private static async Task<string> TryWriteAsync(EmbeddedBackend backend, string file, string content)
    {
        try
        {
            await using var writer = await backend.Files.OpenWriteAsync(TestCache.At(file), FileWriteMode.CreateOrReplace, CancellationToken.None);
            await writer.WriteAsync(Encoding.UTF8.GetBytes(content));
            await writer.CommitAsync();
            return "saved";
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static async Task<string> TryReadAsync(EmbeddedBackend backend, string file)
    {
        try
        {
            using var reader = new StreamReader(await backend.Files.OpenReadAsync(TestCache.At(file), CancellationToken.None));
            return await reader.ReadToEndAsync();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
