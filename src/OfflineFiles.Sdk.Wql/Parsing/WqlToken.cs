namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>A stretch of the text, from <see cref="Start"/> up to but without <see cref="End"/>.</summary>
internal readonly struct WqlToken(WqlTokenKind kind, int start, int end)
{
    public WqlTokenKind Kind => kind;

    public int Start => start;

    public int End => end;

    public int Length => end - start;
}
