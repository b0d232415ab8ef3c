using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>An open file of a <see cref="MemoryFileSystem"/>, or a directory that was opened for its metadata.</summary>
internal sealed class MemoryFile : OpenFile
{
    private readonly MemoryFileSystem _system;
    private readonly MemoryNode _node;
    private readonly ulong _id;
    private readonly int _mount;
    private bool _isDisposed;

    public MemoryFile(MemoryFileSystem system, MemoryNode node, string path, string below, ulong id, int mount)
        : base(path)
    {
        _system = system;
        _node = node;
        Below = below;
        _id = id;
        _mount = mount;
        system.HandleOpened();
    }

    public string Below { get; }

    public static FileStatus StatusOf(MemoryNode node, ulong id) => new()
    {
        Type = node.Type,
        Device = 1,
        FileId = id,
        Size = node.Data.Length,
        Attributes = (node.IsDirectory ? FileAttributes.Directory : 0) | (node.IsReadOnly ? FileAttributes.ReadOnly : 0),
        Modified = node.Modified,
        Changed = node.Changed,
        Accessed = node.Accessed,
        Mode = node.IsDirectory ? 0x1EDu : node.IsReadOnly ? 0x124u : 0x1A4u,
    };

    public override FileStatus Status() => _system.Call(_mount, MemoryOperation.Status, Below, () => StatusOf(_node, _id));

    public override int Read(Span<byte> buffer, long offset)
    {
        var wanted = buffer.Length;
        var bytes = _system.Call(_mount, MemoryOperation.Read, Below, () =>
        {
            if (offset >= _node.Data.Length) return [];
            // Fewer than asked for: only nothing means the end.
            var count = (int)Math.Min(Math.Min(wanted, 7), _node.Data.Length - offset);
            return _node.Data[(int)offset..((int)offset + count)];
        });
        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    public override void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        var copy = bytes.ToArray();
        _system.Call(_mount, MemoryOperation.Write, Below, () => Put(copy, offset), half: () => Put(copy[..(copy.Length / 2)], offset));
    }

    public override void SetMetadata(FileAttributes? attributes, DateTime? creation, DateTime? lastWrite, DateTime? lastAccess) =>
        _system.Call(_mount, MemoryOperation.SetMetadata, Below, () =>
        {
            if (attributes is { } given) _node.IsReadOnly = given.HasFlag(FileAttributes.ReadOnly);
            if (lastWrite is { } modified) _node.Modified = _system.Stamp((Int128)(modified - DateTime.UnixEpoch).Ticks * 100);
            if (lastAccess is { } accessed) _node.Accessed = _system.Stamp((Int128)(accessed - DateTime.UnixEpoch).Ticks * 100);
            _node.Changed = _system.Traits.HasChangeTime ? _system.Now : _node.Modified;
        });

    public override void Fsync() => _system.Call(_mount, MemoryOperation.Fsync, Below, () => _node.Durable = _node.Data);

    public override void FsyncMetadata() => _system.Call(_mount, MemoryOperation.Fsync, Below, () => { });

    public override void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _system.HandleClosed(_mount);
    }

    private void Put(byte[] bytes, long offset)
    {
        var data = new byte[Math.Max(_node.Data.Length, offset + bytes.Length)];
        _node.Data.CopyTo(data, 0);
        bytes.CopyTo(data, (int)offset);
        _node.Data = data;
        _node.Modified = _node.Changed = _system.Now;
    }
}
