namespace OfflineFiles.Sdk.Embedded.Tests.Soak;

/// <summary>What one write put under a name: lines that are all alike, and like no other write's. So a mix of two shows.</summary>
internal sealed class SoakVersion(string line, int lines, SoakVersion? before)
{
    private volatile bool _isAcknowledged;
    private volatile bool _wasSeen;
    private volatile bool _wasDeleted;

    public string Line => line;

    public string Content => lines == 1 ? line : string.Concat(Enumerable.Repeat(line, lines));

    /// <summary>The version that it was written over; null if there was none.</summary>
    public SoakVersion? Before => before;

    /// <summary>The write succeeded: from now on the version must not be lost.</summary>
    public bool IsAcknowledged => _isAcknowledged;

    /// <summary>Somebody read it, whatever its writer was told.</summary>
    public bool WasSeen => _wasSeen;

    /// <summary>Somebody who had read it deleted it.</summary>
    public bool WasDeleted => _wasDeleted;

    public void Acknowledge() => _isAcknowledged = true;

    public void See() => _wasSeen = true;

    public void Delete() => _wasDeleted = true;

    public override string ToString() => $"{line.TrimEnd()} after {before?.Line.TrimEnd() ?? "nothing"}";
}
