using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// One mapped share root. Every change is a compare-and-set against the token it was planned from, and durable when it returns.
/// </summary>
/// <remarks>
/// Errors of the file system surface as <see cref="Io.DurableIoException"/>; a lost or exchanged root as
/// <see cref="ShareUnavailableException"/>; a path through a link or mount point as <see cref="PathOutsideShareException"/>.
/// No error means "absent".
/// </remarks>
internal interface IShare
{
    UncPath Root { get; }

    /// <summary>What stands behind the share, for messages.</summary>
    string Display { get; }

    /// <summary>The attributes this side can hold; others are neither compared nor written.</summary>
    FileAttributes SupportedAttributes { get; }

    /// <summary>What its stamps and calls are worth: as last probed, or as given; until then nothing is trusted.</summary>
    ShareTraits Traits { get; set; }

    /// <summary>Finds out what the share's stamps and calls are worth by trying them beside the user's files; takes nothing for granted where it may not write.</summary>
    Task<ShareTraits> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A stamp of the share's own clock, in nanoseconds since 1970-01-01 UTC, that is not later than anything that happens after the call; null where
    /// nothing can be written, and so nothing be stamped. Only stamps of the same share compare with it.
    /// </summary>
    Task<Int128?> ClockAsync(CancellationToken cancellationToken);

    /// <summary>Checks that the root exists, is a directory and can be listed, and pins its identity for the calls that follow.</summary>
    /// <exception cref="ShareUnavailableException">It is not so.</exception>
    Task<ShareIdentity> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="CheckAsync"/>, and gives a root that nothing else tells from others its marker. Only for a share that comes into the cache, or is taken
    /// as the right one by somebody's word: a root that lost its marker is another root until then.
    /// </summary>
    Task<ShareIdentity> EstablishAsync(CancellationToken cancellationToken);

    /// <summary>One entry; null only when the parent was listed without error and does not hold it.</summary>
    /// <remarks>An exact hit does not tell whether a twin in other case exists: only a listing does.</remarks>
    /// <exception cref="ShareNameClashException">Several entries fit in other case, none exactly.</exception>
    Task<ShareEntry?> StatAsync(SharePath path, CancellationToken cancellationToken);

    /// <summary>The whole directory, ordinal by name, or an error; the engine's own marked names are left out.</summary>
    Task<IReadOnlyList<ShareEntry>> ListAsync(SharePath directory, CancellationToken cancellationToken);

    Task<ShareReading> OpenReadAsync(SharePath path, CancellationToken cancellationToken);

    /// <summary>
    /// Opens files one after another, each as <see cref="OpenReadAsync(SharePath, CancellationToken)"/> does. What comes back has ended, each for itself;
    /// all of it is disposed by the caller.
    /// </summary>
    Task<IReadOnlyList<Task<ShareReading>>> OpenReadAsync(IReadOnlyList<SharePath> paths, CancellationToken cancellationToken);

    /// <summary>
    /// Until this is disposed, looks and readings may go on from directories that others of them came by a moment ago, so that a deep directory is not
    /// walked to from the root for each item in it.
    /// </summary>
    IAsyncDisposable BeginWalk();

    /// <summary>Writes a whole file: marked temporary file, verified and durable, then one atomic commit.</summary>
    /// <remarks>
    /// The expected version is the one to replace; null: the path must be free. The operation is the journalled intent; its number names the
    /// temporary files, see <see cref="RecoverAsync"/>.
    /// </remarks>
    /// <exception cref="ShareConflictException">Another version is there; nothing changed.</exception>
    /// <exception cref="ShareContentException">The content is not of the length and hash promised; nothing changed.</exception>
    Task<ShareToken> WriteFileAsync(
        SharePath path, ShareContent content, ShareToken? expected, FileMetadata metadata, IShareOperation operation, CancellationToken cancellationToken);

    /// <exception cref="ShareConflictException">Another version is there; it was left (or put back) in place.</exception>
    Task DeleteFileAsync(SharePath path, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken);

    /// <exception cref="ShareConflictException">The name is taken.</exception>
    Task<ShareToken> CreateDirectoryAsync(SharePath path, FileMetadata metadata, CancellationToken cancellationToken);

    /// <summary>Removes an empty directory; never anything in it but what this engine left there unfinished.</summary>
    /// <exception cref="ShareConflictException">It is another directory than expected, or not empty.</exception>
    Task RemoveDirectoryAsync(SharePath path, ShareToken expected, CancellationToken cancellationToken);

    /// <summary>Renames within the share, never over something.</summary>
    /// <exception cref="ShareConflictException">The source is another version, or the new name is taken.</exception>
    Task<ShareToken> MoveAsync(SharePath from, SharePath to, ShareToken expected, IShareOperation operation, CancellationToken cancellationToken);

    Task<ShareToken> SetMetadataAsync(SharePath path, FileMetadata metadata, ShareToken expected, CancellationToken cancellationToken);

