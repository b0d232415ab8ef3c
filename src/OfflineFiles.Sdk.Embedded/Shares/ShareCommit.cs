using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Puts a finished version in place if, and only if, what stands there is the expected one. The last look and the rename are two calls:
/// what came in between comes out of the exchange, is recognised, and goes back.
/// </summary>
internal sealed class ShareCommit(ShareLocation location, string temporary, string aside, bool mayExchange, Action<ShareStep>? onStep)
{
    private DirectoryHandle Parent => location.Parent;

    public ShareToken Commit(ShareToken written, ShareToken? expected)
    {
        location.Require(expected);
        onStep?.Invoke(ShareStep.Checked);
        if (expected is null) PutInFree(temporary);
        else Replace(written, expected.Value);
        Parent.Fsync();
        var found = location.TokenAt(location.Name);
        return found is { } token && location.SameAcrossRename(token, written)
            ? token
            : throw new ShareConflictException(location.Path, written, found, "it was changed again as soon as it was written");
    }

    private void PutInFree(string name)
    {
        try
        {
            Parent.RenameNoReplace(name, Parent, location.Name);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            throw location.Conflict(null, location.TokenAt(location.Name));
        }
    }

    private void Replace(ShareToken written, ShareToken expected)
    {
        var exchanged = TryExchange(expected);
        if (!exchanged && !Parent.TryReplaceSettingAside(temporary, location.Name, aside)) ReplaceInSteps(expected);
        onStep?.Invoke(ShareStep.Swapped);

        var found = location.TokenAt(aside);
        if (found is not { } token || !location.SameAcrossRename(token, expected))
        {
            if (exchanged) ExchangeBack();
            else MoveBack(written);
            Parent.Fsync();
            throw location.Conflict(expected, found);
        }

        Parent.Fsync();
        onStep?.Invoke(ShareStep.Committed);
        Parent.Unlink(aside);
    }

    /// <summary>
    /// Exchanges under the name for versions aside: what stands under the temporary name is then always our own, perhaps unfinished,
    /// and what stands aside is always whole. Recovery lives by that.
    /// </summary>
    private bool TryExchange(ShareToken expected)
    {
        if (!mayExchange) return false;
        Parent.RenameNoReplace(temporary, Parent, aside);
        try
        {
            if (Parent.TryExchange(aside, location.Name)) return true;
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            throw location.Conflict(expected, location.TokenAt(location.Name));
        }

        Parent.RenameNoReplace(aside, Parent, temporary);
        return false;
    }

    // Should somebody have been quicker twice, his version now stands aside: only what is our own is removed by the writer.
    private void ExchangeBack()
    {
        if (!Parent.TryExchange(aside, location.Name))
            throw new DurableIoException("Exchange", location.Path.ToString(), DurableIoFault.NotSupported, 0, "it worked once and then no more", 0);
    }

    private void MoveBack(ShareToken written)
    {
        if (location.TokenAt(location.Name) is { } token && location.SameAcrossRename(token, written))
            Parent.RenameNoReplace(location.Name, Parent, temporary);
        SetAsideBack();
    }

    private void ReplaceInSteps(ShareToken expected)
    {
        SetAside(expected);
        try
        {
            Parent.RenameNoReplace(temporary, Parent, location.Name);
        }
        catch (DurableIoException e)
        {
            if (e.Fault != DurableIoFault.AlreadyExists)
            {
                SetAsideBack();
                throw;
            }

            // A newer version was put in the gap. The one aside is the expected one, superseded on its own side.
            Parent.Unlink(aside);
            throw location.Conflict(expected, location.TokenAt(location.Name));
        }
    }

    /// <summary>Moves the target under the marked name; when it turns out to be another version, back.</summary>
    /// <exception cref="ShareConflictException">It was another version, or gone.</exception>
    public void SetAside(ShareToken expected)
    {
        try
        {
            Parent.RenameNoReplace(location.Name, Parent, aside);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            throw location.Conflict(expected, null);
        }

        var found = location.TokenAt(aside);
        if (found is { } token && location.SameAcrossRename(token, expected)) return;
        SetAsideBack();
        throw location.Conflict(expected, found);
    }

    /// <summary>When the name was taken meanwhile, the version stays aside: <see cref="ShareRecoverer"/> gives it a name of its own.</summary>
    private void SetAsideBack()
    {
        try
        {
            Parent.RenameNoReplace(aside, Parent, location.Name);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            throw new ShareConflictException(
                location.Path, null, location.TokenAt(location.Name), "two versions appeared at once; both are kept");
        }

        Parent.Fsync();
    }
}
