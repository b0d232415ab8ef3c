using OfflineFiles.Sdk.Embedded.Io;
using static OfflineFiles.Sdk.Embedded.Tests.Memory.MemoryOperation;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>An open directory of a <see cref="MemoryFileSystem"/>.</summary>
internal sealed class MemoryDirectory : DirectoryHandle
{
    private readonly MemoryFileSystem _system;
    private readonly MemoryNode _node;
    private readonly string _below;
    private readonly int _mount;
    private bool _isDisposed;

    public MemoryDirectory(MemoryFileSystem system, MemoryNode node, string path, string below, int mount)
        : base(path)
    {
        _system = system;
        _node = node;
        _below = below;
        _mount = mount;
        system.HandleOpened();
    }

    public override DirectoryHandle OpenDirectory(string name) => _system.Call(_mount, MemoryOperation.OpenDirectory, Below(name), () =>
    {
        var node = Require(name, "Open directory");
        if (!node.IsDirectory) throw Failure("Open directory", name, DurableIoFault.NotADirectory, 20);
        return new MemoryDirectory(_system, node, PathOf(name), Below(name), _mount);
    });

    public override bool IsInNobodysWay => true;

    public override DirectoryHandle Reopen() => _system.Call(
        _mount, MemoryOperation.OpenDirectory, _below, () => new MemoryDirectory(_system, _node, Path, _below, _mount));

    public override FileStatus Status() => _system.Call(_mount, MemoryOperation.Status, _below, () => MemoryFile.StatusOf(_node, _node.Id));

    public override FileStatus? TryStatus(string name) => _system.Call(_mount, MemoryOperation.TryStatus, Below(name), () =>
        Find(name) is { } node && IsShown(name) ? MemoryFile.StatusOf(node, LookedAt(node)) : (FileStatus?)null);

    public override IReadOnlyList<DirectoryName> ListNames(CancellationToken cancellationToken) =>
        _system.Call(_mount, List, _below, () => _system.Listed(_node));

    public override string FileSystemName() => "memory";

    public override string? FileSystemId() => _system.VolumeId;

    public override OpenFile OpenRead(string name) => _system.Call(_mount, MemoryOperation.OpenRead, Below(name), () => Opened(name, "Open"));

    public override OpenFile OpenForMetadata(string name) =>
        _system.Call(_mount, MemoryOperation.OpenForMetadata, Below(name), () => Opened(name, "Open"));

    public override OpenFile CreateFile(string name) => _system.Call(_mount, Create, Below(name), () =>
    {
        Put(name, new MemoryNode(FileType.File, _system.NewId(), _system.Now), "Create");
        return Opened(name, "Create");
    });

    public override void GiveAccess(OpenFile file, string? predecessor) =>
        _system.Call(_mount, MemoryOperation.GiveAccess, ((MemoryFile)file).Below, () => { });

    public override void RequireWritable(string name) =>
        _system.Call(_mount, MemoryOperation.RequireWritable, Below(name), () => { });

    public override bool TryRenameNoReplace(string name, DirectoryHandle target, string newName) =>
        _system.Traits.CanRenameNoReplace && _system.Call(_mount, MemoryOperation.RenameNoReplace, Both(name, target, newName), () =>
        {
            var node = Require(name, "Rename");
            var to = (MemoryDirectory)target;
            if (to.Find(newName) is { } other && other != node) throw to.Failure("Rename", newName, DurableIoFault.AlreadyExists, 17);
            Move(name, to, newName, node);
            return true;
        });

    public override bool TryLink(string name, DirectoryHandle target, string newName) =>
        _system.Traits.CanLink && _system.Call(_mount, Link, Both(name, target, newName), () =>
        {
            ((MemoryDirectory)target).Put(newName, Require(name, "Link"), "Link");
            return true;
        });

    public override void RenameReplace(string name, DirectoryHandle target, string newName) =>
        _system.Call(_mount, MemoryOperation.RenameReplace, Both(name, target, newName), () =>
        {
            var node = Require(name, "Rename");
            var to = (MemoryDirectory)target;
            if (to.Find(newName) is { } other && other != node)
            {
                if (other.IsDirectory && !node.IsDirectory) throw to.Failure("Rename", newName, DurableIoFault.Other, 21);
                if (!other.IsDirectory && node.IsDirectory) throw to.Failure("Rename", newName, DurableIoFault.NotADirectory, 20);
                if (other.IsDirectory && !_system.Traits.RenamesOverDirectories)
                    throw to.Failure("Rename", newName, DurableIoFault.AlreadyExists, 17);
                if (other.Children.Count > 0) throw to.Failure("Rename", newName, DurableIoFault.NotEmpty, 39);
            }

            Move(name, to, newName, node);
        });

    public override bool TryExchange(string first, string second) =>
        _system.Traits.CanExchange && _system.Call(_mount, Exchange, Both(first, this, second), () =>
        {
            var one = Require(first, "Exchange");
            var other = Require(second, "Exchange");
            Swap(first, second, one, other);
            _system.Log.Add(() => Swap(first, second, other, one), _node);
            return true;
        });

    public override bool TryReplaceSettingAside(string name, string target, string aside) => false;

