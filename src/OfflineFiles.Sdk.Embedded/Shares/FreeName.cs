using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Renames to a name that must be free: in one call where the system has one, else in steps, each recorded before it is taken. A version that comes under
/// the name meanwhile refuses.
/// </summary>
/// <remarks>
/// Without such a call, and without hard links, an empty directory of ours takes the name. A file takes no directory's place: the directory goes, if it
/// is still empty, and the rename follows. What somebody puts under the name between those two calls no file system of that kind can keep.
/// </remarks>
internal sealed class FreeName(IShareOperation operation, ShareTraits traits, byte[]? asideSha256)
{
    /// <exception cref="DurableIoException">The name is taken (<see cref="DurableIoFault.AlreadyExists"/>): nothing was done.</exception>
    public async Task TakeAsync(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        if (traits.UsesRenameFlags && from.TryRenameNoReplace(name, to, newName)) return;
        var source = from.TryStatus(name) ?? throw DurableIoException.NotFound("Rename without replacing", $"{from.Path}/{name}");
        if (to.TryStatus(newName) is not null) throw Taken(to, newName);
        var detail = new StepDetail(asideSha256, newName);
        await RecordAsync(ShareStep.Reserving, detail).ConfigureAwait(true);
        if (source.Type == FileType.Directory || !from.TryLink(name, to, newName))
        {
            await MoveOverReservationAsync(from, name, to, newName, source.Type, detail).ConfigureAwait(true);
            return;
        }

        // One of the two names is on the disk at any moment.
        to.Fsync();
        from.Unlink(name);
    }

    private async Task MoveOverReservationAsync(
        DirectoryHandle from, string name, DirectoryHandle to, string newName, FileType type, StepDetail detail)
    {
        to.CreateDirectory(newName);
        // A number that does not last helps nobody to recognise it, and the name is kept no longer than it must be.
        if (traits.IdsAreStable) await RecordReservedAsync(to, newName, detail).ConfigureAwait(true);
        RenameFallback.RenameOverReservation(from, name, to, newName, type);
    }

    private async Task RecordReservedAsync(DirectoryHandle directory, string name, StepDetail detail)
    {
        try
        {
            await RecordAsync(ShareStep.Reserved, detail with { FileId = directory.TryStatus(name)?.FileId }).ConfigureAwait(true);
        }
        catch (DurableIoException)
        {
            directory.Rmdir(name);
            throw;
        }
    }

    private Task RecordAsync(ShareStep step, StepDetail detail) => operation.RecordAsync(step, detail.ToString(), CancellationToken.None);

    private static DurableIoException Taken(DirectoryHandle directory, string name) => new(
        "Rename without replacing", $"{directory.Path}/{name}", DurableIoFault.AlreadyExists, 0, "the name is taken", 0);
}
