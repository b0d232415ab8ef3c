using System.Text;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Memory;

/// <summary>A file or a directory in memory.</summary>
internal sealed class MemoryNode
{
    private MemoryNode(MemoryNode other, Dictionary<MemoryNode, MemoryNode> copies)
    {
        copies[this] = this;
        copies[other] = this;
        Type = other.Type;
        Id = other.Id;
        Data = other.Data;
        Durable = other.Durable;
        Modified = other.Modified;
        Changed = other.Changed;
        Accessed = other.Accessed;
        IsReadOnly = other.IsReadOnly;
        foreach (var (key, (name, node)) in other.Children)
            Children[key] = (name, copies.TryGetValue(node, out var copy) ? copy : new MemoryNode(node, copies));
    }

    public MemoryNode(FileType type, ulong id, Int128 now)
    {
        Type = type;
        Id = id;
        Modified = Changed = Accessed = now;
    }

    public FileType Type { get; }

    public ulong Id { get; set; }

    /// <summary>Replaced as a whole by each write.</summary>
    public byte[] Data { get; set; } = [];

    /// <summary>What of the data survives a power cut.</summary>
    public byte[] Durable { get; set; } = [];

    public Int128 Modified { get; set; }

    public Int128 Changed { get; set; }

    public Int128 Accessed { get; set; }

    public bool IsReadOnly { get; set; }

    /// <summary>A directory that was removed: who has it open finds nothing in it, and can put nothing there.</summary>
    public bool IsGone { get; set; }

    public bool IsDirectory => Type == FileType.Directory;

    /// <summary>By the form in which names are compared.</summary>
    public Dictionary<string, (string Name, MemoryNode Node)> Children { get; } = new(StringComparer.Ordinal);

    public MemoryNode DeepCopy() => new(this, new Dictionary<MemoryNode, MemoryNode>(ReferenceEqualityComparer.Instance));

    /// <summary>Removed with all that was in it, from the bottom up.</summary>
    public void Remove()
    {
        foreach (var (_, child) in Children.Values) child.Remove();
        Children.Clear();
        IsGone = true;
    }

    public override string ToString() => IsDirectory ? $"directory of {Children.Count}" : Encoding.UTF8.GetString(Data);
}
