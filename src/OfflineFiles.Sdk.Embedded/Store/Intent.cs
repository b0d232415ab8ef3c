using OfflineFiles.Sdk.Embedded.Versions;
namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A change of the share that is about to be made, or was cut off.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">Where.</param>
/// <param name="Expected">What was there; null if nothing.</param>
internal sealed record Intent(IntentKind Kind, UncPath Path, ShareToken? Expected)
{
    /// <summary>0 until it is stored. It names the temporary files.</summary>
    public uint Id { get; init; }

    /// <summary>The opening of the cache that it belongs to: one of an earlier opening has no owner any more.</summary>
    public long Session { get; init; }

    /// <summary>The new path of a move.</summary>
    public UncPath? Target { get; init; }

    /// <summary>SHA-256 of what was there, hexadecimal; null if it is not known.</summary>
    public string? ExpectedHash { get; init; }

    /// <summary>SHA-256 of what is written, hexadecimal.</summary>
    public string? NewHash { get; init; }

    /// <summary>The last step that was recorded before it was taken.</summary>
    public ShareStep? Step { get; init; }

    /// <summary>What was recorded with the step.</summary>
    public string? Detail { get; init; }
}

/// <summary>The numbers that the database keeps of what an intent does.</summary>
internal enum IntentKind
{
    Write = 0,
    Delete = 1,
    Move = 2,
}
