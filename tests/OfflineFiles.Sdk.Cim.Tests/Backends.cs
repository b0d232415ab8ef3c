using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests;

/// <summary>CIM backends over doubles and substitutes of the seam.</summary>
internal static class Backends
{
    public static (CimBackend Backend, ProviderDouble Provider) OverDouble(
        IEnumerable<OfflineFilesItem>? items = null, ProviderDoubleOptions? options = null) =>
        OverDouble(new FixedRowsBackend(items ?? SampleItems.All), options);

    public static (CimBackend Backend, ProviderDouble Provider) OverDouble(ICacheBackend cache, ProviderDoubleOptions? options = null)
    {
        var provider = new ProviderDouble(cache, options);
        return (Over(provider), provider);
    }

    public static (CimBackend Backend, OmiDouble Server) OverOmi(
        IEnumerable<OfflineFilesItem>? items = null, ProviderDoubleOptions? options = null)
    {
        var server = new OmiDouble(new FixedRowsBackend(items ?? SampleItems.All), options);
        return (Over(server, new CimBackendOptions { Dialect = CimDialect.Omi }), server);
    }

    /// <summary>What happens after a loss is tested by itself: here a failure comes out at once.</summary>
    public static CimBackend Over(ICimTransport transport, CimBackendOptions? options = null, string? host = null) =>
        new(transport, options ?? new CimBackendOptions { Reconnect = CimReconnectOptions.Never }, host);

    /// <summary>A backend whose provider answers every method with a code after sending some texts.</summary>
    public static CimBackend Answering(uint returnValue, params string[] texts)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            foreach (var text in texts) call.ArgAt<Action<string>?>(1)?.Invoke(text);
            return new CimCallResult(returnValue, new CimRow("__PARAMETERS", []));
        });
        return Over(transport);
    }

    /// <summary>A backend whose every call fails with an error of the transport.</summary>
    public static CimBackend Failing(Exception error, string? host = null)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns<CimCallResult>(_ => throw error);
        transport.GetAsync(Arg.Any<CimRow>(), Arg.Any<CancellationToken>()).Returns<CimRow?>(_ => throw error);
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(_ => Fail(error));
        return Over(transport, host: host);
    }

    public static async Task<List<OfflineFilesItem>> ToListAsync(this IAsyncEnumerable<OfflineFilesItem> items)
    {
        var list = new List<OfflineFilesItem>();
        await foreach (var item in items) list.Add(item);
        return list;
    }

    private static async IAsyncEnumerable<CimRow> Fail(Exception error)
    {
        await Task.FromException(error);
        yield break;
    }
}
