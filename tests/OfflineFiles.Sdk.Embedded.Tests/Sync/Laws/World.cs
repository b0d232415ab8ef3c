using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>What the client remembers about an entry beside what it is.</summary>
[Flags]
internal enum Notes : byte
{
    None,

    /// <summary>An absent entry that the user deleted; absent without it: never cached, evicted, or a ghost.</summary>
    Deleted = 1,

    /// <summary>Put in the place of an entry that the baseline knows.</summary>
    Replaced = 2,

    /// <summary>A file without its bytes.</summary>
    Sparse = 4,
    Created = 8,
}

/// <summary>One path on one side. The data is a number that stands for the bytes of a whole version.</summary>
internal record struct Node(NodeKind Kind, int Data = 0, byte Attributes = 0, int Time = 0, Notes Notes = Notes.None)
{
    public readonly bool IsAbsent => Kind == NodeKind.Absent;

    public readonly bool IsFile => Kind == NodeKind.File;

    public readonly bool IsDirectory => Kind == NodeKind.Directory;

    public readonly bool IsDeleted => IsAbsent && (Notes & Notes.Deleted) != 0;

    public readonly bool IsSparse => IsFile && (Notes & Notes.Sparse) != 0;

    /// <summary>Equal but for the time and the notes.</summary>
    public readonly bool IsLike(in Node other) => Kind == other.Kind && Data == other.Data && Attributes == other.Attributes;
}

/// <summary>
/// The paths of a small world, numbered breadth first: the children of a path follow it, so ascending is top down. Each directory has four names
/// that users take and two that only conflict copies get.
/// </summary>
internal static class Places
{
    public const int Arity = 6;
    public const int UserNames = 4;
    public const int Count = 1 + Arity + (Arity * Arity) + (Arity * Arity * Arity);

    /// <summary>The first path of the deepest level: those have no children.</summary>
    public const int Leaves = 1 + Arity + (Arity * Arity);

    /// <summary>The paths that users can name.</summary>
    public static readonly int[] Nameable = Enumerable.Range(1, Count - 1).Where(IsNameable).ToArray();

    public static int Parent(int place) => (place - 1) / Arity;

    public static int FirstChild(int place) => (place * Arity) + 1;

    public static bool IsLeaf(int place) => place >= Leaves;

    public static bool IsAtOrBelow(int place, int top)
    {
        while (place > top) place = Parent(place);
        return place == top;
    }

    public static int Depth(int place)
    {
        var depth = 0;
        for (; place > 0; place = Parent(place)) depth++;
        return depth;
    }

    public static string Text(int place) => place == 0 ? "" : $"{Text(Parent(place))}/{"abcdxy"[(place - 1) % Arity]}";

    private static bool IsNameable(int place) => place == 0 || ((place - 1) % Arity < UserNames && IsNameable(Parent(place)));
}

/// <summary>Client, server, and what was last equal on both.</summary>
internal sealed class World
{
    public readonly Node[] Client = new Node[Places.Count];
    public readonly Node[] Server = new Node[Places.Count];
    public readonly Node[] Baseline = new Node[Places.Count];

    /// <summary>The conflicts that are on record, and what stood on the server then.</summary>
    public readonly bool[] Conflicts = new bool[Places.Count];
    public readonly Node[] Sighted = new Node[Places.Count];

    /// <summary>Whether all of the share is pinned.</summary>
    public bool IsPinned;

    public World() => Clear();

    public void Clear()
    {
        IsPinned = false;
        foreach (var side in new[] { Client, Server, Baseline, Sighted }) Array.Clear(side);
        Array.Clear(Conflicts);
        foreach (var side in new[] { Client, Server, Baseline }) side[0] = new Node(NodeKind.Directory);
    }

    public void CopyFrom(World other)
    {
        other.Client.CopyTo(Client, 0);
        other.Server.CopyTo(Server, 0);
        other.Baseline.CopyTo(Baseline, 0);
        other.Conflicts.CopyTo(Conflicts, 0);
        other.Sighted.CopyTo(Sighted, 0);
        IsPinned = other.IsPinned;
    }

    /// <summary>Copies a whole subtree to a place of the same depth; the source may be the same place of another side.</summary>
    public static void Copy(Node[] from, int source, Node[] to, int target)
    {
        to[target] = from[source].IsAbsent ? default : from[source] with { Notes = Notes.None };
        if (Places.IsLeaf(source) || Places.IsLeaf(target)) return;
        for (var i = 0; i < Places.Arity; i++) Copy(from, Places.FirstChild(source) + i, to, Places.FirstChild(target) + i);
    }

    public static void Remove(Node[] side, int place)
    {
        side[place] = default;
        if (Places.IsLeaf(place)) return;
        for (var i = 0; i < Places.Arity; i++) Remove(side, Places.FirstChild(place) + i);
    }

    public static bool Any(Node[] side, int place, Func<Node, bool> condition)
    {
        if (condition(side[place])) return true;
        if (Places.IsLeaf(place)) return false;
        for (var i = 0; i < Places.Arity; i++)
            if (Any(side, Places.FirstChild(place) + i, condition)) return true;
        return false;
    }

    public static int Newest(Node[] side, int place)
    {
        var newest = side[place].Time;
        if (Places.IsLeaf(place)) return newest;
        for (var i = 0; i < Places.Arity; i++) newest = Math.Max(newest, Newest(side, Places.FirstChild(place) + i));
        return newest;
    }

    /// <summary>The name a conflict copy gets: the first that is free on both sides; 0 when none is.</summary>
    public int FreeNameBeside(int place)
    {
        var siblings = Places.FirstChild(Places.Parent(place));
        for (var name = Places.UserNames; name < Places.Arity; name++)
            if (Client[siblings + name].IsAbsent && Server[siblings + name].IsAbsent && !Client[siblings + name].IsDeleted) return siblings + name;
        return 0;
    }

    public override string ToString()
    {
        var lines = Enumerable.Range(0, Places.Count).Where(IsWorthShowing).Select(
            i => $"  {Places.Text(i),-8} client {Show(Client[i]),-28} server {Show(Server[i]),-28} baseline {Show(Baseline[i])}"
                + (Conflicts[i] ? " conflict" : ""));
        return string.Join('\n', lines.Prepend(IsPinned ? "pinned" : "not pinned"));
    }

    private bool IsWorthShowing(int place) =>
        !Client[place].IsAbsent || !Server[place].IsAbsent || !Baseline[place].IsAbsent || Client[place].Notes != Notes.None || Conflicts[place];

    private static string Show(in Node node) => node.Kind switch
    {
        NodeKind.Absent => $"- {(node.Notes == Notes.None ? "" : node.Notes)}",
        NodeKind.File => $"file {node.Data}.{node.Attributes}@{node.Time} {(node.Notes == Notes.None ? "" : node.Notes)}",
        _ => $"dir .{node.Attributes}@{node.Time} {(node.Notes == Notes.None ? "" : node.Notes)}",
    };
}
