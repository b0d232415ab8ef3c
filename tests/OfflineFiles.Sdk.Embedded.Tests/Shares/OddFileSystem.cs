using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>What a file system under a share can and cannot do.</summary>
/// <param name="Name">For the names of tests.</param>
/// <param name="HasFlags">It renames without replacing, and exchanges, in one call.</param>
/// <param name="HasLinks">It gives a file a second name.</param>
/// <param name="IsWeak">Its numbers change with the name, its change time is a second write time, and whole seconds are all that stays of times.</param>
/// <param name="SendsLate">It sends a file after it was closed, see <see cref="LateFiles"/>.</param>
internal sealed record Oddity(string Name, bool HasFlags, bool HasLinks, bool IsWeak, bool SendsLate = false)
{
    public static readonly Oddity Native = new("native", HasFlags: true, HasLinks: true, IsWeak: false);
    public static readonly Oddity OnlyLinks = new("links", HasFlags: false, HasLinks: true, IsWeak: false);
    public static readonly Oddity Plain = new("plain", HasFlags: false, HasLinks: false, IsWeak: false);
    public static readonly Oddity Weak = new("weak", HasFlags: true, HasLinks: true, IsWeak: true);
    public static readonly Oddity LikeSshfs = new("like sshfs", HasFlags: false, HasLinks: false, IsWeak: true);

    public static readonly Oddity LikeRclone = new("like rclone", HasFlags: false, HasLinks: false, IsWeak: true, SendsLate: true);

    public static readonly Oddity[] All = [Native, OnlyLinks, Plain, Weak, LikeSshfs, LikeRclone];

    public override string ToString() => Name;
}

/// <summary>
/// The real file system with some of its abilities taken away. Each call can be counted, refused, or preceded by somebody else's doing; handles that stay
/// open are counted. Nothing is made durable: a test does not lose its power.
/// </summary>
internal sealed class OddFileSystem(Oddity oddity) : FileSystem
{
    private readonly LateFiles _late = new();
    private int _calls;
    private int _handles;
    private int _underWay;

    public override FileAttributes SupportedAttributes => Real.SupportedAttributes;

    public override bool CanExchange => oddity.HasFlags && Real.CanExchange;

    public Oddity Oddity => oddity;

    public int Calls => _calls;

    public int OpenHandles => Volatile.Read(ref _handles);

    /// <summary>No call is under way, and none left anything open.</summary>
    public bool IsQuiet => Volatile.Read(ref _underWay) == 0 && OpenHandles == 0;

    /// <summary>Called before each call with its number, from 0, and its name; it may throw.</summary>
    public Action<int, string>? Before { get; set; }

    /// <summary>Called after each call.</summary>
    public Action<int, string>? After { get; set; }

    public static DurableIoException Lost(string path = "share") =>
        new("Call", path, DurableIoFault.Unreachable, 5, "the device failed", 5);

    public override DirectoryHandle OpenRoot(string path) => Do("open root", () => new OddDirectory(this, Real.OpenRoot(path)));

    private T Do<T>(string call, Func<T> act)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var number = Interlocked.Increment(ref _calls) - 1;
            Before?.Invoke(number, call);
            _late.Arrive();
            var result = act();
            try
            {
                After?.Invoke(number, call);
            }
            catch
            {
                (result as IDisposable)?.Dispose();
                throw;
            }

            return result;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private void Do(string call, Action act) => Do(call, () =>
    {
        act();
        return true;
    });

    private FileStatus Seen(FileStatus status, string name, bool isOpen)
    {
        if (!oddity.IsWeak) return status;
        var time = isOpen ? status.Modified : status.Modified - Modulo(status.Modified, 1_000_000_000);
        return status with { FileId = name.Length == 0 ? 1u : (uint)name.GetHashCode(StringComparison.Ordinal), Modified = time, Changed = time, Created = null };
    }

    private static Int128 Modulo(Int128 value, long divisor) => ((value % divisor) + divisor) % divisor;

    private sealed class OddDirectory : DirectoryHandle
    {
        private readonly OddFileSystem _system;
        private readonly DirectoryHandle _inner;
        private bool _isDisposed;

        public OddDirectory(OddFileSystem system, DirectoryHandle inner)
            : base(inner.Path)
        {
            (_system, _inner) = (system, inner);
            Interlocked.Increment(ref system._handles);
        }

        public override DirectoryHandle OpenDirectory(string name) =>
            _system.Do("open directory", () => new OddDirectory(_system, _inner.OpenDirectory(name)));

        public override bool IsInNobodysWay => _inner.IsInNobodysWay;

        public override DirectoryHandle Reopen() => _system.Do("open directory again", () => new OddDirectory(_system, _inner.Reopen()));

        public override FileStatus Status() => _system.Do("status", () => _system.Seen(_inner.Status(), System.IO.Path.GetFileName(Path), isOpen: false));

