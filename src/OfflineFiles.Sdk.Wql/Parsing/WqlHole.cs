namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>The stretch of a text that was written for a value of the caller.</summary>
internal readonly struct WqlHole(int start, int end)
{
    public int Start => start;

    public int End => end;
}
