using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A backend whose operations take three seconds and end as a script says, whichever they are.</summary>
internal sealed class ScriptedBackend(FakeTimeProvider time, Func<OperationReport, CancellationToken, OperationReport> end)
    : CacheBackend, ICacheFiles, ICacheConfiguration
{
    private static readonly OfflineFilesItem Share = new(@"\\srv\docs", OfflineFilesItemType.Share);

    public override BackendDescription Description { get; } = new("Scripted", "scripted reports");

    public override BackendCapabilities Capabilities => (BackendCapabilities)(-1);

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override ICacheFiles Files => this;

    public override ICacheConfiguration Configuration => this;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) => RowsAsync();

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new(path == Share.Path ? Share : null);

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override Task<OperationReport> SynchronizeAsync(IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.Synchronize, paths, progress, cancellationToken);

    public override Task<OperationReport> PinAsync(IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.Pin, paths, progress, cancellationToken);

    public override Task<OperationReport> UnpinAsync(IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.Unpin, paths, progress, cancellationToken);

    public override Task<OperationReport> DeleteItemsAsync(IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.DeleteItems, paths, progress, cancellationToken);

    public override Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.RenameItem, [originalPath], null, cancellationToken);

    public override Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.RenameItemEx, [originalPath], null, cancellationToken);

    public override Task<OperationReport> EncryptAsync(bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.Encrypt, [], progress, cancellationToken);

    public override Task<OperationReport> SuspendRootAsync(UncPath path, bool suspend, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.SuspendRoot, [path], null, cancellationToken);

    public override Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.TransitionOnline, [path], null, cancellationToken);

    public override Task<OperationReport> TransitionOfflineAsync(UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.TransitionOffline, [path], null, cancellationToken);

    public override Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken) =>
        EndAsync(OfflineFilesOperation.Enable, [], null, cancellationToken);

    public Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken) => Task.FromResult<CachedFileEntry?>(null);

    public IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken) => throw new ItemNotFoundException(path, "It is not there.");

    public Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken) => Task.FromResult<CachedFileWriter>(new NoWriter());

    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<MachineConfiguration> GetMachineAsync(CancellationToken cancellationToken) => Task.FromResult(new MachineConfiguration());

    public Task<MachineConfiguration> PutMachineAsync(MachineConfiguration configuration, CancellationToken cancellationToken) => Task.FromResult(configuration);

    public Task<UserConfiguration> GetUserAsync(CancellationToken cancellationToken) => Task.FromResult(new UserConfiguration());

    public Task<UserConfiguration> PutUserAsync(UserConfiguration configuration, CancellationToken cancellationToken) => Task.FromResult(configuration);

    public override ValueTask DisposeAsync() => default;

    private static async IAsyncEnumerable<OfflineFilesItem> RowsAsync()
    {
        await Task.Yield();
        yield return Share;
    }

    private async Task<OperationReport> EndAsync(
        OfflineFilesOperation operation, IReadOnlyList<UncPath> paths, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new OperationProgress { Operation = operation, Reason = ProgressReason.Begin });
        await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(3));
        return end(new OperationReport { Operation = operation, Outcomes = [.. paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Done })] }, cancellationToken);
    }

    private sealed class NoWriter : CachedFileWriter
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => 0;

        public override long Position { get; set; }

        public override Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
        }
    }
}
