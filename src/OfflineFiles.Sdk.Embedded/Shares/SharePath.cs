using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// The components of an item below its share root; none for the root itself. Validated: no component is empty, relative, or holds a
/// separator or NUL, so that it cannot climb out. Compared ordinal, ignoring case; the spelling is kept.
/// </summary>
internal readonly struct SharePath : IEquatable<SharePath>
{
    private readonly string[]? _components;

    private SharePath(string[] components, int depth) => (_components, Depth) = (components, depth);

    public static SharePath Root => default;

    /// <summary>The number of components.</summary>
    public int Depth { get; }

    public ArraySegment<string> Components => _components is null ? ArraySegment<string>.Empty : new ArraySegment<string>(_components, 0, Depth);

    public bool IsRoot => Depth == 0;

    /// <summary>The last component; empty for the root.</summary>
    public string Name => IsRoot ? "" : _components![Depth - 1];

    /// <summary>One level up; the root's parent is the root.</summary>
    public SharePath Parent => Depth <= 1 ? Root : Take(Depth - 1);

    /// <exception cref="PathOutsideShareException">The path does not lie at or below the share root.</exception>
    public static SharePath From(UncPath path, UncPath shareRoot)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(shareRoot);
        if (!path.IsAtOrUnder(shareRoot))
            throw new PathOutsideShareException(path.ToString(), shareRoot.ToString(), "it lies under another root");
        var below = path.ToString()[shareRoot.ToString().Length..];
        return below.Length == 0 ? Root : Of(below[1..].Split('\\'));
    }

    /// <exception cref="PathOutsideShareException">A component is no plain name.</exception>
    public static SharePath Of(params string[] components)
    {
        ArgumentNullException.ThrowIfNull(components);
        foreach (var component in components)
            if (FindFault(component) is { } fault)
                throw new PathOutsideShareException(string.Join('\\', components), "the share root", fault);
        return new SharePath([.. components], components.Length);
    }

    /// <summary>The path of its first components.</summary>
    public SharePath Take(int depth) => depth == 0 ? Root : new SharePath(_components!, depth);

    /// <summary>Whether the other path leads through this one, or to it, in this spelling.</summary>
    public bool IsAtOrAbove(SharePath other)
    {
        if (Depth > other.Depth) return false;
        // The last ones are those that differ.
        for (var i = Depth - 1; i >= 0; i--)
            if (_components![i] != other._components![i]) return false;
        return true;
    }

    /// <exception cref="PathOutsideShareException">The name is no plain name.</exception>
    public SharePath Append(string name) =>
        FindFault(name) is { } fault
            ? throw new PathOutsideShareException($"{this}\\{name}", "the share root", fault)
            : new SharePath([.. Components, name], Depth + 1);

    /// <summary>Why a text cannot be a component, as the end of a sentence; null if it can.</summary>
    public static string? FindFault(string? component) => component switch
    {
        null or "" => "it has an empty component",
        "." or ".." => $"the component '{component}' is relative",
        _ when component.AsSpan().IndexOfAny('\\', '/') >= 0 => "a component holds a separator",
        _ when component.Contains('\0', StringComparison.Ordinal) => "a component holds a NUL character",
        _ => null,
    };

    /// <summary>Refuses a place whose name, or that of a directory above it, is one of those that the engine keeps for its own files and never shows.</summary>
    /// <exception cref="OperationNotSupportedException">It is.</exception>
    public void RefuseReserved(UncPath root, string operation)
    {
        if (Components.FirstOrDefault(TemporaryName.IsReserved) is not { } reserved) return;
        throw new OperationNotSupportedException(
            operation,
            "Embedded",
            $"'{root}\\{this}' was asked for, and '{reserved}' is a name that the cache keeps for its own files on the share. Choose another name.");
    }

    public bool Equals(SharePath other)
    {
        if (Depth != other.Depth) return false;
        for (var i = Depth - 1; i >= 0; i--)
            if (!WqlText.AreEqual(_components![i], other._components![i])) return false;
        return true;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is SharePath other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var component in Components) hash.Add(component, WqlText.Comparer);
        return hash.ToHashCode();
    }

    /// <summary>Joined with backslashes; empty for the root.</summary>
    public override string ToString() => string.Join('\\', _components ?? [], 0, Depth);

    public static bool operator ==(SharePath left, SharePath right) => left.Equals(right);

    public static bool operator !=(SharePath left, SharePath right) => !left.Equals(right);
}
