using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Brings one path to a whole version after a write or deletion was cut off or failed. Every step leaves a state that it can start from again, and no
/// version that nobody planned for is dropped.
/// </summary>
internal sealed class ShareRecoverer
{
    // More than anybody has of one file: a share that takes none of them says something else than "taken".
    private const int MostBeside = 1000;

    private readonly ShareLocation _location;
    private readonly MarkedNames _names;
    private readonly UnfinishedChange _change;
    private readonly StepDetail _detail;
    private readonly KnownVersion? _expected;
    private readonly FreeName _freeName;

    public ShareRecoverer(ShareLocation location, MarkedNames names, UnfinishedChange change, IShareOperation operation)
    {
        _location = location;
        _names = names;
        _change = change;
        _detail = StepDetail.Parse(change.Detail);
        var sha256 = change.ExpectedSha256 ?? _detail.AsideSha256;
        _expected = change.Expected is { } hint ? new KnownVersion(location, hint, sha256) : null;
        _freeName = new FreeName(operation, location.Traits, sha256);
    }

    private DirectoryHandle Parent => _location.Parent;

    private string Name => _location.Name;

    public async Task<ShareRecovery> RecoverAsync()
    {
        var result = ShareRecovery.NothingLeft;
        var reserved = _detail.Name ?? Name;
        // What it makes room for goes last: without it nobody could tell a reservation from an empty directory of somebody's.
        if (IsReservation(reserved) && Parent.TryRmdir(reserved)) result = ShareRecovery.Cleaned;

        if (Exists(_names.Taken)) result = await RemoveTakenAsync().ConfigureAwait(true);
        if (Exists(_names.Aside)) result = await RecoverAsideAsync().ConfigureAwait(true);

        // Under this name stands nothing but our own, perhaps unfinished, new version. Until it goes it tells that it was never put in place.
        if (Exists(_names.Written))
        {
            Parent.Unlink(_names.Written);
            if (result == ShareRecovery.NothingLeft) result = ShareRecovery.Cleaned;
        }

        if (result != ShareRecovery.NothingLeft) Parent.Fsync();
        return result;
    }

    private async Task<ShareRecovery> RecoverAsideAsync()
    {
        var isFree = !Exists(Name);
        // A deletion that got as far as this is completed; a replacement whose new version never arrived is undone, whoever took the name meanwhile.
        if (_expected is not null && _expected.IsAt(_names.Aside))
            return _change.NewSha256 is null || !isFree && (!Exists(_names.Written) || IsNew(Name) || _expected.IsAt(Name)) ? DropAside()
                : isFree ? await PutBackAsync(_names.Aside, Name).ConfigureAwait(true)
                : await KeepBesideAsync(_names.Aside).ConfigureAwait(true);
        // The new version, whole, before it was exchanged or after it was taken back.
        if (IsNew(_names.Aside) && !(isFree && _change.Step is not null)) return DropAside();
        // A version nobody expected: it was in the way when the two changed places.
        if (isFree) return await PutBackAsync(_names.Aside, Name).ConfigureAwait(true);
        return IsNew(Name) ? await ChangeBackAsync().ConfigureAwait(true) : await KeepBesideAsync(_names.Aside).ConfigureAwait(true);
    }

    private async Task<ShareRecovery> ChangeBackAsync()
    {
        if (_location.Traits.UsesRenameFlags && Parent.TryExchange(_names.Aside, Name))
        {
            if (!IsNew(_names.Aside)) return await KeepBesideAsync(_names.Aside).ConfigureAwait(true);
            RemoveAside();
            return ShareRecovery.PutBack;
        }

        Parent.RenameToOwn(Name, _names.Taken, _location.Traits);
        var result = await PutBackAsync(_names.Aside, Name).ConfigureAwait(true);
        await RemoveTakenAsync().ConfigureAwait(true);
        return result;
    }

    private ShareRecovery DropAside()
    {
        RemoveAside();
        return ShareRecovery.Cleaned;
    }

    /// <summary>When what took its place is on the disk.</summary>
    private void RemoveAside()
    {
        Parent.Fsync();
        Parent.Unlink(_names.Aside);
    }

    /// <summary>What was taken from a name because it was ours; it may have become somebody's in between.</summary>
    private async Task<ShareRecovery> RemoveTakenAsync()
    {
        if (!IsNew(_names.Taken)) return await PutBackAsync(_names.Taken, Name).ConfigureAwait(true);
        Parent.Unlink(_names.Taken);
        return ShareRecovery.Cleaned;
    }

    private async Task<ShareRecovery> PutBackAsync(string marked, string name)
    {
        try
        {
            await _freeName.TakeAsync(Parent, marked, Parent, name).ConfigureAwait(true);
            return ShareRecovery.PutBack;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            return await KeepBesideAsync(marked).ConfigureAwait(true);
        }
    }

    /// <summary>The name is taken by a version just as good: this one gets a name that people can see.</summary>
    private async Task<ShareRecovery> KeepBesideAsync(string marked)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                await _freeName.TakeAsync(Parent, marked, Parent, RecoveredName.Make(Name, number)).ConfigureAwait(true);
                return ShareRecovery.KeptBeside;
            }
            catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists && number < MostBeside)
            {
                // That number is taken.
            }
        }
    }

    /// <summary>
    /// A directory that took the name, and nothing else came of it. One that is being made when the record ends has no number there yet: whether it is
    /// ours or was made by somebody in that very moment, it goes only if it is empty.
    /// </summary>
    private bool IsReservation(string name) =>
        _change.Step is ShareStep.Reserving or ShareStep.Reserved
        && (Exists(_names.Written) || Exists(_names.Aside) || Exists(_names.Taken))
        && Parent.TryStatus(name) is { } found
        && _detail.IsReservation(found, _location.Traits.IdsAreStable);

    private bool Exists(string name) => Parent.TryStatus(name) is not null;

    /// <summary>Whether the bytes under a name are those the operation was to write.</summary>
    private bool IsNew(string name) => _change.NewSha256 is { } hash && ShareBytes.Are(Parent, name, hash);
}
