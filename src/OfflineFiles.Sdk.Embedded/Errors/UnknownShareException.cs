namespace OfflineFiles.Sdk.Embedded;

/// <summary>An item was named whose share is not mapped to a directory in the embedded cache. Nothing was done.</summary>
public sealed class UnknownShareException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="UnknownShareException"/> class.</summary>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="knownShares">The shares that are mapped; may be empty.</param>
    public UnknownShareException(UncPath path, IReadOnlyList<UncPath> knownShares)
        : base(Describe(path, knownShares))
    {
        Path = path;
        KnownShares = knownShares;
    }

    /// <summary>The path that was asked for.</summary>
    public UncPath Path { get; }

    /// <summary>The shares that are mapped, in the order they were mapped; empty when there is none.</summary>
    public IReadOnlyList<UncPath> KnownShares { get; }

    private static string Describe(UncPath path, IReadOnlyList<UncPath> knownShares)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(knownShares);
        var known = knownShares.Count == 0 ? "no share is mapped" : $"the mapped shares are {string.Join(", ", knownShares)}";
        return $"'{path}' was asked for, but its share is not mapped: {known}. Map the share to a directory in the cache's options.";
    }
}
