using System.Runtime.CompilerServices;
using NSubstitute;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>
/// However a stream of rows ends, its end reaches the seam: the token while it waits, the disposal of the enumerator always, and once.
/// </summary>
public sealed class StreamingTests
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");

    [Test]
    public async Task A_cancel_reaches_the_server_while_a_row_is_waited_for()
    {
        using var source = new CancellationTokenSource();
        var server = new Server { RowsBeforeItWaits = 1 };
        await using var backend = Backends.Over(server.Transport);
        await using var rows = backend.QueryItemsAsync(Everything, source.Token).GetAsyncEnumerator();
        await rows.MoveNextAsync();

        var next = rows.MoveNextAsync();
        await server.Waiting;
        await source.CancelAsync();

        Assert.That(server.Token.IsCancellationRequested, Is.True, "at once, not with the next row");
        await Assert.ThatAsync(
            () => next.AsTask(), Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
        Assert.That(server.Ended, Is.EqualTo(1));
    }

    [Test]
    public async Task A_loop_that_is_left_early_ends_the_query_at_the_server()
    {
        var server = new Server();
        await using var backend = Backends.Over(server.Transport);

        await foreach (var _ in backend.QueryItemsAsync(Everything, default)) break;

        Assert.That(server.Ended, Is.EqualTo(1));
    }

    [Test]
    public async Task A_consumer_that_throws_ends_the_query_at_the_server()
    {
        var server = new Server();
        await using var backend = Backends.Over(server.Transport);

        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var _ in backend.QueryItemsAsync(Everything, default)) throw new InvalidOperationException("mine");
            },
            Throws.InvalidOperationException.With.Message.EqualTo("mine"));
        Assert.That(server.Ended, Is.EqualTo(1));
    }

    [Test]
    public async Task A_row_that_cannot_be_read_ends_the_query_at_the_server()
    {
        var server = new Server { Row = new CimRow("Win32_OfflineFilesItem", [new("ItemPath", @"\\srv"), new("ItemType", "many")]) };
        await using var backend = Backends.Over(server.Transport);

        await Assert.ThatAsync(() => backend.QueryItemsAsync(Everything, default).ToListAsync(), Throws.TypeOf<OfflineFilesBackendException>());
        Assert.That(server.Ended, Is.EqualTo(1));
    }

    [Test]
    public async Task An_enumerator_may_be_disposed_twice_and_before_or_after_its_backend([Values] bool backendFirst, [Values] bool wasStarted)
    {
        var server = new Server();
        var backend = Backends.Over(server.Transport);
        var rows = backend.QueryItemsAsync(Everything, default).GetAsyncEnumerator();
        if (wasStarted) await rows.MoveNextAsync();

        if (backendFirst) await backend.DisposeAsync();
        await rows.DisposeAsync();
        await rows.DisposeAsync();
        await backend.DisposeAsync();
        await backend.DisposeAsync();

        Assert.That(server.Ended, Is.EqualTo(wasStarted ? 1 : 0));
        await server.Transport.Received(1).DisposeAsync();
    }

    [Test]
    public async Task A_query_of_another_class_that_is_left_early_ends_at_the_server()
    {
        var server = new Server { Row = new CimRow("Win32_Any", [new("Name", "x")]) };
        await using var cache = new OfflineFilesCache(Backends.Over(server.Transport));

        await foreach (var _ in cache.Query(new WqlSelectQuery("Win32_Any"))) break;

        Assert.That(server.Ended, Is.EqualTo(1));
    }

    [Test]
    public async Task The_next_row_is_taken_from_the_server_only_when_it_is_asked_for()
    {
        var server = new Server();
        await using var backend = Backends.Over(server.Transport);
        await using var rows = backend.QueryItemsAsync(Everything, default).GetAsyncEnumerator();

        Assert.That(server.Given, Is.Zero, "nothing is asked before the first row is");
        for (var given = 1; given <= 3; given++)
        {
            await rows.MoveNextAsync();
            Assert.That(server.Given, Is.EqualTo(given));
        }
    }

    /// <summary>A server of the same row for ever, or of some and then silence.</summary>
    private sealed class Server
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Server()
        {
            Transport = Substitute.For<ICimTransport>();
            Transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(call => Rows(call.Arg<CancellationToken>()));
        }

        public ICimTransport Transport { get; }

        public CimRow Row { get; init; } = new ProviderRows(ProviderDoubleOptions.Default).Item(SampleItems.Share);

        public int RowsBeforeItWaits { get; init; } = int.MaxValue;

        public Task Waiting => _waiting.Task;

        public CancellationToken Token { get; private set; }

        public int Given { get; private set; }

        public int Ended { get; private set; }

        private async IAsyncEnumerable<CimRow> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            try
            {
                while (true)
                {
                    await Task.Yield();
                    if (Given == RowsBeforeItWaits)
                    {
                        _waiting.SetResult();
                        await Task.Delay(Timeout.Infinite, cancellationToken);
                    }

                    Given++;
                    yield return Row;
                }
            }
            finally
            {
                Ended++;
            }
        }
    }
}
