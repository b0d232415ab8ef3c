using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Puts a finished version in place if, and only if, what stands there is the expected one, or takes that one away. The last look and the rename are two
/// calls: what came in between comes out under the marked name and is recognised there. Whatever fails is put right by <see cref="ShareRecoverer"/>.
/// </summary>
internal sealed class ShareCommit(ShareLocation location, MarkedNames names, IShareOperation operation, bool mayExchange, Action<ShareStep>? onStep)
{
    private DirectoryHandle Parent => location.Parent;

    public async Task<ShareToken> CommitAsync(ShareToken written, byte[] sha256, ShareToken? expected)
    {
        location.Require(expected);
        var old = expected is { } hint ? KnownVersion.At(location, hint, operation.ExpectedSha256) : null;
        onStep?.Invoke(ShareStep.Checked);
        if (old is null) await PutInFreeAsync(null).ConfigureAwait(true);
        else await ReplaceAsync(old).ConfigureAwait(true);
        Parent.Fsync();
        // Where a rename changes what a look tells, or a look tells little, the bytes tell it.
        var traits = location.Traits;
        return location.TokenAt(location.Name) is { } token
            && (!traits.ReadingMovesTimes && traits.SameAcrossRename(token, written) || ShareBytes.Are(Parent, location.Name, sha256))
                ? token
                : throw new ShareConflictException(
                    location.Path, written, location.TokenAt(location.Name), "it was changed again as soon as it was written");
    }

    public async Task DeleteAsync(ShareToken expected)
    {
        location.Require(expected);
        if (expected.Kind != ShareEntryKind.File) throw location.Conflict(expected, expected);
        var old = KnownVersion.At(location, expected, operation.ExpectedSha256);
        onStep?.Invoke(ShareStep.Checked);
        if (IsOwnHash(old)) await RecordAsideAsync(old).ConfigureAwait(true);
        SetAside(old);
        RemoveAside(old);
        Parent.Fsync();
    }

    private async Task PutInFreeAsync(KnownVersion? old)
    {
        try
        {
            await new FreeName(operation, location.Traits, old?.Sha256).TakeAsync(Parent, names.Written, Parent, location.Name).ConfigureAwait(true);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            throw location.Conflict(null, location.TokenAt(location.Name));
        }
    }

    private async Task ReplaceAsync(KnownVersion old)
    {
        if (IsOwnHash(old)) await RecordAsideAsync(old).ConfigureAwait(true);
        if (!TryExchange(old.Hint) && !Parent.TryReplaceSettingAside(names.Written, location.Name, names.Aside))
        {
            if (!IsOwnHash(old)) await RecordAsideAsync(old).ConfigureAwait(true);
            SetAside(old);
            await PutInFreeAsync(old).ConfigureAwait(true);
        }

        onStep?.Invoke(ShareStep.Swapped);
        RemoveAside(old);
    }

    /// <summary>
    /// Exchanges under the name for versions aside: what stands under the name of the version being written is then always our own, perhaps unfinished,
    /// and what stands aside is always whole. Recovery lives by that.
    /// </summary>
    private bool TryExchange(ShareToken expected)
    {
        if (!mayExchange || !location.Traits.UsesRenameFlags) return false;
        if (!Parent.TryRenameNoReplace(names.Written, Parent, names.Aside)) return false;
        try
        {
            if (Parent.TryExchange(names.Aside, location.Name)) return true;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            throw location.Conflict(expected, location.TokenAt(location.Name));
        }

        Parent.RenameNoReplace(names.Aside, Parent, names.Written);
        return false;
    }

    private void SetAside(KnownVersion old)
    {
        try
        {
            Parent.RenameToOwn(location.Name, names.Aside, location.Traits);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            throw location.Conflict(old.Hint, null);
        }

        // Before ours is seen in its place.
        if (!old.LooksLike(names.Aside)) throw location.Conflict(old.Hint, location.TokenAt(names.Aside));
    }

    /// <summary>Somebody may still hold the old version open and write to it: its bytes are looked at as late as can be.</summary>
    private void RemoveAside(KnownVersion old)
    {
        Parent.Fsync();
        onStep?.Invoke(ShareStep.Committed);
        if (!old.IsAt(names.Aside)) throw location.Conflict(old.Hint, location.TokenAt(names.Aside));
        Parent.Unlink(names.Aside);
    }

    /// <summary>The journal has the hash of the baseline; one that was read here is known only here.</summary>
    private bool IsOwnHash(KnownVersion old) => old.Sha256 is not null && operation.ExpectedSha256 is null;

    private Task RecordAsideAsync(KnownVersion old) =>
        operation.RecordAsync(ShareStep.SettingAside, new StepDetail(old.Sha256).ToString(), CancellationToken.None);
}
