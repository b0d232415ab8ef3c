using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Renames to a name that must be free: in one call where the system has one, else in steps, each recorded before it is taken. A version that comes under
/// the name meanwhile refuses.
/// </summary>
/// <remarks>
/// Without such a call, and without hard links, an empty file of ours takes the name, and the rename goes over it after one more look. What somebody writes
/// into that very file between the look and the rename, two calls that follow one another, no file system of that kind can keep.
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
        if (source.Type == FileType.Directory) await MoveOverOwnDirectoryAsync(from, name, to, newName, detail).ConfigureAwait(true);
        else if (from.TryLink(name, to, newName)) from.Unlink(name);
        else await MoveOverReservationAsync(from, name, to, newName, detail).ConfigureAwait(true);
    }

    private async Task MoveOverOwnDirectoryAsync(DirectoryHandle from, string name, DirectoryHandle to, string newName, StepDetail detail)
    {
        to.CreateDirectory(newName);
        try
        {
            await RecordAsync(ShareStep.Reserved, detail with { FileId = to.TryStatus(newName)?.FileId }).ConfigureAwait(true);
        }
        catch (DurableIoException)
        {
            to.Rmdir(newName);
            throw;
        }

        RenameFallback.RenameOverOwnDirectory(from, name, to, newName);
    }

    private async Task MoveOverReservationAsync(DirectoryHandle from, string name, DirectoryHandle to, string newName, StepDetail detail)
    {
        var reserved = RenameFallback.Reserve(to, newName);
        try
        {
            await RecordAsync(ShareStep.Reserved, Of(detail, reserved)).ConfigureAwait(true);
            RenameFallback.RenameOver(from, name, to, newName, reserved);
        }
        catch (DurableIoException)
        {
            // It may have been done although an error came back.
            if (from.TryStatus(name) is not null) RenameFallback.Release(to, newName, reserved);
            throw;
        }
    }

    private static StepDetail Of(StepDetail detail, in ReservedName reserved) =>
        detail with { FileId = reserved.HasStableId ? reserved.Status.FileId : null, Modified = reserved.Status.Modified };

    private Task RecordAsync(ShareStep step, StepDetail detail) => operation.RecordAsync(step, detail.ToString(), CancellationToken.None);

    private static DurableIoException Taken(DirectoryHandle directory, string name) => new(
        "Rename without replacing", $"{directory.Path}/{name}", DurableIoFault.AlreadyExists, 0, "the name is taken", 0);
}
