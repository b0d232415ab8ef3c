using System.ComponentModel;
using System.Diagnostics;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>Runs a program of the distribution.</summary>
internal static class ProgramRun
{
    /// <exception cref="ProgramMissingException">There is no such program here.</exception>
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
        catch (Win32Exception)
        {
            throw new ProgramMissingException($"{program} is not installed here.");
        }
    }
}

internal sealed class ProgramMissingException(string message) : Exception(message);
