using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Which directory the root really is. Device and number may change when a file system is mounted anew; what a cache remembers may not.</summary>
/// <remarks>An object, since calls beside each other compare with it while a new look replaces it: a value of so many words could be read half.</remarks>
/// <param name="Device">The device, while it is mounted.</param>
/// <param name="FileId">The root's own number. It proves nothing: that of every ext4 is 2.</param>
/// <param name="FileSystem">The name of the file system, for people.</param>
/// <param name="FileSystemId">What the file system was given when it was made; null if the system does not tell it.</param>
/// <param name="Birth">When the root was made, in nanoseconds since 1970-01-01 UTC; null if the file system does not keep it, or lets anybody set it.</param>
/// <param name="Marker">What the marker file at the root says; null if it was not looked for, or is not there.</param>
internal sealed record ShareIdentity(ulong Device, UInt128 FileId, string FileSystem, string? FileSystemId, Int128? Birth, string? Marker)
{
    /// <summary>Equal for the same root of the same volume, and, if it is strong, for no other: what a cache remembers.</summary>
    public string Key => FileSystemId is not null ? Text("volume", FileSystemId)
        : Birth is not null ? string.Create(CultureInfo.InvariantCulture, $"{Text("birth", FileSystem)}:{Birth}")
        : Marker is not null ? $"marker:{Marker}"
        : Weak;

    /// <summary>Whether the key alone tells this root from every other.</summary>
    public bool IsStrong => FileSystemId is not null || Birth is not null || Marker is not null;

    private string Weak => Text("weak", FileSystem);

    /// <summary>
    /// Whether it is the root that a cache remembers by its key; a cache that could not know better once, because the system did not tell, is believed.
    /// </summary>
    public bool IsRootOf(string key) => key == Key || (key == Weak && Marker is null);

    private string Text(string kind, string name) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{name}:{FileId:x}");
}
