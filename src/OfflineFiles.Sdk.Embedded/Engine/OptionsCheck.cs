namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Refuses options that cannot work before anything is made or opened.</summary>
internal static class OptionsCheck
{
    public static void Check(EmbeddedBackendOptions options)
    {
        var cache = FullPath("EmbeddedBackendOptions.CacheDirectory", options.CacheDirectory);
        var seen = new HashSet<UncPath>();
        foreach (var mapping in options.Shares)
        {
            if (mapping.Share.Depth != 2)
                throw new InvalidOptionsException(
                    "ShareMapping.Share", $"'{mapping.Share}' was to be mapped, but it is no share. Write \\\\server\\share, without anything below it.");
            if (!seen.Add(mapping.Share))
                throw new InvalidOptionsException(
                    "EmbeddedBackendOptions.Shares", $"The share '{mapping.Share}' is mapped twice. Map each share to one directory.");
            var directory = FullPath("ShareMapping.Directory", mapping.Directory);
            if (!Directory.Exists(directory))
                throw new CacheOpenException(
                    CacheOpenFailure.DirectoryMissing,
                    directory,
                    $"The share '{mapping.Share}' was to be the directory '{directory}', but there is no such directory. Create or mount it, or leave the mapping out to work offline.");
            RefuseOverlap(cache, directory, mapping.Share);
        }

        if (!Directory.Exists(cache) && !Directory.Exists(Path.GetDirectoryName(cache)))
            throw new CacheOpenException(
                CacheOpenFailure.DirectoryMissing,
                cache,
                $"The cache was to be opened in '{cache}', but neither it nor the directory above it exists. Create the directory above.");
    }

    private static string FullPath(string option, string? path) => !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path)
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))
        : throw new CacheOpenException(
            CacheOpenFailure.DirectoryMissing, path ?? "", $"{option} is '{path}', which is no full path. Name the directory from the root.");

    /// <summary>A cache in its own share would synchronise itself, for ever.</summary>
    private static void RefuseOverlap(string cache, string directory, UncPath share)
    {
        var realCache = RealPath.Of(cache);
        var realShare = RealPath.Of(directory);
        if (RealPath.IsAtOrUnder(realCache, realShare) || RealPath.IsAtOrUnder(realShare, realCache))
            throw new InvalidOptionsException(
                "EmbeddedBackendOptions.CacheDirectory",
                $"The cache directory '{cache}' and the directory '{directory}' of '{share}' lie in one another. Keep the cache outside of every share.");
    }
}
