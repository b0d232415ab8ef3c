namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>That a type in one folder uses a type in another. Folders are relative to the library, empty for its root.</summary>
internal sealed record FolderUse(string From, string FromType, string To, string ToType)
{
    /// <summary>The folder that a folder lies in; null for the root.</summary>
    public static string? ParentOf(string folder) => folder.Length == 0 ? null : folder[..Math.Max(0, folder.LastIndexOf('/'))];

    /// <summary>A folder and the one right above it are one room and its hall: they may use each other.</summary>
    public bool IsBetweenParentAndChild => ParentOf(From) == To || ParentOf(To) == From;

    public override string ToString() => $"{FromType} -> {ToType}";
}

/// <summary>The arrows between folders, and the circles among them.</summary>
internal sealed class FolderGraph
{
    private const int MostUsesShown = 8;

    private readonly Dictionary<string, Dictionary<string, List<FolderUse>>> _arrows;

    public FolderGraph(IEnumerable<FolderUse> uses) => _arrows = uses
        .Where(use => use.From != use.To && !use.IsBetweenParentAndChild)
        .GroupBy(use => use.From)
        .ToDictionary(from => from.Key, from => from.GroupBy(use => use.To).ToDictionary(to => to.Key, to => to.ToList()));

    /// <summary>
    /// Every circle that no shorter one explains: for each arrow that lies in a circle, the shortest circle it lies in, shortest first. Each as a
    /// text: the chain of folders, and below it the uses that make each arrow.
    /// </summary>
    public IReadOnlyList<string> Circles()
    {
        var circles = from arrow in _arrows
                      from to in arrow.Value.Keys
                      let back = ShortestPath(to, arrow.Key)
                      where back is not null
                      select Rotated([.. back]);
        return
        [
            .. circles.DistinctBy(circle => string.Join('|', circle))
                .OrderBy(circle => circle.Count).ThenBy(circle => circle[0], StringComparer.Ordinal).Select(Describe),
        ];
    }

    private List<string>? ShortestPath(string from, string to)
    {
        var cameFrom = new Dictionary<string, string?> { [from] = null };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var folder))
        {
            if (folder == to) break;
            if (!_arrows.TryGetValue(folder, out var next)) continue;
            foreach (var neighbour in next.Keys.Order(StringComparer.Ordinal))
                if (cameFrom.TryAdd(neighbour, folder)) open.Enqueue(neighbour);
        }

        if (!cameFrom.ContainsKey(to)) return null;
        var path = new List<string>();
        for (var folder = (string?)to; folder is not null; folder = cameFrom[folder]) path.Insert(0, folder);
        return path;
    }

    // The same circle is found from each of its arrows: written from its first name on it is the same text.
    private static List<string> Rotated(List<string> circle)
    {
        var first = circle.IndexOf(circle.Order(StringComparer.Ordinal).First());
        return [.. circle.Skip(first), .. circle.Take(first)];
    }

    private string Describe(List<string> circle)
    {
        var lines = new List<string> { string.Join(" -> ", circle.Append(circle[0]).Select(Name)) };
        for (var i = 0; i < circle.Count; i++)
        {
            var (from, to) = (circle[i], circle[(i + 1) % circle.Count]);
            var uses = _arrows[from][to].Select(use => use.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
            var rest = uses.Count > MostUsesShown ? $", and {uses.Count - MostUsesShown} more" : "";
            lines.Add($"    {Name(from)} -> {Name(to)}: {string.Join(", ", uses.Take(MostUsesShown))}{rest}");
        }

        return string.Join('\n', lines);
    }

    private static string Name(string folder) => folder.Length == 0 ? "(root)" : folder;
}
