using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// The directories that a walk through a share came by last, open, so that it goes on from where it is and not from the root each time. Only while
/// somebody walks, and of each no longer than a moment: then the way to it is gone again.
/// </summary>
/// <remarks>What is opened by it is read. What changes the share goes all the way, so that it lands nowhere else.</remarks>
internal sealed class ShareTrail
{
    private const int Most = 64;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    // The last is the one that was come by last.
    private readonly List<Step> _steps = [];
    private int _walks;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Begins a walk; nothing stays open when the last one ends.</summary>
    public IDisposable Begin()
    {
        lock (_steps) _walks++;
        return new Walk(this);
    }

    /// <summary>Whether somebody walks.</summary>
    public bool IsWalked => Volatile.Read(ref _walks) > 0;

    /// <summary>The nearest directory at or above a path from which to go on; null if that is the root.</summary>
    public Place? TryResume(SharePath path)
    {
        lock (_steps)
        {
            Drop(step => Time.GetElapsedTime(step.WalkedAt) >= Lifetime);
            Step? nearest = null;
            foreach (var step in _steps)
                if (step.Path.Depth > (nearest?.Path.Depth ?? 0) && step.Path.IsAtOrAbove(path)) nearest = step;
            if (nearest is null) return null;
            _steps.Remove(nearest);
            _steps.Add(nearest);
            return new Place(nearest.Directory.Reopen(), nearest.Device, nearest.Path.Depth);
        }
    }

    /// <summary>Remembers a directory that was come by. It is the caller's no more.</summary>
    public void Leave(SharePath path, DirectoryHandle directory, ulong device)
    {
        lock (_steps)
        {
            if (_walks > 0)
            {
                Drop(step => step.Path.Depth == path.Depth && step.Path.IsAtOrAbove(path));
                _steps.Add(new Step(path, directory, device, Time.GetTimestamp()));
                if (_steps.Count <= Most) return;
                directory = _steps[0].Directory;
                _steps.RemoveAt(0);
            }
        }

        directory.Dispose();
    }

    private void End()
    {
        lock (_steps)
            if (--_walks == 0) Drop(_ => true);
    }

    private void Drop(Predicate<Step> which)
    {
        foreach (var step in _steps)
            if (which(step)) step.Directory.Dispose();
        _steps.RemoveAll(which);
    }

    /// <summary>A directory on the way to a path, that many components below the root.</summary>
    internal readonly record struct Place(DirectoryHandle Directory, ulong Device, int Depth);

    private sealed record Step(SharePath Path, DirectoryHandle Directory, ulong Device, long WalkedAt);

    private sealed class Walk(ShareTrail trail) : IDisposable
    {
        private ShareTrail? _trail = trail;

        public void Dispose() => Interlocked.Exchange(ref _trail, null)?.End();
    }
}
