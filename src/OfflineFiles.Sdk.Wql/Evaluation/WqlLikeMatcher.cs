using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Holds values against one LIKE pattern. Safe for use by several threads.</summary>
/// <remarks>
/// <para>The time of a match is linear in the length of the value, whatever the pattern and however many <c>%</c> it has. At the worst a
/// character costs a few dozen steps, and one more for every 64 characters of the longest stretch of the pattern without <c>%</c>; the
/// usual patterns are left to the searches of the platform, which look at many characters at once.</para>
/// <para>Matching allocates nothing, but for tables that a pattern makes once when it first needs them, and for stretches of more than 4,096
/// characters.</para>
/// </remarks>
public sealed class WqlLikeMatcher
{
    private readonly LikeProgram _program;

    /// <summary>Initializes the matcher of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public WqlLikeMatcher(WqlLikePattern pattern)
    {
        Pattern = Guard.NotNull(pattern);
        _program = pattern.Program;
    }

    /// <summary>The pattern that values are held against.</summary>
    public WqlLikePattern Pattern { get; }

    /// <summary>Returns true if the whole value matches the pattern, ignoring case.</summary>
    /// <param name="value">The value; null matches no pattern.</param>
    public bool IsMatch(string? value) => value is not null && value.Length >= _program.Length && _program.Shape switch
    {
        LikeShape.Literal => WqlText.AreEqual(value, _program.Text),
        LikeShape.Prefix => WqlText.StartsWith(value, _program.Text),
        LikeShape.Suffix => WqlText.EndsWith(value, _program.Text),
        LikeShape.Infix => _program.Segments[1].Find(value, 0, value.Length) >= 0,
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
