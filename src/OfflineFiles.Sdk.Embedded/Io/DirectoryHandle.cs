namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// An open directory whose entries are reached by name, one component at a time, never through a link: what cannot be swapped
/// underneath cannot lead outside. Failures are <see cref="DurableIoException"/>.
/// </summary>
internal abstract class DirectoryHandle(string path) : IDisposable
{
    /// <summary>For messages; calls go through the handle.</summary>
    public string Path => path;

    /// <summary>Opens a child; a link is refused with <see cref="DurableIoFault.Link"/>.</summary>
    public abstract DirectoryHandle OpenDirectory(string name);

    public abstract FileStatus Status();

    /// <summary>The entry itself, links not followed; null if the directory answered that it has none of that name.</summary>
    public abstract FileStatus? TryStatus(string name);

    /// <summary>All names but <c>.</c> and <c>..</c>, or an error.</summary>
    public abstract IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken);

    /// <summary>The name of the file system, for telling one from another.</summary>
    public abstract string FileSystemName();

    /// <summary>The identity that the file system was given when it was made; null if it has none or the system does not tell it.</summary>
    public virtual string? FileSystemId() => null;

    public abstract OpenFile OpenRead(string name);

    /// <summary>Opens a file or directory so that its metadata can be set and made durable.</summary>
    public abstract OpenFile OpenForMetadata(string name);

    /// <summary>Creates a file that must not exist, for writing. Nobody but us can open it before <see cref="GiveAccess"/>.</summary>
    public abstract OpenFile CreateFile(string name);

    /// <summary>
    /// Gives a file that was created here what its predecessor has beside bytes, times and attributes (owner, group, permissions, extended
    /// attributes), as far as the system lets us, and never more to anybody than that one gave; without a predecessor, what a new file gets here.
    /// </summary>
    public abstract void GiveAccess(OpenFile file, string? predecessor);

    /// <summary>Asks for the right to replace or remove an entry, as somebody would need it who writes or removes it in its place.</summary>
    /// <param name="name">The name of the entry.</param>
    /// <param name="mayBeReadOnly">Whether an entry of our own passes that is read-only and nothing else: we could make it writable.</param>
    /// <exception cref="DurableIoException">We may not (<see cref="DurableIoFault.AccessDenied"/>, <see cref="DurableIoFault.ReadOnlyFileSystem"/>).</exception>
    public virtual void RequireWritable(string name, bool mayBeReadOnly = false)
    {
    }

    /// <summary>Renames; refuses when the new name exists (<see cref="DurableIoFault.AlreadyExists"/>), also when it appears meanwhile.</summary>
    public void RenameNoReplace(string name, DirectoryHandle target, string newName)
    {
        if (!TryRenameNoReplace(name, target, newName)) RenameFallback.RenameNoReplace(this, name, target, newName);
    }

    /// <summary>The same as one call of the system; false when it has none for that, and nothing was done.</summary>
    public abstract bool TryRenameNoReplace(string name, DirectoryHandle target, string newName);

    /// <summary>Gives a file a second name that must be free; false when the system has no such names, and nothing was done.</summary>
    public abstract bool TryLink(string name, DirectoryHandle target, string newName);

    public abstract void RenameReplace(string name, DirectoryHandle target, string newName);

    /// <summary>False when the system cannot exchange, and nothing was done.</summary>
    public abstract bool TryExchange(string first, string second);

    /// <summary>Puts a file in the place of another and that one under a third, free name, as one call; false when it cannot, and nothing was done.</summary>
    public abstract bool TryReplaceSettingAside(string name, string target, string aside);

    public abstract void Unlink(string name);

    public abstract void Rmdir(string name);

    public abstract void CreateDirectory(string name);

    /// <summary>Makes renames, creations and removals in this directory durable.</summary>
    public abstract void Fsync();

    public abstract void Dispose();

    protected string PathOf(string name) => System.IO.Path.Join(Path, name);
}

/// <summary>A name as a directory lists it. One whose bytes are no text cannot be used to reach the entry.</summary>
internal readonly record struct DirectoryName(string Text, bool IsText = true);
