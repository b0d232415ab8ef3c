using System.Text;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>
/// A file system in memory that does nothing by chance: what it can do is said by its traits, time is virtual, and what happens between two calls
/// is up to <see cref="OnCall"/>. Calls are carried out one at a time.
/// </summary>
/// <remarks>The engine comes in through <see cref="OpenRoot"/>, other users of the share through <see cref="Users"/>, of which no call is counted.</remarks>
internal sealed class MemoryFileSystem : FileSystem
{
    private static readonly TimeSpan CallTime = TimeSpan.FromMicroseconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(MemoryOperation, string), int> _asked = [];
    private readonly List<string> _trace = [];
    private readonly Random _order;
    private ulong _ids = 1;
    private int _openHandles;

    public MemoryFileSystem(MemoryTraits traits, VirtualTime time, int seed = 0)
    {
        Traits = traits;
        Time = time;
        _order = new Random(seed);
        Root = new MemoryNode(FileType.Directory, 1, Now);
        Log = new UnsyncedChanges();
        Users = new MemoryUsers(this);
    }

    public MemoryTraits Traits { get; }

    public VirtualTime Time { get; }

    public MemoryNode Root { get; }

    public MemoryUsers Users { get; }

    public UnsyncedChanges Log { get; }

    /// <summary>Which file system this is; null when it does not tell.</summary>
    public string? VolumeId { get; set; } = "memory-1";

    /// <summary>False: nothing is mounted.</summary>
    public bool IsMounted { get; set; } = true;

    /// <summary>Asked before each call; may act as somebody else, and says how the call fails, if it does.</summary>
    public Func<MemoryCall, MemoryFault?>? OnCall { get; set; }

    public int Calls { get; private set; }

    /// <summary>How many calls changed something of a user's since the counter was reset.</summary>
    public int UserChanges { get; private set; }

    /// <summary>Every call in its order; the path is below the root.</summary>
    public IReadOnlyList<string> Trace => _trace;

    /// <summary>Handles of an earlier mount are dead.</summary>
    public int Mount { get; private set; } = 1;

    /// <summary>How many handles into the share are open.</summary>
    public int OpenHandles => Volatile.Read(ref _openHandles);

    public override FileAttributes SupportedAttributes => FileAttributes.ReadOnly;

    public override bool CanExchange => Traits.CanExchange;

    /// <summary>The time of the share's clock, as its stamps show it.</summary>
    public Int128 Now
    {
        get
        {
            var nanoseconds = (Int128)(Time.GetUtcNow() + Traits.Skew - DateTimeOffset.UnixEpoch).Ticks * 100;
            return Stamp(nanoseconds);
        }
    }

    public override DirectoryHandle OpenRoot(string path) => Call(
        Mount, MemoryOperation.OpenRoot, "", () => new MemoryDirectory(this, Root, path, "", Mount));

    public Int128 Stamp(Int128 nanoseconds) => nanoseconds - Modulo(nanoseconds, Traits.TimeStep);

    public ulong NewId() => ++_ids;

    /// <summary>The form in which names are compared.</summary>
    public string KeyOf(string name)
    {
        var key = Traits.Normalizes ? name.Normalize(NormalizationForm.FormC) : name;
        return Traits.IgnoresCase ? key.ToUpperInvariant() : key;
    }

    public void HandleOpened() => Interlocked.Increment(ref _openHandles);

    public void HandleClosed(int mount)
    {
        if (mount == Mount) Interlocked.Decrement(ref _openHandles);
    }

    public void ResetCounters()
    {
        Calls = 0;
        UserChanges = 0;
        _asked.Clear();
        _trace.Clear();
    }

    /// <summary>Mounts anew: what was open is dead, and ids that do not last are others.</summary>
    public void Remount()
    {
        lock (_lock)
        {
            Mount++;
            Volatile.Write(ref _openHandles, 0);
            if (Traits.Ids != FileIds.Stable) Renumber(Root);
        }
    }

    /// <summary>What was not made durable may be gone.</summary>
    public void CutPower(Random? random)
    {
        lock (_lock) Log.Undo(random, Root);
    }

    /// <summary>Runs one call of the engine.</summary>
    public T Call<T>(int mount, MemoryOperation operation, string path, Func<T> body, Action? half = null)
    {
        lock (_lock)
        {
            Time.Tick(CallTime);
            var key = (operation, path);
            var nth = _asked[key] = _asked.GetValueOrDefault(key) + 1;
            var call = new MemoryCall(++Calls, operation, path, nth);
            if (mount != Mount || !IsMounted) throw MemoryFault.NotConnected.ToException(call);
            _trace.Add(call.ToString());
            var fault = OnCall?.Invoke(call);
            if (mount != Mount || !IsMounted) throw MemoryFault.NotConnected.ToException(call);
            // Whoever waits for an answer gives up before the error comes. He must not do it in the middle of this call, but the clock has moved on.
            if (fault == MemoryFault.Hang)
            {
                Time.Tick(TimeSpan.FromMinutes(2));
                ThreadPool.QueueUserWorkItem(_ => Time.Advance(TimeSpan.Zero));
            }

            if (fault is { IsDone: false })
            {
                half?.Invoke();
                throw fault.ToException(call);
            }

            if (call.IsOfUsers) UserChanges++;
            var result = body();
            if (fault is null) return result;
            (result as IDisposable)?.Dispose();
            throw fault.ToException(call);
        }
    }

    public void Call(int mount, MemoryOperation operation, string path, Action body, Action? half = null) => Call(
        mount,
        operation,
        path,
        () =>
        {
            body();
            return true;
        },
        half);

    /// <summary>An act of another user, between two calls or within one.</summary>
    public T Act<T>(Func<T> body)
    {
        lock (_lock)
        {
            Time.Tick(CallTime);
            return body();
        }
    }

    public IReadOnlyList<DirectoryName> Listed(MemoryNode directory)
    {
        var names = directory.Children.Values.Select(child => child.Name).Order(StringComparer.Ordinal).Select(name => new DirectoryName(name)).ToArray();
        _order.Shuffle(names);
        return names;
    }

    private void Renumber(MemoryNode node)
    {
        foreach (var (_, child) in node.Children.Values)
        {
            child.Id = NewId();
            Renumber(child);
        }
    }

    private static Int128 Modulo(Int128 value, Int128 step) => ((value % step) + step) % step;
}
