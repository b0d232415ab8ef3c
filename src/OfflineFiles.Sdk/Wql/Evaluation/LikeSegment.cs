namespace OfflineFiles.Sdk.Wql;

/// <summary>What stands between two <c>%</c> of a LIKE pattern.</summary>
internal sealed class LikeSegment(LikeElement[] elements)
{
    /// <summary>How many characters the segment takes.</summary>
    public int Length { get; } = elements.Sum(element => element.Length);

    /// <summary>Whether the segment has no wildcards.</summary>
    public bool IsLiteral { get; } = elements is [] or [LikeText];

    /// <summary>The literal characters that the segment begins with.</summary>
    public string Prefix { get; } = elements is [LikeText first, ..] ? first.Text : "";

    /// <summary>The characters of a literal segment; empty for another.</summary>
    public string Text => IsLiteral ? Prefix : "";

    /// <summary>Whether the segment matches at the given index.</summary>
    public bool IsMatchAt(string value, int index)
    {
        if (index < 0 || index + Length > value.Length) return false;
        foreach (var element in elements)
        {
            if (!element.IsMatch(value, index)) return false;
            index += element.Length;
        }

        return true;
    }

    /// <summary>Where the segment first matches between two indexes, wholly; -1 when nowhere.</summary>
    public int Find(string value, int start, int end)
    {
        var last = end - Length;
        if (last < start) return -1;
        if (IsLiteral) return value.IndexOf(Prefix, start, end - start, StringComparison.OrdinalIgnoreCase);
        for (var index = start; index <= last; index++)
            if (IsMatchAt(value, index)) return index;
        return -1;
    }
}
