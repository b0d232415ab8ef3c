using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Goes from the root of a share to a directory, one component at a time, never through a link or onto another mount.</summary>
internal sealed class ShareWalker(UncPath share, string directory, FileSystem fileSystem)
{
    /// <summary>How hints compare.</summary>
    public ShareTraits Traits { get; set; } = ShareTraits.Trusted;

    private ShareIdentity? _pinned;

    /// <summary>Opens the root, looks at it, and remembers it as the one all later calls must find.</summary>
    public ShareIdentity Pin(CancellationToken cancellationToken)
    {
        _pinned = null;
        using var root = OpenRoot();
        try
        {
            _ = root.ListNames(cancellationToken);
            var status = root.Status();
            var identity = new ShareIdentity(
                status.Device, status.FileId, root.FileSystemName(), FormattableString.Invariant($"weak:{root.FileSystemName()}:{status.FileId:x}"));
            _pinned = identity;
            return identity;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"its root '{directory}' cannot be read", e);
        }
    }

    /// <exception cref="ShareUnavailableException">The root cannot be opened, or is another than the pinned one.</exception>
    public DirectoryHandle OpenRoot()
    {
        DirectoryHandle root;
        try
        {
            root = fileSystem.OpenRoot(directory);
        }
        catch (DurableIoException e)
        {
            throw Unavailable(ReasonOf(e.Fault), e);
        }

        try
        {
            EnsurePinned(root);
            return root;
        }
        catch
        {
            root.Dispose();
            throw;
        }
    }

    /// <summary>The parent of an item and what stands there under its name.</summary>
    /// <exception cref="DurableIoException">The parent is not there (<see cref="DurableIoFault.NotFound"/>) or cannot be reached.</exception>
    /// <exception cref="PathOutsideShareException">The way leads through a link or a mount point, or the item is the root itself.</exception>
    public ShareLocation Locate(SharePath path, CancellationToken cancellationToken)
    {
        if (path.IsRoot) throw new PathOutsideShareException("", share.ToString(), "that is the share root, which is no item of its own share");
        var parent = OpenDirectory(path.Parent, cancellationToken, out var device);
        try
        {
            var stored = ShareNames.FindStored(parent, path.Name, path, cancellationToken);
            var status = stored is null ? null : parent.TryStatus(stored);
            return new ShareLocation(path, parent, stored ?? path.Name, status, device, Traits);
        }
        catch
        {
            parent.Dispose();
            throw;
        }
    }

    public DirectoryHandle OpenDirectory(SharePath path, CancellationToken cancellationToken, out ulong device)
    {
        var current = OpenRoot();
        try
        {
            device = current.Status().Device;
            var walked = SharePath.Root;
            foreach (var component in path.Components)
            {
                cancellationToken.ThrowIfCancellationRequested();
                walked = walked.Append(component);
                var next = OpenChild(current, walked, path, cancellationToken);
                current.Dispose();
                current = next;
                if (ShareEntries.IsMountPoint(current.Status(), device)) throw Outside(path, $"'{walked}' is a mount point");
            }

            return current;
        }
        catch
        {
            current.Dispose();
            throw;
        }
    }

    /// <summary>After an answer that says "absent": the root must still be the one that was asked.</summary>
    public void EnsureStillThere()
    {
        using var root = OpenRoot();
    }

    private static DirectoryHandle OpenChild(DirectoryHandle parent, SharePath walked, SharePath path, CancellationToken cancellationToken)
    {
        var stored = ShareNames.FindStored(parent, walked.Name, walked, cancellationToken)
            ?? throw DurableIoException.NotFound("Open directory", $"{parent.Path}/{walked.Name}");
        try
        {
            return parent.OpenDirectory(stored);
        }
        catch (DurableIoException e) when (e.Fault == DurableIoFault.Link)
        {
            throw Outside(path, $"'{walked}' is a link");
        }
        // It was there a moment ago. Only a listing may say that something is absent.
        catch (DurableIoException e) when (e.Fault == DurableIoFault.NotFound)
        {
            throw new DurableIoException(e.Operation, e.Path, DurableIoFault.InUse, e.NativeError, "it went away while it was opened", e.HResult);
        }
    }

    private static PathOutsideShareException Outside(SharePath path, string reason) => new(path.ToString(), "the share root", reason);

    private void EnsurePinned(DirectoryHandle root)
    {
        if (_pinned is not { } pinned) return;
        var status = root.Status();
        if (status.Device != pinned.Device || status.FileId != pinned.FileId)
            throw Unavailable($"another directory stands at '{directory}' than when the share was checked", null);
    }

    private string ReasonOf(DurableIoFault fault) => fault switch
    {
        DurableIoFault.NotFound => $"its root '{directory}' is missing",
        DurableIoFault.NotADirectory => $"its root '{directory}' is no directory",
        DurableIoFault.AccessDenied => $"access to its root '{directory}' is denied",
        DurableIoFault.Unreachable => $"the server or device behind '{directory}' does not answer",
        _ => $"its root '{directory}' cannot be opened",
    };

    private ShareUnavailableException Unavailable(string reason, Exception? cause) => new(share, reason, cause);
}