        public override FileStatus? TryStatus(string name) =>
            _system.Do("look", () =>
            _inner.TryStatus(name) is { } status ? _system._late.Seen(_system.Seen(status, name, isOpen: false), PathOf(name)) : (FileStatus?)null);

        public override IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken) => _system.Do("list", () => _inner.ListNames(cancellationToken));

        public override string FileSystemName() => _system.Oddity.IsWeak ? "fuse.odd" : _inner.FileSystemName();

        public override string? FileSystemId() => _system.Oddity.HasFlags ? _inner.FileSystemId() : null;

        public override OpenFile OpenRead(string name) => Opened("open", name, () => _inner.OpenRead(name));

        public override OpenFile OpenForMetadata(string name) => Opened("open", name, () => _inner.OpenForMetadata(name));

        public override OpenFile CreateFile(string name) => Created(name, () => _inner.CreateFile(name));

        public override OpenFile CreateFile(string name, string? predecessor) => Created(name, () => _inner.CreateFile(name, predecessor));

        public override void GiveAccess(OpenFile file, string? predecessor) => _system.Do("give access", () => _inner.GiveAccess(((OddFile)file).Inner, predecessor));

        public override void RequireWritable(string name) => _system.Do("ask", () => _inner.RequireWritable(name));

        public override void RequireRemovable(string name) => _system.Do("ask", () => _inner.RequireRemovable(name));

        public override bool TryRenameNoReplace(string name, DirectoryHandle target, string newName) =>
            _system.Oddity.HasFlags && _system.Do("rename to free", () => _inner.TryRenameNoReplace(name, Inner(target), newName));

        public override bool TryLink(string name, DirectoryHandle target, string newName) =>
            _system.Oddity.HasLinks && _system.Do("link", () => _inner.TryLink(name, Inner(target), newName));

        public override void RenameReplace(string name, DirectoryHandle target, string newName) =>
            _system.Do("rename over", () =>
            {
                _system._late.Rename(PathOf(name), ((OddDirectory)target).PathOf(newName));
                _inner.RenameReplace(name, Inner(target), newName);
            });

        public override bool TryExchange(string first, string second) => _system.Oddity.HasFlags && _system.Do("exchange", () => _inner.TryExchange(first, second));

        public override bool TryReplaceSettingAside(string name, string target, string aside) =>
            _system.Oddity.HasFlags && _system.Do("replace", () => _inner.TryReplaceSettingAside(name, target, aside));

        public override void Unlink(string name) => _system.Do("unlink", () =>
        {
            _inner.Unlink(name);
            _system._late.Remove(PathOf(name));
        });

        public override void Rmdir(string name) => _system.Do("rmdir", () => _inner.Rmdir(name));

        public override void CreateDirectory(string name) => _system.Do("mkdir", () => _inner.CreateDirectory(name));

        public override void Fsync() => _system.Do("fsync directory", () => { });

        public override void Dispose()
        {
            if (!_isDisposed) Interlocked.Decrement(ref _system._handles);
            _isDisposed = true;
            _inner.Dispose();
        }

        private static DirectoryHandle Inner(DirectoryHandle handle) => ((OddDirectory)handle)._inner;

        private OpenFile Created(string name, Func<OpenFile> create)
        {
            var file = Opened("create", name, create);
            if (_system.Oddity.SendsLate) _system._late.Create(PathOf(name));
            return file;
        }

        private OddFile Opened(string call, string name, Func<OpenFile> open) => _system.Do(call, () => new OddFile(_system, open(), name));
    }

    private sealed class OddFile : OpenFile
    {
        private readonly OddFileSystem _system;
        private readonly string _name;
        private bool _isDisposed;

        public OddFile(OddFileSystem system, OpenFile inner, string name)
            : base(inner.Path)
        {
            (_system, Inner, _name) = (system, inner, name);
            Interlocked.Increment(ref system._handles);
        }

        public OpenFile Inner { get; }

        public override FileStatus Status() => _system.Do(
            "status of file", () => _system._late.Seen(_system.Seen(Inner.Status(), _name, isOpen: true), Path));

        public override int Read(Span<byte> buffer, long offset)
        {
            var bytes = new byte[buffer.Length];
            var count = _system.Do("read", () => Inner.Read(bytes, offset));
            _system._late.Read(Path);
            bytes.AsSpan(0, count).CopyTo(buffer);
            return count;
        }

        public override void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var copy = bytes.ToArray();
            _system.Do("write", () => Inner.Write(copy, offset));
        }

        public override void SetMetadata(FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess) =>
            _system.Do("set metadata", () => Inner.SetMetadata(attributes, creation, lastWrite, lastAccess));

        public override void Fsync() => _system.Do("fsync", () => { });

        public override void FsyncMetadata() => _system.Do("fsync", () => { });

        public override void Dispose()
        {
            if (!_isDisposed) Interlocked.Decrement(ref _system._handles);
            _isDisposed = true;
            Inner.Dispose();
        }
    }
}
