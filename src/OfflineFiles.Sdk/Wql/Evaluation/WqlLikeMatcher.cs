namespace OfflineFiles.Sdk.Wql;

/// <summary>Holds values against one LIKE pattern. Safe for use by several threads; matching allocates nothing.</summary>
/// <remarks>The time of a match is bounded by the length of the value times the length of the pattern, however many <c>%</c> it has.</remarks>
public sealed class WqlLikeMatcher
{
    private readonly LikeProgram _program;

    /// <summary>Makes the matcher of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public WqlLikeMatcher(WqlLikePattern pattern)
    {
        Pattern = Guard.NotNull(pattern);
        _program = pattern.Program;
    }

    /// <summary>The pattern that values are held against.</summary>
    public WqlLikePattern Pattern { get; }

    /// <summary>Whether the whole value matches the pattern, ignoring case.</summary>
    /// <param name="value">The value; null matches no pattern.</param>
    public bool IsMatch(string? value) => value is not null && _program.Shape switch
    {
        LikeShape.Literal => string.Equals(value, _program.Text, StringComparison.OrdinalIgnoreCase),
        LikeShape.Prefix => value.StartsWith(_program.Text, StringComparison.OrdinalIgnoreCase),
        LikeShape.Suffix => value.EndsWith(_program.Text, StringComparison.OrdinalIgnoreCase),
        LikeShape.Infix => value.IndexOf(_program.Text, 0, StringComparison.OrdinalIgnoreCase) >= 0,
        LikeShape.Anything => true,
        LikeShape.Nothing => false,
        _ => IsMatch(value, _program.Segments),
    };

    private static bool IsMatch(string value, LikeSegment[] segments)
    {
        var first = segments[0];
        if (segments.Length == 1) return value.Length == first.Length && first.IsMatchAt(value, 0);

        var last = segments[segments.Length - 1];
        var end = value.Length - last.Length;
        if (end < first.Length || !first.IsMatchAt(value, 0) || !last.IsMatchAt(value, end)) return false;

        // A segment has a fixed length, so taking the first place where it matches never costs a later one its match.
        var start = first.Length;
        for (var i = 1; i < segments.Length - 1; i++)
        {
            var found = segments[i].Find(value, start, end);
            if (found < 0) return false;
            start = found + segments[i].Length;
        }

        return true;
    }
}
