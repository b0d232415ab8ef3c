using System.Security.Cryptography;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The bytes of files of a directory.</summary>
internal static class ShareBytes
{
    private const int BufferLength = 128 * 1024;

    public static byte[] Hash(DirectoryHandle directory, string name)
    {
        using var file = directory.OpenRead(name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        var length = file.Status().Size;
        // No more than it had: one that grows as fast as it is read has an end all the same.
        for (long position = 0; position < length;)
        {
            var count = file.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - position)), position);
            if (count == 0) break;
            hash.AppendData(buffer, 0, count);
            position += count;
            ShareProgress.Made();
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Whether a file stands under a name that has these bytes.</summary>
    public static bool Are(DirectoryHandle directory, string name, byte[] sha256) =>
        directory.TryStatus(name) is { Type: FileType.File } && Hash(directory, name).AsSpan().SequenceEqual(sha256);
}
