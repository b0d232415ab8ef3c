namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>What is out of the ordinary about an item of <see cref="SampleCache"/>.</summary>
[Flags]
internal enum SampleState
{
    Plain = 0,
    Pinned = 1,
    PolicyPinned = 1 << 1,
    Dirty = 1 << 2,
    New = 1 << 3,
    Deleted = 1 << 4,
    Conflict = 1 << 5,
    Sparse = 1 << 6,
    Encrypted = 1 << 7,
    Suspended = 1 << 8,

    /// <summary>Offline because of a slow connection.</summary>
    Slow = 1 << 9,

    /// <summary>Hidden and a system file.</summary>
    Concealed = 1 << 10,

    /// <summary>What is on the server is known.</summary>
    Remote = 1 << 11,

    /// <summary>Whether it is encrypted is not known.</summary>
    Unsure = 1 << 12,
}
