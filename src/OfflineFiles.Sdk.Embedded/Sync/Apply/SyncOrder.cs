namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>What a walk comes to after something: the rest of a directory, and then what comes after that one.</summary>
/// <param name="Sides">The directory.</param>
/// <param name="Index">Where in it the rest begins.</param>
/// <param name="After">What comes after it; null if that is not known.</param>
internal sealed record SyncOrder(DirectorySides Sides, int Index, SyncOrder? After)
{
    /// <summary>The directories that come next, as far as it is known that they are the same on both sides. Those in them are not known yet.</summary>
    public IEnumerable<UncPath> Directories()
    {
        for (var order = this; order is not null; order = order.After)
        {
            var index = order.Index;
            while (order.Sides.TryNextDirectory(ref index, out var directory))
            {
                if (directory is null) yield break;
                yield return directory;
            }
        }
    }
}
