namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>Runs of zeros that need not be written: what is skipped in a new file reads as zeros, and takes no room where the file system knows holes.</summary>
internal static class Holes
{
    private const int ShortestLength = 32 * 1024;

    public static bool IsHole(ReadOnlySpan<byte> bytes) => bytes.Length >= ShortestLength && bytes.IndexOfAnyExcept((byte)0) < 0;
}