    /// <summary>
    /// After a crash, or an error: brings the path of a write or delete that may have been under way to the whole old or the whole new version and
    /// removes its temporary files. Can be called again. A version that nobody planned for is never dropped. The operation records the steps of the recovery.
    /// </summary>
    Task<ShareRecovery> RecoverAsync(SharePath path, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken);

    /// <summary>The same after a rename: it was done or it was not, and nothing keeps the new name for it.</summary>
    Task<ShareRecovery> RecoverMoveAsync(SharePath from, SharePath to, UnfinishedChange change, IShareOperation operation, CancellationToken cancellationToken);

    /// <summary>
    /// Marked files of this engine that listings came across since the last call, of operations that were not under way. One that the journal knows is
    /// recovered there, under the name of its path: somebody renamed the directory. Of another one <see cref="DiscardAsync"/> takes away what is left.
    /// </summary>
    IReadOnlyList<(SharePath Directory, uint Number)> TakeLeftovers();

    /// <summary>Removes what an operation left in a directory that the journal knows nothing of. A version that had been set aside gets a name that people see.</summary>
    Task DiscardAsync(SharePath directory, uint number, CancellationToken cancellationToken);
}

/// <summary>
/// A change of the share that the journal knows of. Each step that can be interrupted is recorded before it is taken, so that recovery knows what may
/// stand under which name.
/// </summary>
internal interface IShareOperation
{
    /// <summary>Names the temporary files.</summary>
    uint Number { get; }

    /// <summary>The hash of the very version that is to be replaced or deleted; null if nobody knows it. Another version is never touched.</summary>
    byte[]? ExpectedSha256 => null;

    /// <summary>Records, durably, that a step is about to be taken.</summary>
    /// <param name="step">The step.</param>
    /// <param name="detail">What recovery needs to know about it, for example the file id of a reservation; null if nothing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task RecordAsync(ShareStep step, string? detail, CancellationToken cancellationToken);
}

/// <summary>A change that was cut off, as the journal has it.</summary>
/// <param name="Number">Names the temporary files.</param>
/// <param name="Expected">What was to be replaced or deleted; null if the path was to be free.</param>
/// <param name="ExpectedSha256">The hash of that, if the baseline knew it.</param>
/// <param name="NewSha256">The hash of what was to be written; null for a deletion.</param>
/// <param name="Step">The last step that was recorded; null if none was.</param>
/// <param name="Detail">What was recorded with it.</param>
internal sealed record UnfinishedChange(
    uint Number, ShareToken? Expected, byte[]? ExpectedSha256, byte[]? NewSha256, ShareStep? Step = null, string? Detail = null);

/// <summary>A file of the share opened for reading one version of it. Read the stream, verify, only then believe the bytes.</summary>
internal abstract class ShareReading : IAsyncDisposable
{
    /// <summary>The bytes; forward only, and never more than the size at the beginning.</summary>
    public abstract Stream Stream { get; }

    /// <summary>The same bytes, where they are in memory already; else null.</summary>
    public virtual ReadOnlyMemory<byte>? Whole => null;

    /// <summary>The entry before the first byte was read.</summary>
    public abstract ShareEntry Entry { get; }

    /// <exception cref="ShareContentException">The file was changed or exchanged meanwhile, or the byte count is not its size.</exception>
    public abstract Task VerifyUnchangedAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens one after another on the thread that it is called on. What comes back has ended, each for itself.</summary>
    public static async Task<IReadOnlyList<Task<ShareReading>>> OpenAllAsync(IReadOnlyList<SharePath> paths, Func<SharePath, Task<ShareReading>> open)
    {
        var readings = new Task<ShareReading>[paths.Count];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = open(paths[i]);
            await ((Task)readings[i]).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            ShareProgress.Made();
        }

        return readings;
    }

    public static async Task DisposeAllAsync(IReadOnlyList<Task<ShareReading>> readings)
    {
        foreach (var reading in readings)
            if (reading.IsCompletedSuccessfully) await (await reading.ConfigureAwait(true)).DisposeAsync().ConfigureAwait(true);
    }
}

/// <summary>The bytes of one whole version and what they must turn out to be. The stream is read from where it stands; its owner disposes it.</summary>
internal readonly record struct ShareContent(Stream Data, long Length, ReadOnlyMemory<byte> Sha256);

/// <summary>What to set beside the bytes; null leaves what is there. Times are UTC; what a side cannot hold is left out.</summary>
internal readonly record struct FileMetadata(
    FileAttributes? Attributes = null,
    DateTime? CreationTimeUtc = null,
    DateTime? LastWriteTimeUtc = null,
    DateTime? LastAccessTimeUtc = null);

/// <summary>What <see cref="IShare.RecoverAsync"/> found. The engine classifies the path anew in every case.</summary>
internal enum ShareRecovery
{
    /// <summary>No temporary file was left.</summary>
    NothingLeft,

    /// <summary>Leftovers were removed; the path was not touched.</summary>
    Cleaned,

    /// <summary>The version that stood there before (or one that came in between) was put back.</summary>
    PutBack,

    /// <summary>Two versions claim the path; the one that was set aside has a visible name of its own now (<see cref="RecoveredName"/>).</summary>
    KeptBeside,
}
