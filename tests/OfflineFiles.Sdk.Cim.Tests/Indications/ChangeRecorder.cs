using System.Threading.Channels;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

/// <summary>A subscriber whose test waits for each change.</summary>
internal sealed class ChangeRecorder : IObserver<CacheChange>
{
    private readonly Channel<CacheChange> _changes = Channel.CreateUnbounded<CacheChange>();

    /// <summary>What came and was not yet asked for.</summary>
    public int Pending => _changes.Reader.Count;

    /// <summary>Fails when there are changes that nobody asked for; throws what the stream ended with.</summary>
    public async Task EndedAsync()
    {
        Assert.That(await _changes.Reader.WaitToReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)), Is.False, "There is one change more.");
        await _changes.Reader.Completion;
    }

    public async Task<CacheChange> NextAsync() => await _changes.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Null at the end.</summary>
    public async Task<CacheChange?> NextOrNullAsync() =>
        await _changes.Reader.WaitToReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)) ? await NextAsync() : null;

    public async Task<string> NextTextAsync() => (await NextAsync()).ToString();

    public void OnCompleted() => _changes.Writer.Complete();

    public void OnError(Exception error) => _changes.Writer.Complete(error);

    public void OnNext(CacheChange value) => _changes.Writer.TryWrite(value);
}
