using OfflineFiles.Sdk.Cim.Sessions.Mmi;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class ResultQueueTests
{
    [Test]
    public async Task Items_come_in_order_and_then_the_end_again_and_again()
    {
        using var queue = new ResultQueue<int>();
        queue.Add(1);
        queue.Add(2);
        queue.End();

        Assert.That(await queue.TakeAsync(default), Is.EqualTo((true, 1)));
        Assert.That(await queue.TakeAsync(default), Is.EqualTo((true, 2)));
        Assert.That(await queue.TakeAsync(default), Is.EqualTo((false, 0)));
        Assert.That(await queue.TakeAsync(default), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task An_error_comes_after_the_items_before_it_and_only_the_first_end_counts()
    {
        using var queue = new ResultQueue<int>();
        queue.Add(1);
        queue.End(new TimeoutException());
        queue.End();

        Assert.That(queue.Add(2), Is.False);
        Assert.That(await queue.TakeAsync(default), Is.EqualTo((true, 1)));
        await Assert.ThatAsync(() => queue.TakeAsync(default).AsTask(), Throws.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task A_reader_waits_for_the_writer_and_stops_at_its_token()
    {
        using var queue = new ResultQueue<string>();
        using var source = new CancellationTokenSource();
        var first = queue.TakeAsync(default).AsTask();
        Assert.That(first.IsCompleted, Is.False);
        queue.Add("x");
        Assert.That(await first, Is.EqualTo((true, "x")));

        var second = queue.TakeAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThatAsync(() => second, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_writer_outlives_its_reader_without_harm()
    {
        var queue = new ResultQueue<string>();
        queue.Dispose();

        Assert.That(() => (queue.Add("x"), queue), Throws.Nothing);
        Assert.That(() => queue.End(), Throws.Nothing);
    }

    [Test]
    public async Task What_the_copy_throws_reaches_the_reader_and_the_original_is_disposed()
    {
        using var queue = new ResultQueue<int>();
        using var native = new Native();
        var observer = new CopyingObserver<Native, int>(_ => throw new FormatException(), queue);

        observer.OnNext(native);

        Assert.That(native.IsDisposed, Is.True);
        await Assert.ThatAsync(() => queue.TakeAsync(default).AsTask(), Throws.TypeOf<FormatException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public void An_error_that_nobody_reads_any_more_is_disposed(bool comesBeforeTheReaderLeaves)
    {
        var queue = new ResultQueue<int>();
        using var native = new NativeError();
        var error = new OperationCanceledException("cancelled", native);

        if (!comesBeforeTheReaderLeaves) queue.Dispose();
        queue.End(error);
        queue.Dispose();

        Assert.That(native.IsDisposed, Is.True);
    }

    private sealed class NativeError : Exception, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Native : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
