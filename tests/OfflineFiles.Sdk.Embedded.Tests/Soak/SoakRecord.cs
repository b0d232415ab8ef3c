using System.Collections.Concurrent;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Soak;

/// <summary>
/// All that was written, read, refused and found wrong. A version may be gone only when somebody wrote over it, or deleted it, who had it before him.
/// </summary>
internal sealed class SoakRecord
{
    private readonly ConcurrentDictionary<string, SoakVersion> _versions = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _last;

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>A version that nobody wrote before. Most are of one size, so that only the bytes tell them apart.</summary>
    public SoakVersion Next(Random random, SoakVersion? before) => Add(random.Next(20) switch { 0 => 8000, < 4 => 50, _ => 1 }, before);

    /// <summary>A line that is added to what is there.</summary>
    public SoakVersion NextLine() => Add(1, null);

    /// <summary>The version that was read; null, and a fault, if nobody wrote exactly that.</summary>
    public SoakVersion? Read(string content, string where)
    {
        if (!_versions.TryGetValue(FirstLine(content), out var version) || version.Content != content)
        {
            Fault($"{where}: {content.Length} characters were read that nobody wrote so, beginning with '{FirstLine(content).TrimEnd()}'");
            return null;
        }

        version.See();
        return version;
    }

    /// <summary>What can be read of a file to which lines are added: each of them is somebody's, and is there once.</summary>
    public void ReadLines(string content, string where)
    {
        var lines = LinesOf(content).ToList();
        if (string.Concat(lines) != content) Fault($"{where}: its last line is not whole");
        if (lines.Distinct(StringComparer.Ordinal).Count() != lines.Count) Fault($"{where}: lines are there twice");
        foreach (var line in lines)
        {
            if (_versions.TryGetValue(line, out var version)) version.See();
            else Fault($"{where}: nobody wrote the line '{line.TrimEnd()}'");
        }
    }

    public void Fault(string what) => _faults.Enqueue(what);

    public void Count(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>The acknowledged versions that are nowhere, though nobody wrote over them or deleted them.</summary>
    /// <param name="contents">Of all files that can be read in the end, in the caches and on the share.</param>
    public IReadOnlyList<SoakVersion> Lost(IEnumerable<string> contents)
    {
        var found = contents.SelectMany(content => LinesOf(content).Distinct(StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var overwritten = _versions.Values
            .Where(version => version.Before is not null && (version.IsAcknowledged || version.WasSeen || found.Contains(version.Line)))
            .Select(version => version.Before!)
            .ToHashSet();
        return
        [
            .. _versions.Values.Where(version =>
                version is { IsAcknowledged: true, WasDeleted: false } && !overwritten.Contains(version) && !found.Contains(version.Line)),
        ];
    }

    public override string ToString()
    {
        var counts = _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}");
        return $"{_versions.Values.Count(version => version.IsAcknowledged)} writes acknowledged; {string.Join(", ", counts)}";
    }

    private static string FirstLine(string content) => content[..(content.IndexOf('\n') + 1)];

    private static IEnumerable<string> LinesOf(string content) => content.Split('\n')[..^1].Select(line => line + "\n");

    private SoakVersion Add(int lines, SoakVersion? before)
    {
        var version = new SoakVersion(Interlocked.Increment(ref _last).ToString("d10", CultureInfo.InvariantCulture) + "\n", lines, before);
        _versions[version.Line] = version;
        return version;
    }
}
