using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

internal enum MemoryOperation
{
    OpenRoot,
    OpenDirectory,
    Status,
    TryStatus,
    List,
    OpenRead,
    OpenForMetadata,
    Read,

    // From here on: what changes something.
    Create,
    Write,
    SetMetadata,
    GiveAccess,
    RequireWritable,
    Fsync,
    FsyncDirectory,
    RenameNoReplace,
    Link,
    RenameReplace,
    Exchange,
    Unlink,
    Rmdir,
    CreateDirectory,
}

/// <summary>One call of the engine to the file system, before it is carried out.</summary>
/// <param name="Number">Counted from 1 since the counter was reset.</param>
/// <param name="Operation">What is asked for.</param>
/// <param name="Path">Of what, below the root.</param>
/// <param name="Nth">How often this was asked of this path, this time included: the same in each run, whatever runs beside it.</param>
internal readonly record struct MemoryCall(int Number, MemoryOperation Operation, string Path, int Nth)
{
    public bool IsChange => Operation >= MemoryOperation.Create;

    /// <summary>Whether it changes a user's name or bytes, not only something of the engine's own.</summary>
    public bool IsOfUsers => IsChange && Operation is not (MemoryOperation.Fsync or MemoryOperation.FsyncDirectory or MemoryOperation.RequireWritable)
        && !Path.Contains(".~of", StringComparison.Ordinal);

    public override string ToString() => $"{Number} {Operation} {Path}";
}

/// <summary>How a call fails.</summary>
/// <param name="Fault">What the file system says.</param>
/// <param name="Number">The number of the error, as Linux has it.</param>
/// <param name="IsDone">The call was carried out all the same, as when the answer of a server is lost.</param>
internal sealed record MemoryFault(DurableIoFault Fault, int Number, bool IsDone = false)
{
    public static MemoryFault InputOutput { get; } = new(DurableIoFault.Unreachable, 5);

    public static MemoryFault NoSpace { get; } = new(DurableIoFault.NoSpace, 28);

    public static MemoryFault Denied { get; } = new(DurableIoFault.AccessDenied, 13);

    public static MemoryFault NotConnected { get; } = new(DurableIoFault.Unreachable, 107);

    /// <summary>The server stops answering, until the engine's limit of time is over.</summary>
    public static MemoryFault Hang { get; } = new(DurableIoFault.Unreachable, 110);

    public DurableIoException ToException(in MemoryCall call) =>
        new(call.Operation.ToString(), call.Path, Fault, Number, $"{Fault} was made up", Number);
}
