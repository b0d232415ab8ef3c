namespace OfflineFiles.Sdk.Embedded.Options;

/// <summary>Refuses options that cannot work before anything is made or opened.</summary>
internal static class EmbeddedBackendOptionsValidator
{
    // As opening has with shares: none is waited for longer than a person would.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="InvalidOptionsException">The options contradict themselves or one another; all faults are told.</exception>
    /// <exception cref="CacheOpenException">A directory is not named from the root, or the one that holds a new cache is not there.</exception>
    public static async Task ValidateAsync(EmbeddedBackendOptions options, CancellationToken cancellationToken)
    {
        var places = await Task.WhenAll((options.Shares ?? []).Select(mapping => PlaceAsync(mapping?.Directory, cancellationToken)))
            .ConfigureAwait(false);
        var faults = new OptionFaults(nameof(EmbeddedBackendOptions));
        var seen = new HashSet<UncPath>();
        faults.Require(options.Shares is not null, nameof(options.Shares), "is null. Leave it out, or give a list.");
        faults.Require(options.TimeProvider is not null, nameof(options.TimeProvider), "is null. Leave it out, or give a clock.");
        faults.Require(options.Logger is not null, nameof(options.Logger), "is null. Leave it out, or use NullLogger.Instance to log nowhere.");
        faults.Require(options.UserName is not null, nameof(options.UserName), "is null. Leave it out, or name the user.");
        faults.Require(Enum.IsDefined(options.OpenMode), nameof(options.OpenMode), $"is {options.OpenMode}, which is no mode. Use a member of CacheOpenMode.");
        faults.Require(
            options.ShareTimeout > TimeSpan.Zero || options.ShareTimeout == Timeout.InfiniteTimeSpan,
            nameof(options.ShareTimeout),
            $"is {options.ShareTimeout}, which is no time to wait. Give more than zero, or Timeout.InfiniteTimeSpan.");
        faults.Require(options.SettleTime >= TimeSpan.Zero, nameof(options.SettleTime), $"is {options.SettleTime}, which is negative. Give zero or more.");
        for (var i = 0; i < options.Shares?.Count; i++)
        {
            var place = $"{nameof(options.Shares)}[{i}]";
            if (options.Shares[i] is not { } mapping)
            {
                faults.Add(place, "is null. Leave it out, or map a share to a directory.");
                continue;
            }

            var inside = faults.Inside(place);
            inside.Require(!string.IsNullOrEmpty(mapping.Directory), nameof(mapping.Directory), "is not given. Name the directory that holds the files of the share.");
            if (!IsShare(mapping, inside)) continue;
            faults.Require(
                seen.Add(mapping.Share),
                nameof(options.Shares),
                $"hold {ShownPath.Quote(mapping.Share.ToString())}, which is mapped twice. Map each share to one directory.");
            faults.Require(
                !Overlap(options.CacheDirectory, places[i]),
                nameof(options.CacheDirectory),
                $"is {ShownPath.Quote(options.CacheDirectory)}, but it and the directory {ShownPath.Quote(mapping.Directory)} of "
                + $"{ShownPath.Quote(mapping.Share.ToString())} lie in one another. "
                + "Keep the cache outside of every share.");
        }

        faults.ThrowIfAny();
        RequireDirectories(options);
    }

    // A malformed path is a fault of its own; one of another depth has a directory all the same.
    private static bool IsShare(ShareMapping mapping, OptionFaults faults)
    {
        const string Advice = @"Write \\server\share, without anything below it.";
        if (mapping.ShareText is not { } text)
        {
            faults.Add(nameof(mapping.Share), $"is not given. {Advice}");
            return false;
        }

        if (!UncPath.TryParse(text, out var share))
        {
            faults.Add(nameof(mapping.Share), $"is {ShownPath.Quote(text)}, which is no UNC path. {Advice}");
            return false;
        }

        faults.Require(share.Depth == 2, nameof(mapping.Share), $"is {ShownPath.Quote(text)}, which is no share. {Advice}");
        return true;
    }

    private static void RequireDirectories(EmbeddedBackendOptions options)
    {
        var cache = FullPath("EmbeddedBackendOptions.CacheDirectory", options.CacheDirectory);
        // One that is not there is a share that is offline: it may be mounted later.
        foreach (var mapping in options.Shares) _ = FullPath("ShareMapping.Directory", mapping.Directory);
        if (options.OpenMode != CacheOpenMode.OpenOrCreate) return;
        if (!Directory.Exists(cache) && !Directory.Exists(Path.GetDirectoryName(cache)))
            throw new CacheOpenException(
                CacheOpenFailure.DirectoryMissing,
                ShownPath.Of(cache),
                $"The cache was to be opened in {ShownPath.Quote(cache)}, but neither it nor the directory above it exists. Create the directory above.");
    }

    private static string FullPath(string option, string? path) => IsFull(path)
        ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path!))
        : throw new CacheOpenException(
            CacheOpenFailure.DirectoryMissing,
            ShownPath.Of(path),
            $"{option} is {ShownPath.Quote(path)}, which is no full path. Name the directory from the root; mount what has an address first.");

    private static bool IsFull(string? path) => !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path);

    /// <summary>A cache in its own share would synchronise itself, for ever.</summary>
    private static bool Overlap(string? cache, string? share)
    {
        if (!IsFull(cache) || share is null) return false;
        var realCache = RealPath.Of(cache!);
        return RealPath.IsAtOrUnder(realCache, share) || RealPath.IsAtOrUnder(share, realCache);
    }

    /// <summary>Where a share really lies. One that hangs is taken for where it is said to lie; the thread that looks is left behind.</summary>
    private static async Task<string?> PlaceAsync(string? directory, CancellationToken cancellationToken)
    {
        if (!IsFull(directory)) return null;
        var look = Task.Factory.StartNew(
            () => RealPath.Of(directory!), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await look.WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory!));
        }
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
