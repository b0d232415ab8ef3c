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

    /// <summary>Whether it may stay open for a moment without keeping anybody from renaming the directory.</summary>
    public virtual bool IsInNobodysWay => false;

    /// <summary>Another handle to the same directory, for one that <see cref="IsInNobodysWay"/>.</summary>
    public virtual DirectoryHandle Reopen() => throw new NotSupportedException("A directory that is in somebody's way is not opened twice.");

    public abstract FileStatus Status();

    /// <summary>The entry itself, links not followed; null if the directory answered that it has none of that name.</summary>
    public abstract FileStatus? TryStatus(string name);

    /// <summary>All names but <c>.</c> and <c>..</c>, or an error.</summary>
    public abstract IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken);

    /// <summary>The name of the file system, for telling one from another.</summary>
    public abstract string FileSystemName();

    /// <summary>
    /// The identity that the file system was given when it was made, another one for each part of it that can be mounted alone; null if it has none or
    /// the system does not tell it.
    /// </summary>
    public virtual string? FileSystemId() => null;

    public abstract OpenFile OpenRead(string name);

    /// <summary>Opens a file or directory so that its metadata can be set and made durable.</summary>
    public abstract OpenFile OpenForMetadata(string name);

    /// <summary>Creates a file that must not exist, for writing. Nobody but us can open it before <see cref="GiveAccess"/>.</summary>
    public abstract OpenFile CreateFile(string name);

    /// <summary>The same for a file that is to replace another one; where a file needs its final access as it is made, it gets that one's.</summary>
    public virtual OpenFile CreateFile(string name, string? predecessor) => CreateFile(name);

    /// <summary>
    /// Gives a file that was created here what its predecessor has beside bytes, times and attributes (owner, group, permissions, extended
    /// attributes), as far as the system lets us, and never more to anybody than that one gave; without a predecessor, what a new file gets here.
    /// </summary>
    public abstract void GiveAccess(OpenFile file, string? predecessor);

    /// <summary>
    /// Asks, before anything is written, for the rights to put a file under a name: those to the directory, see <see cref="RequireRemovable"/>, and if
    /// a file has the name the right to write that one. Who may write a directory could otherwise take over the files in it.
    /// </summary>
    /// <remarks>A file of our own passes that we may read and nobody may write: it is read-only, which is an attribute of it and no matter of rights.</remarks>
    /// <exception cref="DurableIoException">We may not (<see cref="DurableIoFault.AccessDenied"/>, <see cref="DurableIoFault.ReadOnlyFileSystem"/>).</exception>
    public virtual void RequireWritable(string name)
    {
    }

    /// <summary>
    /// Asks for the rights to make, rename and remove names in the directory, and this one in particular: of a directory with the sticky bit only
    /// its owner and the entry's may, and of what is immutable nobody.
    /// </summary>
    /// <exception cref="DurableIoException">We may not (<see cref="DurableIoFault.AccessDenied"/>, <see cref="DurableIoFault.ReadOnlyFileSystem"/>).</exception>
    public virtual void RequireRemovable(string name)
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
