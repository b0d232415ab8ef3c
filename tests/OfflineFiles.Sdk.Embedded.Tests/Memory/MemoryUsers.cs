using System.Text;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>Other users of the share: what they do is whole and durable at once, and nothing of it is counted or fails.</summary>
internal sealed class MemoryUsers(MemoryFileSystem system)
{
    /// <summary>Writes a file in place, or creates it with the directories above it; false when something of another kind is in the way.</summary>
    public bool Write(string path, string content) => system.Act(() =>
    {
        if (Parent(path, isMade: true) is not { } parent) return false;
        var key = system.KeyOf(NameOf(path));
        if (!parent.Children.TryGetValue(key, out var child))
        {
            child = (NameOf(path), new MemoryNode(FileType.File, system.NewId(), system.Now));
            parent.Children[key] = child;
            Touch(parent);
        }

        if (child.Node.IsDirectory) return false;
        child.Node.Data = child.Node.Durable = Encoding.UTF8.GetBytes(content);
        Touch(child.Node);
        return true;
    });

    public string? Read(string path) => system.Act(() => Find(path) is { IsDirectory: false } node ? Encoding.UTF8.GetString(node.Data) : null);

    public bool Exists(string path) => system.Act(() => Find(path) is not null);

    public bool IsDirectory(string path) => system.Act(() => Find(path) is { IsDirectory: true });

    public bool MakeDirectory(string path) => system.Act(() =>
    {
        if (Parent(path, isMade: true) is not { } parent) return false;
        var made = (NameOf(path), new MemoryNode(FileType.Directory, system.NewId(), system.Now));
        if (!parent.Children.TryAdd(system.KeyOf(NameOf(path)), made)) return false;
        Touch(parent);
        return true;
    });

    /// <summary>Removes a file, or a directory with all that is in it.</summary>
    public bool Delete(string path) => system.Act(() =>
    {
        if (Parent(path, isMade: false) is not { } parent || !parent.Children.Remove(system.KeyOf(NameOf(path)), out var removed)) return false;
        removed.Node.Remove();
        Touch(parent);
        return true;
    });

    public bool Move(string path, string newPath) => system.Act(() =>
    {
        if (Find(path) is not { } node || Parent(path, isMade: false) is not { } from || Parent(newPath, isMade: false) is not { } to) return false;
        if (Holds(node, to)) return false;
        var (key, newKey) = (system.KeyOf(NameOf(path)), system.KeyOf(NameOf(newPath)));
        if (to.Children.TryGetValue(newKey, out var there) && there.Node != node) return false;
        from.Children.Remove(key);
        to.Children[newKey] = (NameOf(newPath), node);
        if (system.Traits.HasChangeTime) node.Changed = system.Now;
        if (system.Traits.Ids != FileIds.Stable) node.Id = system.NewId();
        Touch(from);
        Touch(to);
        return true;
    });

    /// <summary>New times, the same bytes.</summary>
    public bool Touch(string path) => system.Act(() =>
    {
        if (Find(path) is not { } node) return false;
        Touch(node);
        return true;
    });

    public bool SetReadOnly(string path, bool isReadOnly) => system.Act(() =>
    {
        if (Find(path) is not { } node) return false;
        node.IsReadOnly = isReadOnly;
        if (system.Traits.HasChangeTime) node.Changed = system.Now;
        return true;
    });

    /// <summary>Writes other bytes and sets the write time back to what it was.</summary>
    public bool WriteUnseen(string path, string content) => system.Act(() =>
    {
        if (Find(path) is not { IsDirectory: false } node) return false;
        var modified = node.Modified;
        node.Data = node.Durable = Encoding.UTF8.GetBytes(content);
        Touch(node);
        node.Modified = modified;
        if (!system.Traits.HasChangeTime) node.Changed = modified;
        return true;
    });

    /// <summary>All paths below the root and the bytes of the files; null for a directory.</summary>
    public SortedDictionary<string, string?> Tree() => system.Act(() =>
    {
        var tree = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        Collect(system.Root, "", tree);
        return tree;
    });

    private static void Collect(MemoryNode node, string path, SortedDictionary<string, string?> tree)
    {
        foreach (var (name, child) in node.Children.Values)
        {
            var below = path.Length == 0 ? name : $"{path}/{name}";
            tree[below] = child.IsDirectory ? null : Encoding.UTF8.GetString(child.Data);
            Collect(child, below, tree);
        }
    }

    private void Touch(MemoryNode node) => node.Modified = node.Changed = system.Now;

    private MemoryNode? Find(string path)
    {
        var node = system.Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Children.TryGetValue(system.KeyOf(name), out var child)) return null;
            node = child.Node;
        }

        return node;
    }

    private MemoryNode? Parent(string path, bool isMade)
    {
        var node = system.Root;
        foreach (var name in path.Split('/')[..^1])
        {
            if (!node.Children.TryGetValue(system.KeyOf(name), out var child))
            {
                if (!isMade) return null;
                child = (name, new MemoryNode(FileType.Directory, system.NewId(), system.Now));
                node.Children[system.KeyOf(name)] = child;
            }

            if (!child.Node.IsDirectory) return null;
            node = child.Node;
        }

        return node;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool Holds(MemoryNode node, MemoryNode other) => node == other || node.Children.Values.Any(child => Holds(child.Node, other));
}
