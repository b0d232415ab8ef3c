using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// Runs the test program as a worker, counts its system calls that change something below a directory, and kills it, or lets a call fail, at the n-th.
/// The tracer is a small C program (tracer.c), compiled when it is first needed: Linux with a C compiler and leave to trace, else there is none.
/// </summary>
internal sealed class SystemCallTracer
{
    private static readonly Lazy<SystemCallTracer> Instance = new(Make);

    private readonly string? _program;
    private readonly string _reason;

    private SystemCallTracer(string? program, string reason)
    {
        _program = program;
        _reason = reason;
    }

    /// <summary>The tracer; where there is none the test is skipped, and says why.</summary>
    public static SystemCallTracer Require()
    {
        var tracer = Instance.Value;
        Assume.That(tracer._program, Is.Not.Null, tracer._reason);
        return tracer;
    }

    public Traced Run(string root, IEnumerable<string> options, params IEnumerable<string> worker) => Run(root, options, Path.Join(root, "calls.log"), worker);

    /// <summary>As the other, with the log in a place that stays there when the power of the root's file system is cut.</summary>
    public Traced Run(string root, IEnumerable<string> options, string log, IEnumerable<string> worker)
    {
        var start = new ProcessStartInfo(_program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[root, "-a", CrashWorker.ShareOf(root), .. options, "-l", log, "--", .. WorkerProcess.Command, .. worker]) start.ArgumentList.Add(argument);
        // Fewer threads, so that the order of calls is nearly the same from run to run.
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var lines = File.Exists(log) ? File.ReadAllLines(log) : ["0", ""];
        return new Traced(
            process.ExitCode,
            int.Parse(lines[0], CultureInfo.InvariantCulture),
            lines.ElementAtOrDefault(1) ?? "",
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            error.GetAwaiter().GetResult());
    }

    private static SystemCallTracer Make()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
            return new(null, "System calls are traced on Linux only, x64 and arm64.");
        var directory = Directory.CreateTempSubdirectory("offlinefiles-tracer-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        var source = Path.Join(directory, "tracer.c");
        using (var resource = typeof(SystemCallTracer).Assembly.GetManifestResourceStream("tracer.c")!)
        using (var file = File.Create(source))
            resource.CopyTo(file);
        var program = Path.Join(directory, "tracer");
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("cc", ["-O1", "-o", program, source]) { RedirectStandardError = true })!;
            var errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode != 0) return new(null, $"The tracer does not compile here: {errors}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new(null, "There is no C compiler to make the tracer with.");
        }

        var tracer = new SystemCallTracer(program, "");
        var probe = tracer.Run(directory, [], WorkerProcess.Nothing);
        return probe.ExitCode == 0 ? tracer : new(null, $"The tracer does not work here (exit code {probe.ExitCode}): {probe.Error}");
    }
}

/// <summary>What a traced run came to.</summary>
/// <param name="ExitCode">137 after a kill.</param>
/// <param name="Calls">How many calls were counted.</param>
/// <param name="Acted">The call that was killed at, or that failed first.</param>
/// <param name="Lines">What the worker wrote.</param>
/// <param name="Error">What was written to the standard error.</param>
internal sealed record Traced(int ExitCode, int Calls, string Acted, IReadOnlyList<string> Lines, string Error);

/// <summary>The test program, started as something else than a test run.</summary>
internal static class WorkerProcess
{
    /// <summary>The name of a worker that does nothing.</summary>
    public const string Nothing = "nothing-worker";

    public static IReadOnlyList<string> Command { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? [Environment.ProcessPath!, typeof(WorkerProcess).Assembly.Location]
            : [Environment.ProcessPath!];
}
