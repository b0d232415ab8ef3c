using NSubstitute;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Tests.Sessions;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

/// <summary>Whom a source speaks to, and when it is over.</summary>
public sealed class ChangeFeedTests
{
    private static readonly CacheChange Removed = new() { Kind = CacheChangeKind.ItemRemoved, Path = UncPath.Parse(@"\\srv\docs\a") };

    [Test]
    public async Task What_a_source_finds_after_everybody_left_is_not_for_those_who_came_later()
    {
        var source = new Source();
        var feed = new ChangeFeed(source, TimeProvider.System, TestMachine.NoLog);
        feed.Subscribe(new ChangeRecorder()).Dispose();
        var left = await source.NextAsync();
        var later = new ChangeRecorder();
        feed.Subscribe(later);
        var current = await source.NextAsync();

        left.Tell([Removed]);
        current.Tell([Removed with { Kind = CacheChangeKind.ItemAdded }]);

        Assert.That((await later.NextAsync()).Kind, Is.EqualTo(CacheChangeKind.ItemAdded));
    }

    [Test]
    public async Task The_end_waits_until_the_source_has_ended()
    {
        var source = new Source();
        var feed = new ChangeFeed(source, TimeProvider.System, TestMachine.NoLog);
        feed.Subscribe(new ChangeRecorder());
        await source.NextAsync();

        var end = feed.EndAsync(Substitute.For<IAsyncDisposable>()).AsTask();
        Assert.That(end.IsCompleted, Is.False);
        source.Ended.SetResult();

        await end.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>A source that does what the test does, and does not heed its token.</summary>
    private sealed class Source : IChangeSource
    {
        private readonly System.Threading.Channels.Channel<ChangeWatch> _watches = System.Threading.Channels.Channel.CreateUnbounded<ChangeWatch>();

        public TaskCompletionSource Ended { get; } = new();

        public Task<ChangeWatch> NextAsync() => _watches.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        public Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken)
        {
            _watches.Writer.TryWrite(watch);
            return Ended.Task;
        }
    }
}
