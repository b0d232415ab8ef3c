using System.Collections;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>What a backend was called with.</summary>
internal sealed record BackendCallSeen(
    OfflineFilesOperation Operation, IReadOnlyList<UncPath> Paths, IProgress<OperationProgress>? Progress, CancellationToken Token)
{
    public OperationReport Report(params IEnumerable<ItemOutcome> outcomes) => new() { Operation = Operation, Outcomes = [.. outcomes] };

    /// <summary>The same with outcomes that are made each time they are looked at, in a list that nobody can change.</summary>
    public OperationReport Report(bool isMade, params IEnumerable<ItemOutcome> outcomes) =>
        isMade ? Report() with { Outcomes = new MadeOutcomes([.. outcomes]) } : Report(outcomes);

    public void Tell(ItemOutcome outcome) =>
        Progress?.Report(new OperationProgress { Operation = Operation, Reason = ProgressReason.ItemResult, Path = outcome.Path, Outcome = outcome });
}

/// <summary>A backend whose operations do and report whatever a test says, and which remembers what it was called with.</summary>
internal sealed class ReportingBackend(Func<BackendCallSeen, Task<OperationReport>> answer) : CacheBackend
{
    public ReportingBackend(Func<BackendCallSeen, OperationReport> answer)
        : this(call => Task.FromResult(answer(call)))
    {
    }

    /// <summary>The items that a query finds: the shares, for a synchronisation of all.</summary>
    public IReadOnlyList<OfflineFilesItem> Items { get; init; } = [];

    public List<BackendCallSeen> Calls { get; } = [];

    public override BackendDescription Description { get; } = new("Reporting", "a test");

    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    public override PushdownProfile Pushdown => PushdownProfile.Nothing;

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var item in Items) yield return item;
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new((OfflineFilesItem?)null);

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.Synchronize, paths, progress, cancellationToken);

    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.Pin, paths, progress, cancellationToken);

    public override Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.Unpin, paths, progress, cancellationToken);

    public override Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.DeleteItems, paths, progress, cancellationToken);

    public override Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.RenameItem, [originalPath], null, cancellationToken);

    public override Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.RenameItemEx, [originalPath], null, cancellationToken);

    public override Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.Encrypt, [], progress, cancellationToken);

    public override Task<OperationReport> SuspendRootAsync(UncPath path, bool suspend, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.SuspendRoot, [path], null, cancellationToken);

    public override Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.TransitionOnline, [path], null, cancellationToken);

    public override Task<OperationReport> TransitionOfflineAsync(UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.TransitionOffline, [path], null, cancellationToken);

    public override Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken) =>
        AnswerAsync(OfflineFilesOperation.Enable, [], null, cancellationToken);

    public override ValueTask DisposeAsync() => default;

    private Task<OperationReport> AnswerAsync(
        OfflineFilesOperation operation, IReadOnlyList<UncPath> paths, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        var call = new BackendCallSeen(operation, paths, progress, cancellationToken);
        Calls.Add(call);
        return answer(call);
    }
}

/// <summary>Outcomes that are another object whenever somebody looks at them.</summary>
internal sealed class MadeOutcomes(ItemOutcome[] outcomes) : IReadOnlyList<ItemOutcome>
{
    public int Count => outcomes.Length;

    public ItemOutcome this[int index] => Made(outcomes[index]);

    public IEnumerator<ItemOutcome> GetEnumerator() => outcomes.Select(Made).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A test may hand out what no backend should.
    private static ItemOutcome Made(ItemOutcome outcome) => outcome is null ? null! : outcome with { };
}
