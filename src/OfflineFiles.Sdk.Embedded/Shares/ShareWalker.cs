using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Goes from the root of a share to a directory, one component at a time, never through a link or onto another mount.</summary>
internal sealed class ShareWalker(UncPath share, string directory, FileSystem fileSystem, bool usesMarker = true)
{
    private volatile ShareIdentity? _pinned;

    /// <summary>Where walks go on that read.</summary>
    public ShareTrail Trail { get; } = new();

    /// <summary>What stands behind the share, for messages.</summary>
    public string Display => directory;

    /// <summary>How hints compare.</summary>
    public ShareTraits Traits { get; set; } = new();

    /// <summary>Opens the root, looks at it, and remembers it as the one all later calls must find.</summary>
    /// <param name="make">Makes the marker where one is wanted; null only looks.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The identity, and the names at the root.</returns>
    public (ShareIdentity Identity, IReadOnlyList<DirectoryName> Names) Pin(Func<DirectoryHandle, string?>? make, CancellationToken cancellationToken)
    {
        using var root = Open();
        try
        {
            var names = root.ListNames(cancellationToken);
            var identity = Identify(root, make);
            _pinned = identity;
            return (identity, names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"its root '{directory}' cannot be read", e);
        }
    }

    /// <exception cref="ShareUnavailableException">The root cannot be opened, or is another than the pinned one.</exception>
    public DirectoryHandle OpenRoot()
    {
        var root = Open();
        try
        {
            EnsurePinned(root);
            return root;
        }
        catch (Exception e)
        {
            root.Dispose();
            if (e is DurableIoException failure) throw Unavailable(ReasonOf(failure.Fault), e);
            throw;
        }
    }

    /// <summary>The parent of an item and what stands there under its name.</summary>
    /// <exception cref="DurableIoException">The parent is not there (<see cref="DurableIoFault.NotFound"/>) or cannot be reached.</exception>
    /// <exception cref="PathOutsideShareException">The way leads through a link or a mount point, or the item is the root itself.</exception>
    public ShareLocation Locate(SharePath path, CancellationToken cancellationToken, bool mayResume = false)
    {
        if (path.IsRoot) throw new PathOutsideShareException("", share.ToString(), "that is the share root, which is no item of its own share");
        var parent = OpenDirectory(path.Parent, cancellationToken, out var device, mayResume);
        try
        {
            var stored = ShareNames.FindStored(parent, path.Name, path, cancellationToken, out var exact);
            var status = stored == path.Name && exact is not null ? exact : stored is null ? null : parent.TryStatus(stored);
            return new ShareLocation(path, parent, stored ?? path.Name, status, device, Traits);
        }
        catch
        {
            parent.Dispose();
            throw;
        }
    }

    /// <param name="path">The directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <param name="device">The device of the root.</param>
    /// <param name="mayResume">Whether to go on from where an earlier call came by, see <see cref="ShareTrail"/>.</param>
    public DirectoryHandle OpenDirectory(SharePath path, CancellationToken cancellationToken, out ulong device, bool mayResume = false)
    {
        var place = mayResume ? Trail.TryResume(path) : null;
        var current = place?.Directory ?? OpenRoot();
        var isNew = false;
        try
        {
            device = place?.Device ?? current.Status().Device;
            for (var depth = place?.Depth ?? 0; depth < path.Depth; depth++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var next = OpenChild(current, path.Take(depth + 1), path, cancellationToken);
                if (isNew && mayResume && current.IsInNobodysWay) Trail.Leave(path.Take(depth), current, device);
                else current.Dispose();
                (current, isNew) = (next, true);
                if (ShareEntries.IsMountPoint(current.Status(), device)) throw Outside(path, $"'{path.Take(depth + 1)}' is a mount point");
            }

            if (isNew && mayResume && current.IsInNobodysWay) Trail.Leave(path, current.Reopen(), device);
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

    /// <summary>The error, or that the whole share is lost if its root does not answer either.</summary>
    public Exception Explain(Exception error)
    {
        if (error is not DurableIoException { Fault: DurableIoFault.Unreachable or DurableIoFault.NotFound }) return error;
        try
        {
            using var root = OpenRoot();
            // Opening may be answered from memory.
            _ = root.ListNames(CancellationToken.None);
            return error;
        }
        catch (ShareUnavailableException lost)
        {
            return lost;
        }
        catch (DurableIoException e)
        {
            return Unavailable(ReasonOf(e.Fault), e);
        }
    }

    private DirectoryHandle Open()
    {
        try
        {
            return fileSystem.OpenRoot(directory);
        }
        catch (DurableIoException e)
        {
            throw Unavailable(ReasonOf(e.Fault), e);
        }
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

    private ShareIdentity Identify(DirectoryHandle root, Func<DirectoryHandle, string?>? make)
    {
        var status = root.Status();
        var id = root.FileSystemId();
        var birth = BirthOf(status);
        var marker = id is null && birth is null && usesMarker ? make?.Invoke(root) ?? ShareMarker.Read(root) : null;
        return new ShareIdentity(status.Device, status.FileId, root.FileSystemName(), id, birth, marker);
    }

    // On Linux nothing sets it but the making. Elsewhere a copy or a user may.
    private static Int128? BirthOf(in FileStatus status) => OperatingSystem.IsLinux() ? status.Created : null;

    private void EnsurePinned(DirectoryHandle root)
    {
        if (_pinned is not { } pinned) return;
        var status = root.Status();
        var isSame = status.Device == pinned.Device && status.FileId == pinned.FileId && BirthOf(status) == pinned.Birth;
        // Another root may be mounted under the numbers of this one, and this one again under others.
        if (isSame ? pinned.Marker is null || root.TryStatus(TemporaryName.RootMarker) is not null : IsMountedAnew(root, pinned)) return;
        throw Unavailable($"another directory stands at '{directory}' than when the share was checked", null);
    }

    private bool IsMountedAnew(DirectoryHandle root, ShareIdentity pinned)
    {
        var found = Identify(root, make: null);
        if (!pinned.IsStrong || found.Key != pinned.Key) return false;
        _pinned = found;
        return true;
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
