namespace OfflineFiles.Sdk.Embedded.Tests.Histories;

/// <summary>
/// Every version that somebody wrote, and whether it may be gone: a version may go only when whoever wrote over it, or deleted it, had it before him.
/// </summary>
internal sealed class Versions
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly List<(string Old, string New)> _eitherOr = [];
    private int _count;

    /// <summary>A version that nobody wrote before. Most are of one size.</summary>
    public string Next()
    {
        var content = $"version {++_count:D5}{(_count % 4 == 0 ? " and more of it" : "")}";
        _written.Add(content);
        return content;
    }

    public void Known(string content)
    {
        _written.Add(content);
        Accepted(content);
    }

    /// <summary>The write succeeded: from now on it must not be lost.</summary>
    public void Accepted(string content) => _accepted.Add(content);

    /// <summary>It was written over, or deleted, by somebody who had it before him.</summary>
    public void Gone(string? content)
    {
        if (content is not null) _gone.Add(content);
    }

    /// <summary>A write over a version failed: one of the two must be there.</summary>
    public void Either(string? old, string @new)
    {
        if (old is not null) _eitherOr.Add((old, @new));
    }

    /// <summary>What is wrong with what can be read now; null if nothing is.</summary>
    /// <param name="readable">What is there, under names that people see and under the engine's own.</param>
    /// <param name="seen">What is there under names that people see.</param>
    public string? Fault(IReadOnlyCollection<string> readable, IEnumerable<string> seen)
    {
        if (seen.FirstOrDefault(content => !_written.Contains(content)) is { } invented) return $"'{invented}' is invented";
        // A write that was said to have failed may have been done: then what it wrote is there, or was there and somebody went on from it.
        foreach (var (old, @new) in _eitherOr)
            if (readable.Contains(@new) || _gone.Contains(@new)) _gone.Add(old);
        return _accepted.FirstOrDefault(content => !_gone.Contains(content) && !readable.Contains(content)) is { } lost ? $"'{lost}' is lost" : null;
    }
}
