namespace OfflineFiles.Sdk.Embedded.Options;

/// <summary>Refuses options that cannot work before anything is made or opened.</summary>
internal static class EmbeddedBackendOptionsValidator
{
    /// <exception cref="InvalidOptionsException">The options contradict themselves or one another; all faults are told.</exception>
    /// <exception cref="CacheOpenException">A directory is not named from the root, or is not there.</exception>
    public static void Validate(EmbeddedBackendOptions options)
    {
        var faults = new OptionFaults(nameof(EmbeddedBackendOptions));
        var seen = new HashSet<UncPath>();
        for (var i = 0; i < options.Shares.Count; i++)
        {
            var mapping = options.Shares[i];
            faults.Inside($"{nameof(options.Shares)}[{i}]").Require(
                mapping.Share.Depth == 2,
                nameof(mapping.Share),
                $@"is '{mapping.Share}', which is no share. Write \\server\share, without anything below it.");
            faults.Require(
                seen.Add(mapping.Share),
                nameof(options.Shares),
                $"hold '{mapping.Share}', which is mapped twice. Map each share to one directory.");
            faults.Require(
                !Overlap(options.CacheDirectory, mapping.Directory),
                nameof(options.CacheDirectory),
                $"is '{options.CacheDirectory}', but it and the directory '{mapping.Directory}' of '{mapping.Share}' lie in one another. "
                + "Keep the cache outside of every share.");
        }

        faults.ThrowIfAny();
        RequireDirectories(options);
    }

    private static void RequireDirectories(EmbeddedBackendOptions options)
    {
        var cache = FullPath("EmbeddedBackendOptions.CacheDirectory", options.CacheDirectory);
        foreach (var mapping in options.Shares)
        {
            var directory = FullPath("ShareMapping.Directory", mapping.Directory);
            if (!Directory.Exists(directory))
                throw new CacheOpenException(
                    CacheOpenFailure.DirectoryMissing,
                    directory,
                    $"The share '{mapping.Share}' was to be the directory '{directory}', but there is no such directory. "
                    + "Create or mount it, or leave the mapping out to work offline.");
        }

        if (!Directory.Exists(cache) && !Directory.Exists(Path.GetDirectoryName(cache)))
            throw new CacheOpenException(
                CacheOpenFailure.DirectoryMissing,
                cache,
                $"The cache was to be opened in '{cache}', but neither it nor the directory above it exists. Create the directory above.");
    }

    private static string FullPath(string option, string? path) => IsFull(path)
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path!))
        : throw new CacheOpenException(
            CacheOpenFailure.DirectoryMissing, path ?? "", $"{option} is '{path}', which is no full path. Name the directory from the root.");

    private static bool IsFull(string? path) => !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path);

    /// <summary>A cache in its own share would synchronise itself, for ever.</summary>
    private static bool Overlap(string cache, string directory)
    {
        if (!IsFull(cache) || !IsFull(directory)) return false;
        var realCache = RealPath.Of(cache);
        var realShare = RealPath.Of(directory);
        return RealPath.IsAtOrUnder(realCache, realShare) || RealPath.IsAtOrUnder(realShare, realCache);
    }
}

/// <summary>Where a path really leads, links followed.</summary>
internal static class RealPath
{
    private static readonly StringComparison Comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null) return full;
        var here = Path.Join(Of(parent), Path.GetFileName(full));
        var directory = new DirectoryInfo(here);
        return directory.Exists && directory.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
    }

    public static bool IsAtOrUnder(string path, string ancestor) =>
        path.Equals(ancestor, Comparison)
        || path.StartsWith(Path.TrimEndingDirectorySeparator(ancestor) + Path.DirectorySeparatorChar, Comparison)
        || ancestor == Path.GetPathRoot(ancestor) && path.StartsWith(ancestor, Comparison);
}
