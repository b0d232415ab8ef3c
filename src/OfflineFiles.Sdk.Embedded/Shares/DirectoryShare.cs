using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A share that is a directory of this machine: a local one, or one mounted from a server.</summary>
/// <remarks>
/// The system's calls block, for a hung server as long as it hangs, and so do the calls to this share: they are made on the caller's thread.
/// <see cref="ShareGate"/> calls from threads that it can give up. No handle into the share outlives a call, but for those of a <see cref="ShareReading"/>.
/// </remarks>
internal sealed class DirectoryShare : IShare
{
    private readonly FileSystem _fileSystem;
    private readonly ShareWalker _walker;
    private readonly uint _instance;
    private readonly ConcurrentDictionary<string, bool> _inUse = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(SharePath Directory, uint Number), bool> _leftovers = new();
    private int _probes;

    /// <summary>The instance is the engine's own number: it marks the temporary files as its own.</summary>
    public DirectoryShare(UncPath root, string directory, uint instance, FileSystem? fileSystem = null, bool usesMarker = true)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Root = root;
        Display = Path.GetFullPath(directory);
        _instance = instance;
        _fileSystem = fileSystem ?? FileSystem.Real;
        _walker = new ShareWalker(root, Display, _fileSystem, usesMarker);
        MayExchange = _fileSystem.CanExchange;
    }

    public UncPath Root { get; }

    public string Display { get; }

    public FileAttributes SupportedAttributes => _fileSystem.SupportedAttributes;

    /// <summary>False makes it work as on a file system that cannot exchange two names.</summary>
    public bool MayExchange { get; init; }

    /// <summary>The clock for the waits of <see cref="ProbeAsync"/>, and for how long the way to a directory is remembered.</summary>
    public TimeProvider Time
    {
        get => _walker.Trail.Time;
        init => _walker.Trail.Time = value;
    }

    /// <summary>Called in the middle of changes, on the thread that makes them. For tests.</summary>
    public Action<ShareStep>? OnStep { get; set; }

    public ShareTraits Traits
    {
        get => _walker.Traits;
        set => _walker.Traits = value;
    }

    public Task<ShareTraits> ProbeAsync(CancellationToken cancellationToken) => CallAsync(async () =>
    {
        TemporaryName[] names = [NextProbe(), NextProbe(), NextProbe()];
        using var inUse = Use([.. names.Select(name => name.ToString()), names[0].Spelled(isComposed: true), names[0].Spelled(isComposed: false)]);
        return Traits = await new ShareProbe(_walker.OpenRoot, names, Time).RunAsync(MayExchange, cancellationToken).ConfigureAwait(true);
    });

    public Task<Int128?> ClockAsync(CancellationToken cancellationToken) => CallAsync(() =>
    {
        var name = NextProbe().ToString();
        using var inUse = Use(name);
        using var root = _walker.OpenRoot();
        return ShareClock.TryRead(root, name);
    });

    public Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken) => CallAsync(() => Pin(make: null, cancellationToken));

    public Task<ShareIdentity> EstablishAsync(CancellationToken cancellationToken) => CallAsync(() =>
    {
        var name = NextProbe().ToString();
        using var inUse = Use(name);
        return Pin(root => ShareMarker.Establish(root, name), cancellationToken);
    });

    public Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken) =>
        CallAsync(() => path.IsRoot ? StatRoot() : Stat(path, cancellationToken));

    public Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken) => CallAsync(() =>
    {
        var entries = Read(mayResume =>
        {
            using var handle = _walker.OpenDirectory(directory, cancellationToken, out var device, mayResume);
            return ShareLister.List(handle, device, cancellationToken, name => Meet(directory, name));
        })!;
        _walker.EnsureStillThere();
        return entries;
    });

    public Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken) => CallAsync<ShareReading>(
        () => Read(mayResume => DirectoryShareReading.Open(_walker.Locate(path, cancellationToken, mayResume), _walker))!);

    public Task<IReadOnlyList<Task<ShareReading>>> OpenReadAsync(IReadOnlyList<SharePath> paths, CancellationToken cancellationToken) =>
        ShareReading.OpenAllAsync(paths, path => OpenReadAsync(path, cancellationToken));

    public IAsyncDisposable BeginWalk() => new Walk(_walker.Trail.Begin());

    public Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, IShareOperation operation, CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            path.RefuseReserved(Root, "Write");
            using var location = _walker.Locate(path, cancellationToken);
            using var inUse = Use(operation.Number);
            return await Change(location, operation).WriteAsync(content, expected, metadata, cancellationToken).ConfigureAwait(true);
        });

    public Task DeleteFileAsync(SharePath path, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        using var location = _walker.Locate(path, cancellationToken);
        using var inUse = Use(operation.Number);
        cancellationToken.ThrowIfCancellationRequested();
        await Change(location, operation).DeleteAsync(expected).ConfigureAwait(true);
        return true;
    });

    public Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken)
    {
        return AtAsync(path, Create, cancellationToken);

        ShareToken Create(ShareLocation location)
        {
            path.RefuseReserved(Root, "Create directory");
            return ShareChanges.CreateDirectory(location, metadata);
        }
    }

    public Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken)
    {
        return AtAsync(path, Remove, cancellationToken);

        bool Remove(ShareLocation location)
        {
            ShareChanges.RemoveDirectory(location, expected, () => ShareLeftovers.Clear(location, _instance, _inUse.ContainsKey), OnStep);
            return true;
        }
    }

    public Task<ShareToken> MoveAsync(
        SharePath from, SharePath to, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        to.RefuseReserved(Root, "Move");
        using var source = _walker.Locate(from, cancellationToken);
        using var target = _walker.Locate(to, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return await new ShareMove(source, target, operation, OnStep).MoveAsync(expected).ConfigureAwait(true);
    });

    public Task<ShareToken> SetMetadataAsync(SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken) =>
        AtAsync(path, location => ShareChanges.SetMetadata(location, metadata, expected), cancellationToken);

    public Task<ShareRecovery> RecoverAsync(SharePath path, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken) =>
        CallAsync(async () =>
        {
            using var location = _walker.Locate(path, cancellationToken);
            return await new ShareRecoverer(location, Names(change.Number), change, operation).RecoverAsync().ConfigureAwait(true);
        });

    public Task<ShareRecovery> RecoverMoveAsync(
        SharePath from, SharePath to, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken) => CallAsync(() =>
    {
        using var source = _walker.Locate(from, cancellationToken);
        using var target = _walker.Locate(to, cancellationToken);
        return new ShareMove(source, target, operation, OnStep).Recover(change);
    });

    public IReadOnlyList<(SharePath Directory, uint Number)> TakeLeftovers()
    {
        var taken = _leftovers.Keys.ToList();
        foreach (var leftover in taken) _leftovers.TryRemove(leftover, out _);
        return taken;
    }

    public Task DiscardAsync(SharePath directory, uint number, CancellationToken cancellationToken) => CallAsync(() =>
    {
        using var handle = _walker.OpenDirectory(directory, cancellationToken, out _);
        ShareLeftovers.Discard(handle, Names(number));
        return true;
    });

    /// <summary>A listing came across a marked name.</summary>
    private void Meet(SharePath directory, string name)
    {
        if (TemporaryName.TryParse(name, out var marked)
            && marked.Value.Instance == _instance
            && marked.Value.Role != TemporaryRole.Probe
            && !_inUse.ContainsKey(name))
            _leftovers[(directory, marked.Value.Operation)] = true;
    }

    private ShareIdentity Pin(Func<DirectoryHandle, string?>? make, CancellationToken cancellationToken)
    {
        var (identity, names) = _walker.Pin(make, cancellationToken);
        var left = names
            .Where(name => TemporaryName.TryParse(name.Text, out var mine) && mine.Value.Instance == _instance && mine.Value.Role == TemporaryRole.Probe)
            .Where(name => !_inUse.ContainsKey(name.Text))
            .ToList();
        if (left.Count == 0) return identity;
        using var root = _walker.OpenRoot();
        foreach (var name in left) root.TryRemove(name.Text);
        return identity;
    }

    private ShareEntry StatRoot()
    {
        using var root = _walker.OpenRoot();
        var status = root.Status();
        return ShareEntries.From("", status with { IsMountPoint = false }, status.Device);
    }

    private ShareEntry? Stat(SharePath path, CancellationToken cancellationToken)
    {
        try
        {
            var found = Read(mayResume =>
            {
                using var location = _walker.Locate(path, cancellationToken, mayResume);
                return location.Status is { } status ? location.EntryOf(status) : null;
            });
            if (found is not null) return found;
        }
        // A parent that a whole listing above does not hold, or that is a file: the child is as absent as it is.
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
        }

        _walker.EnsureStillThere();
        return null;
    }

    /// <summary>Looks from where the walk is; what is not found there is looked for from the root, since the directory may be another one by now.</summary>
    private T? Read<T>(Func<bool, T?> look)
        where T : class
    {
        if (!_walker.Trail.IsWalked) return look(false);
        try
        {
            if (look(true) is { } found) return found;
        }
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotFound or DurableIoFault.NotADirectory)
        {
        }

        return look(false);
    }

    private Task<T> AtAsync<T>(SharePath path, Func<ShareLocation, T> change, CancellationToken cancellationToken) => CallAsync(() =>
    {
        using var location = _walker.Locate(path, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return change(location);
    });

    private Task<T> CallAsync<T>(Func<T> call) => CallAsync(() => Task.FromResult(call()));

    /// <summary>An error of the device or the server is about the item as long as the root answers; else the whole share is lost.</summary>
    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(true);
        }
        catch (DurableIoException e) when (e.Fault is DurableIoFault.Unreachable or DurableIoFault.NotFound)
        {
            if (_walker.Explain(e) is ShareUnavailableException lost) throw lost;
            throw;
        }
    }

    private ShareFileChange Change(ShareLocation location, IShareOperation operation) =>
        new(location, Names(operation.Number), operation, MayExchange, OnStep);

    private MarkedNames Names(uint operation) => new(_instance, operation);

    private TemporaryName NextProbe() => new(_instance, (uint)Interlocked.Increment(ref _probes), TemporaryRole.Probe);

    private InUse Use(uint operation) => Use(Names(operation).Written, Names(operation).Aside, Names(operation).Taken);

    private InUse Use(params string[] names) => new(_inUse, names);

    private sealed class Walk(IDisposable walk) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            walk.Dispose();
            return default;
        }
    }

    /// <summary>Marked names that belong to a call under way: they are no leftovers.</summary>
    private sealed class InUse : IDisposable
    {
        private readonly ConcurrentDictionary<string, bool> _all;
        private readonly string[] _names;

        public InUse(ConcurrentDictionary<string, bool> all, string[] names)
        {
            (_all, _names) = (all, names);
            foreach (var name in names) all[name] = true;
        }

        public void Dispose()
        {
            foreach (var name in _names) _all.TryRemove(name, out _);
        }
    }
}
