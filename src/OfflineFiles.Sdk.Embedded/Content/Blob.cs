namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>One immutable version of some bytes in the cache.</summary>
/// <param name="Id">Its name; has nothing to do with the item's.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
internal readonly record struct Blob(string Id, long Length, string Hash);
