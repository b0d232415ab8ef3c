using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Histories;

internal enum StepKind
{
    // The user of the cache.
    Write,
    Delete,
    MakeDirectory,
    Move,

    // Other users of the share.
    ShareWrite,
    ShareWriteUnseen,
    ShareDelete,
    ShareMakeDirectory,
    ShareMove,
    ShareTouch,
    ShareReadOnly,

    // Operations.
    Sync,
    SyncOneWay,
    Offline,
    Online,
    Pin,
    Unpin,
    DeleteItems,
    Restart,

    // What goes wrong.
    CrashInSync,
    PowerCutInSync,
    FaultInSync,
    AdversaryInSync,
    CrashInWrite,
    FaultInWrite,
    AdversaryInWrite,
    TimePasses,
    Remount,
    ShareLost,
}

/// <summary>One step of a history, packed into a number so that a random array of numbers is a history and a shorter one a simpler history.</summary>
internal readonly record struct Step(int Code)
{
    private static readonly StepKind[] Kinds =
    [
        StepKind.Write, StepKind.Write, StepKind.Write, StepKind.Write, StepKind.Delete, StepKind.Delete, StepKind.MakeDirectory, StepKind.Move,
        StepKind.ShareWrite, StepKind.ShareWrite, StepKind.ShareWrite, StepKind.ShareWriteUnseen, StepKind.ShareDelete, StepKind.ShareDelete,
        StepKind.ShareMakeDirectory, StepKind.ShareMove, StepKind.ShareTouch, StepKind.ShareReadOnly,
        StepKind.Sync, StepKind.Sync, StepKind.Sync, StepKind.SyncOneWay, StepKind.Offline, StepKind.Offline, StepKind.Offline, StepKind.Online,
        StepKind.Pin, StepKind.Unpin, StepKind.DeleteItems, StepKind.Restart,
        StepKind.CrashInSync, StepKind.CrashInSync, StepKind.PowerCutInSync, StepKind.FaultInSync, StepKind.FaultInSync, StepKind.AdversaryInSync,
        StepKind.AdversaryInSync, StepKind.AdversaryInSync, StepKind.CrashInWrite, StepKind.FaultInWrite, StepKind.AdversaryInWrite,
        StepKind.TimePasses, StepKind.TimePasses, StepKind.Remount, StepKind.ShareLost,
    ];

    // Twins of case and of Unicode among them.
    private static readonly string[] Paths =
        ["a", "b", "A", "d", "d/a", "d/b", "d/e", "d/e/a", "n", "caf\u00e9", "cafe\u0301", "d/e/b", "a/x", "n/a"];

    private static readonly MemoryFault[] Faults =
    [
        MemoryFault.InputOutput, MemoryFault.NoSpace, MemoryFault.Denied, MemoryFault.NotConnected, MemoryFault.Hang,
        MemoryFault.InputOutput with { IsDone = true },
    ];

    public StepKind Kind => Kinds[(Code & 0xff) % Kinds.Length];

    public string Path => Paths[((Code >> 8) & 15) % Paths.Length];

    public string Target => Paths[((Code >> 12) & 15) % Paths.Length];

    /// <summary>At which call something goes wrong.</summary>
    public int Call => 1 + ((Code >> 16) & 127);

    /// <summary>How many calls in a row.</summary>
    public int CallCount => ((Code >> 23) & 3) == 0 ? 1000 : 1;

    public MemoryFault Fault => Faults[((Code >> 12) & 15) % Faults.Length];

    /// <summary>Which of a few, of whatever a step can choose.</summary>
    public int Choice => (Code >> 25) & 7;

    public override string ToString() => Kind switch
    {
        StepKind.Move or StepKind.ShareMove => $"{Kind} {Path} to {Target}",
        StepKind.Sync or StepKind.Offline or StepKind.Online or StepKind.Restart or StepKind.Remount or StepKind.TimePasses => Kind.ToString(),
        StepKind.CrashInSync or StepKind.PowerCutInSync => $"{Kind} at call {Call}",
        StepKind.CrashInWrite or StepKind.AdversaryInWrite => $"{Kind} {Path} at call {Call}",
        StepKind.FaultInSync => $"{Kind} {Fault} at call {Call}, {CallCount} times",
        StepKind.FaultInWrite => $"{Kind} {Path} {Fault} at call {Call}, {CallCount} times",
        StepKind.AdversaryInSync => $"{Kind} {Path} or {Target} ({Choice}) at call {Call}",
        _ => $"{Kind} {Path}",
    };
}
