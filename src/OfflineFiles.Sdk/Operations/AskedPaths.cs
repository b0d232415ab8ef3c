namespace OfflineFiles.Sdk.Operations;

/// <summary>The paths that an operation was asked for, and the roots that it is called with: each path once, and in a tree only its top.</summary>
internal sealed class AskedPaths
{
    private readonly HashSet<UncPath> _roots;

    private AskedPaths(IReadOnlyList<UncPath> all, IReadOnlyList<UncPath> roots)
    {
        All = all;
        Roots = roots;
        _roots = new HashSet<UncPath>(roots);
    }

    /// <summary>Of an operation on the cache as a whole.</summary>
    public static AskedPaths None { get; } = new([], []);

    /// <summary>Whether the caller gave the paths, and not just asked for all there is.</summary>
    public bool IsByPath { get; private init; } = true;

    /// <summary>What was asked for and is no path: each is an outcome of its own.</summary>
    public IReadOnlyList<ItemOutcome> Failures { get; private init; } = [];

    /// <summary>In the order given.</summary>
    public IReadOnlyList<UncPath> All { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<UncPath> Roots { get; }

    /// <summary>Of an operation on the item alone, whatever lies below it.</summary>
    public static AskedPaths Each(params IEnumerable<UncPath> paths)
    {
        var all = paths.Distinct().ToArray();
        return new AskedPaths(all, all);
    }

    /// <summary>Of an operation on all shares.</summary>
    public static AskedPaths Shares(IEnumerable<UncPath> shares)
    {
        var all = shares.Distinct().ToArray();
        return new AskedPaths(all, all) { IsByPath = false };
    }

    /// <summary>The same, with what was asked for beside it and is no path.</summary>
    public AskedPaths With(IReadOnlyList<ItemOutcome> failures) => new(All, Roots) { IsByPath = IsByPath, Failures = failures };

    /// <summary>Of an operation on all that lies below a path: what is below another path is done with that one.</summary>
    public static AskedPaths Trees(IEnumerable<UncPath> paths)
    {
        var all = paths.Distinct().ToArray();
        var asked = new HashSet<UncPath>(all);
        return new AskedPaths(all, Array.FindAll(all, path => !Above(path).Any(asked.Contains)));
    }

    /// <summary>Whether a path lies below a root, asked for or not.</summary>
    public bool IsBelowRoot(UncPath path) => Above(path).Any(_roots.Contains);

    /// <summary>The paths from a path up to the root that it is done with, that one last; none for a root.</summary>
    public IEnumerable<UncPath> UpToRoot(UncPath path)
    {
        if (_roots.Contains(path)) yield break;
        foreach (var above in Above(path))
        {
            yield return above;
            if (_roots.Contains(above)) yield break;
        }
    }

    private static IEnumerable<UncPath> Above(UncPath path)
    {
        for (var above = path.Parent; above is not null; above = above.Parent) yield return above;
    }
}