    public override void Unlink(string name) => _system.Call(_mount, MemoryOperation.Unlink, Below(name), () =>
    {
        if (Require(name, "Remove").IsDirectory) throw Failure("Remove", name, DurableIoFault.Other, 21);
        Take(name);
    });

    public override void Rmdir(string name) => _system.Call(_mount, MemoryOperation.Rmdir, Below(name), () =>
    {
        var node = Require(name, "Remove directory");
        if (!node.IsDirectory) throw Failure("Remove directory", name, DurableIoFault.NotADirectory, 20);
        if (node.Children.Count > 0) throw Failure("Remove directory", name, DurableIoFault.NotEmpty, 39);
        Take(name);
    });

    public override void CreateDirectory(string name) => _system.Call(_mount, MemoryOperation.CreateDirectory, Below(name), () =>
        Put(name, new MemoryNode(FileType.Directory, _system.NewId(), _system.Now), "Create directory"));

    public override void Fsync() => _system.Call(_mount, FsyncDirectory, _below, () => _system.Log.Synced(_node));

    public override void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _system.HandleClosed(_mount);
    }

    private string Below(string name) => _below.Length == 0 ? name : $"{_below}/{name}";

    private string Both(string name, DirectoryHandle target, string newName) => $"{Below(name)} {((MemoryDirectory)target).Below(newName)}";

    private MemoryNode? Find(string name) => _node.Children.TryGetValue(_system.KeyOf(name), out var child) ? child.Node : null;

    private MemoryNode Require(string name, string operation) => Find(name) ?? throw Failure(operation, name, DurableIoFault.NotFound, 2);

    private bool IsShown(string name) => !_system.Traits.LooksUpExactly || _node.Children[_system.KeyOf(name)].Name == name;

    private ulong LookedAt(MemoryNode node) => _system.Traits.Ids == FileIds.NewWithEachLook ? node.Id = _system.NewId() : node.Id;

    private MemoryFile Opened(string name, string operation)
    {
        var node = Require(name, operation);
        return new MemoryFile(_system, node, PathOf(name), Below(name), LookedAt(node), _mount);
    }

    private void Put(string name, MemoryNode node, string operation)
    {
        if (_node.IsGone) throw Failure(operation, name, DurableIoFault.NotFound, 2);
        var key = _system.KeyOf(name);
        if (!_node.Children.TryAdd(key, (name, node))) throw Failure(operation, name, DurableIoFault.AlreadyExists, 17);
        Touched();
        _system.Log.Add(
            () =>
            {
                if (_node.Children.TryGetValue(key, out var now) && now.Node == node) _node.Children.Remove(key);
            },
            _node);
    }

    private void Take(string name)
    {
        var key = _system.KeyOf(name);
        _node.Children.Remove(key, out var taken);
        taken.Node.IsGone = true;
        Touched();
        _system.Log.Add(() => taken.Node.IsGone = !_node.Children.TryAdd(key, taken), _node);
    }

    private void Move(string name, MemoryDirectory to, string newName, MemoryNode node)
    {
        if (to._node.IsGone) throw to.Failure("Rename", newName, DurableIoFault.NotFound, 2);
        if (node.IsDirectory && IsAtOrBelow(node, to._node)) throw Failure("Rename", name, DurableIoFault.Other, 22);
        var (from, target) = (_system.KeyOf(name), _system.KeyOf(newName));
        _node.Children.Remove(from, out var moved);
        to._node.Children.TryGetValue(target, out var replaced);
        if (replaced.Node is { } over && over != node) over.IsGone = true;
        to._node.Children[target] = (newName, node);
        Named(node);
        Touched();
        to.Touched();
        _system.Log.Add(
            () =>
            {
                if (!to._node.Children.TryGetValue(target, out var now) || now.Node != node) return;
                if (_node.Children.ContainsKey(from) && from != target) return;
                if (replaced.Node is null) to._node.Children.Remove(target);
                else to._node.Children[target] = replaced;
                if (replaced.Node is not null) replaced.Node.IsGone = false;
                _node.Children[from] = moved;
            },
            _node,
            to._node);
    }

    private void Swap(string first, string second, MemoryNode one, MemoryNode other)
    {
        var (a, b) = (_system.KeyOf(first), _system.KeyOf(second));
        if (!_node.Children.TryGetValue(a, out var atFirst) || atFirst.Node != one) return;
        if (!_node.Children.TryGetValue(b, out var atSecond) || atSecond.Node != other) return;
        _node.Children[a] = (atFirst.Name, other);
        _node.Children[b] = (atSecond.Name, one);
        Named(one);
        Named(other);
        Touched();
    }

    private void Named(MemoryNode node)
    {
        if (_system.Traits.HasChangeTime) node.Changed = _system.Now;
        if (_system.Traits.Ids != FileIds.Stable) node.Id = _system.NewId();
    }

    private void Touched() => _node.Modified = _node.Changed = _system.Now;

    private static bool IsAtOrBelow(MemoryNode top, MemoryNode node) =>
        top == node || top.Children.Values.Any(child => IsAtOrBelow(child.Node, node));

    private DurableIoException Failure(string operation, string name, DurableIoFault fault, int number) =>
        new(operation, PathOf(name), fault, number, fault.ToString(), number);
}
