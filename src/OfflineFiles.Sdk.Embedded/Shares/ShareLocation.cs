using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// An open parent directory and the name of an item in it. The name is the stored one, or the name that was asked for if the directory has no such
/// entry.
/// </summary>
internal sealed class ShareLocation(SharePath path, DirectoryHandle parent, string name, FileStatus? status, ulong device, ShareTraits traits) : IDisposable
{
    public SharePath Path => path;

    public DirectoryHandle Parent => parent;

    public string Name => name;

    /// <summary>When it was located; null if the parent has no such entry.</summary>
    public FileStatus? Status => status;

    public ShareToken TokenOf(in FileStatus of) => ShareEntries.TokenOf(of, device);

    public ShareEntry EntryOf(in FileStatus of) => ShareEntries.From(name, of, device);

    /// <summary>The token of what stands under a name of the parent now; null if nothing does.</summary>
    public ShareToken? TokenAt(string entry) => parent.TryStatus(entry) is { } found ? TokenOf(found) : null;

    /// <summary>How hints compare here.</summary>
    public ShareTraits Traits => traits;

    /// <exception cref="ShareConflictException">Something else than expected stands there now; null: anything.</exception>
    public void Require(ShareToken? expected)
    {
        var found = TokenAt(name);
        if (!traits.SameVersion(found, expected)) throw Conflict(expected, found);
    }

    public ShareConflictException Conflict(ShareToken? expected, ShareToken? found) => new(path, expected, found, (expected, found) switch
    {
        (null, _) => "the name is taken",
        (_, null) => "it is gone",
        _ => "it is another version",
    });

    public void Dispose() => parent.Dispose();
}
