namespace OfflineFiles.Sdk.Wql;

/// <summary>Which class is derived from which, for ISA and the system properties. Names compare ignoring case. Immutable.</summary>
/// <remarks>A class that is not listed has no base class, so it is derived from nothing but itself.</remarks>
public sealed class WqlClassHierarchy
{
    private readonly Dictionary<string, string> _baseOf = new(WqlText.Comparer);

    /// <summary>Takes a list of classes.</summary>
    /// <param name="classes">Pairs of a class and the class it is derived from; a class without a base class has no pair.</param>
    /// <exception cref="ArgumentException">
    /// A name is not a valid class name, a class is listed twice, or is derived from itself in the end.
    /// </exception>
    public WqlClassHierarchy(IEnumerable<KeyValuePair<string, string>> classes)
    {
        foreach (var pair in Guard.NotNull(classes))
            _baseOf.Add(WqlName.Check(pair.Key, nameof(classes)), WqlName.Check(pair.Value, nameof(classes)));
        foreach (var name in _baseOf.Keys)
            if (Bases(name).Take(_baseOf.Count + 1).Contains(name, WqlText.Comparer))
                throw new ArgumentException($"The class {ReadableText.Of(name)} cannot be derived from itself.", nameof(classes));
    }

    /// <summary>No class is derived from another.</summary>
    public static WqlClassHierarchy Flat { get; } = new([]);

    /// <summary>The class that a class is derived from; null if it has no base class or is not listed.</summary>
    /// <param name="className">The class.</param>
    public string? BaseOf(string className) => _baseOf.TryGetValue(Guard.NotNull(className), out var found) ? found : null;

    /// <summary>The class at the top of the line that a class is derived from; the class itself if it has no base class.</summary>
    /// <param name="className">The class.</param>
    public string RootOf(string className)
    {
        var root = Guard.NotNull(className);
        while (BaseOf(root) is { } above) root = above;
        return root;
    }

    /// <summary>Returns true if a class is the asked one or is derived from it.</summary>
    /// <param name="className">The class.</param>
    /// <param name="asked">The class that is asked about.</param>
    public bool IsA(string className, string asked)
    {
        Guard.NotNull(asked);
        for (var name = (string?)Guard.NotNull(className); name is not null; name = BaseOf(name))
            if (WqlName.AreEqual(name, asked)) return true;
        return false;
    }

    private IEnumerable<string> Bases(string className)
    {
        for (var name = BaseOf(className); name is not null; name = BaseOf(name)) yield return name;
    }
}
