using System.Text;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>
/// A LIKE pattern taken apart: the segments between its <c>%</c>, each of a fixed length. The first is bound to the beginning of the value
/// and the last to its end; one segment alone is bound to both.
/// </summary>
internal sealed class LikeProgram
{
    private LikeProgram(LikeSegment[]? segments)
    {
        Segments = segments ?? [];
        Shape = segments is null ? LikeShape.Nothing : FindShape(segments);
        Text = string.Concat(Segments.Select(segment => segment.Text));
        Prefix = Segments.Length == 0 ? "" : Segments[0].Prefix;
        Length = Segments.Sum(segment => segment.Length);
    }

    public LikeSegment[] Segments { get; }

    public LikeShape Shape { get; }

    /// <summary>The characters of a shape that has only literal ones.</summary>
    public string Text { get; }

    /// <summary>How many characters a value has at least.</summary>
    public int Length { get; }

    /// <summary>The literal characters before the first wildcard.</summary>
    public string Prefix { get; }

    public static LikeProgram Read(string pattern)
    {
        var segments = new List<LikeSegment>();
        var elements = new List<LikeElement>();
        var literal = new StringBuilder();

        void EndLiteral()
        {
            if (literal.Length == 0) return;
            elements.Add(new LikeText(literal.ToString()));
            literal.Clear();
        }

        void EndSegment()
        {
            EndLiteral();
            segments.Add(new LikeSegment(elements.ToArray()));
            elements.Clear();
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '%':
                    EndSegment();
                    while (i + 1 < pattern.Length && pattern[i + 1] == '%') i++;
                    break;
                case '_':
                    EndLiteral();
                    elements.Add(LikeSet.Any);
                    break;
                case '[':
                    var close = pattern.IndexOf(']', i + 1);
                    if (close < 0) return new LikeProgram(null);
                    var set = LikeSet.Read(pattern.Substring(i + 1, close - i - 1));
                    i = close;
                    if (set is LikeText one)
                    {
                        literal.Append(one.Text);
                        break;
                    }

                    EndLiteral();
                    elements.Add(set);
                    break;
                case var c:
                    literal.Append(c);
                    break;
            }
        }

        EndSegment();
        return new LikeProgram(segments.ToArray());
    }

    private static LikeShape FindShape(LikeSegment[] segments)
    {
        if (Array.Exists(segments, segment => !segment.IsLiteral)) return LikeShape.General;
        return segments switch
        {
            [_] => LikeShape.Literal,
            [{ Length: 0 }, { Length: 0 }] => LikeShape.Anything,
            [_, { Length: 0 }] => LikeShape.Prefix,
            [{ Length: 0 }, _] => LikeShape.Suffix,
            [{ Length: 0 }, _, { Length: 0 }] => LikeShape.Infix,
            _ => LikeShape.General,
        };
    }
}

/// <summary>The shapes of a LIKE pattern that need no matching machine.</summary>
internal enum LikeShape
{
    /// <summary>Wildcards inside: see the segments.</summary>
    General,

    /// <summary>One text, without wildcards.</summary>
    Literal,

    /// <summary><c>text%</c></summary>
    Prefix,

    /// <summary><c>%text</c></summary>
    Suffix,

    /// <summary><c>%text%</c></summary>
    Infix,

    /// <summary>Only <c>%</c>: any text.</summary>
    Anything,

    /// <summary>A set is never closed: no text.</summary>
    Nothing,
}
