using System.Collections;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A step of a sequence in memory.</summary>
public enum SequenceStep
{
    None,
    GetEnumerator,
    MoveNext,
    Current,
    Dispose,
}

/// <summary>A sequence that counts how often it is opened and closed, and fails at one step.</summary>
internal sealed class ProbeSequence<T>(IReadOnlyList<T> values, SequenceStep failsAt = SequenceStep.None) : IEnumerable<T>
{
    private readonly List<Enumerator> _enumerators = [];

    public static Exception Error { get; } = new FormatException("the second sequence failed");

    /// <summary>Whether it came to the step at which it fails.</summary>
    public bool HasFailed { get; private set; }

    public int Opened => _enumerators.Count;

    /// <summary>How often each of its enumerators was disposed, in the order in which they were opened.</summary>
    public IEnumerable<int> Disposals => _enumerators.Select(each => each.Disposals);

    public IEnumerator<T> GetEnumerator()
    {
        Come(SequenceStep.GetEnumerator);
        var enumerator = new Enumerator(this, values);
        _enumerators.Add(enumerator);
        return enumerator;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Come(SequenceStep step)
    {
        if (step != failsAt) return;
        HasFailed = true;
        throw Error;
    }

    private sealed class Enumerator(ProbeSequence<T> owner, IReadOnlyList<T> values) : IEnumerator<T>
    {
        private int _at = -1;

        public int Disposals { get; private set; }

        public T Current
        {
            get
            {
                owner.Come(SequenceStep.Current);
                return values[_at];
            }
        }

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_at == 0) owner.Come(SequenceStep.MoveNext);
            return ++_at < values.Count;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            Disposals++;
            owner.Come(SequenceStep.Dispose);
        }
    }
}

/// <summary>Rows of a backend that counts each stream it opens and how often that is closed, and fails at one row or when it is closed.</summary>
internal sealed class ProbeBackend(IEnumerable<OfflineFilesItem> rows, int failsAtRow = -1, bool failsToClose = false)
    : CacheBackend, ISynchronousQueryBackend
{
    private readonly List<Stream> _streams = [];
    private readonly OfflineFilesItem[] _rows = [.. rows];

    public static Exception Error { get; } = new InvalidDataException("the backend failed");

    /// <summary>Whether it came to a step at which it fails.</summary>
    public bool HasFailed { get; private set; }

    public IEnumerable<int> Disposals => _streams.Select(stream => stream.Disposals);

    public int Opened => _streams.Count;

    public override BackendDescription Description { get; } = new("Probe", "rows of a test");

    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query) => new Rows(this);

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) => new Rows(this);

    public OfflineFilesItem? FindItem(UncPath path) => Array.Find(_rows, row => row.Path == path);

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new(FindItem(path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override ValueTask DisposeAsync() => default;

    private Stream Open()
    {
        var stream = new Stream(this);
        _streams.Add(stream);
        return stream;
    }

    private sealed class Rows(ProbeBackend backend) : IEnumerable<OfflineFilesItem>, IAsyncEnumerable<OfflineFilesItem>
    {
        public IEnumerator<OfflineFilesItem> GetEnumerator() => backend.Open();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public IAsyncEnumerator<OfflineFilesItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) => backend.Open();
    }

    private sealed class Stream(ProbeBackend backend) : IEnumerator<OfflineFilesItem>, IAsyncEnumerator<OfflineFilesItem>
    {
        private int _at = -1;

        public int Disposals { get; private set; }

        public OfflineFilesItem Current => backend._rows[_at];

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (++_at == backend.FailsAtRow) backend.Fail();
            return _at < backend._rows.Length;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            await Task.Yield();
            return MoveNext();
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            Disposals++;
            if (backend.FailsToClose) backend.Fail();
        }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            Dispose();
        }
    }

    private void Fail()
    {
        HasFailed = true;
        throw Error;
    }

    private int FailsAtRow => failsAtRow;

    private bool FailsToClose => failsToClose;
}
