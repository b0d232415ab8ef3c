using System.Buffers;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>Looks whether blobs are there, for whoever asks for many of them. Safe to use from several threads.</summary>
internal sealed class BlobLook(string root) : IDisposable
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private readonly PrivateDirectory _root = new(root);

    /// <summary>Whether a blob is there and has all its bytes, as far as its directory tells.</summary>
    /// <param name="id">In UTF-8.</param>
    /// <param name="length">How many bytes.</param>
    public bool Holds(ReadOnlySpan<byte> id, long length)
    {
        if (id.Length != ContentStore.IdLength || id.ContainsAnyExcept(HexDigits)) return false;
        Span<byte> place = stackalloc byte[ContentStore.ShardLength + 1 + ContentStore.IdLength + 1];
        id[..ContentStore.ShardLength].CopyTo(place);
        place[ContentStore.ShardLength] = (byte)'/';
        id.CopyTo(place[(ContentStore.ShardLength + 1)..]);
        place[^1] = 0;
        try
        {
            return ContentStore.IsWhole(_root.Inspect(place), length);
        }
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.NotADirectory)
        {
            return false;
        }
    }

    public void Dispose() => _root.Dispose();
}
