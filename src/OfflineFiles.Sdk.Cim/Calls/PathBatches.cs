namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>Cuts a list of paths into parts that fit into one call each, in the same order, none of them empty.</summary>
internal static class PathBatches
{
    // The limits of Windows are not documented; servers are known to take 2,000 paths of 44 characters and to refuse 5,000 (observed behaviour).
    internal const int MostPaths = 1000;
    internal const int MostCharacters = 64_000;

    public static IEnumerable<IReadOnlyList<UncPath>> Of(IReadOnlyList<UncPath> paths)
    {
        var part = new List<UncPath>();
        var characters = 0;
        foreach (var path in paths)
        {
            var length = path.ToString().Length;
            if (part.Count == MostPaths || (part.Count > 0 && characters + length > MostCharacters))
            {
                yield return part;
                part = [];
                characters = 0;
            }

            part.Add(path);
            characters += length;
        }

        if (part.Count > 0) yield return part;
    }
}
