namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// The exception that is thrown if the share of a path is neither mapped to a directory nor in the embedded cache. Nothing was done.
/// </summary>
public sealed class UnknownShareException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="UnknownShareException"/> class.</summary>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="knownShares">The shares that are mapped; can be empty.</param>
    public UnknownShareException(UncPath path, IReadOnlyList<UncPath> knownShares)
        : base(Describe(path, knownShares))
    {
        Path = path;
        KnownShares = knownShares;
    }

    /// <summary>The path that was asked for.</summary>
    public UncPath Path { get; }

    /// <summary>The shares that are mapped, in the order of the options; empty if no share is mapped.</summary>
    public IReadOnlyList<UncPath> KnownShares { get; }

    private static string Describe(UncPath path, IReadOnlyList<UncPath> knownShares)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(knownShares);
        var known = knownShares.Count == 0 ? "no share is mapped" : $"the mapped shares are {string.Join(", ", knownShares)}";
        return $"'{path}' was asked for, but its share is not mapped: {known}. Map the share to a directory in the cache's options.";
    }
}
