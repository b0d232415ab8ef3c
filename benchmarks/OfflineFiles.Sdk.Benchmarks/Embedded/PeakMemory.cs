using System.Diagnostics;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>How much memory the process takes at most, from here on, beyond what it has. On Linux; elsewhere the most since it began is all that is known.</summary>
internal sealed class PeakMemory
{
    private readonly long _before;

    public PeakMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // Lets the system begin the peak anew.
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
        using var process = Process.GetCurrentProcess();
        _before = process.WorkingSet64;
    }

    public long Grown()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Max(0, process.PeakWorkingSet64 - _before);
    }
}
