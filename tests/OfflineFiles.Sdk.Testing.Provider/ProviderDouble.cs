using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// A double of the Windows provider behind the CIM seam: it reads WQL text, falls into the provider's trap, delivers instances with its
/// NULLs, answers methods with its codes and progress messages. The items are those of any backend.
/// </summary>
internal sealed class ProviderDouble(ICacheBackend cache, ProviderDoubleOptions? options = null) : ICimTransport
{
    private readonly ProviderDoubleOptions _options = options ?? ProviderDoubleOptions.Default;
    private readonly ProviderRows _rows = new(options ?? ProviderDoubleOptions.Default);

    private readonly ProviderEvents _events = new(cache, options ?? ProviderDoubleOptions.Default);

    /// <summary>Every event query that was received.</summary>
    public List<string> Subscriptions { get; } = [];

    /// <summary>Every query text that was received.</summary>
    public List<string> Queries { get; } = [];

    /// <summary>Every key that was looked up.</summary>
    public List<string> LookUps { get; } = [];

    /// <summary>Both, in the order in which they were received, as Explain shows them.</summary>
    public List<string> Received { get; } = [];

    /// <summary>Every method call that was received.</summary>
    public List<CimMethodCall> Calls { get; } = [];

    /// <summary>The settings of the machine.</summary>
    public ProviderSettings Settings { get; } = new(options ?? ProviderDoubleOptions.Default);

    public async IAsyncEnumerable<CimRow> QueryAsync(CimQuery sent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wql = sent.Text;
        lock (Queries) Queries.Add(wql);
        lock (Received) Received.Add(wql);
        cancellationToken.ThrowIfCancellationRequested();
        if (!WqlQuery.TryParse(wql, out var query, out var error)) throw ProviderErrors.InvalidQuery(new FormatException(error.Message));
        if (query is WqlSchemaQuery schema)
        {
            // WMI answers for the definitions, and every class has its properties, NULL.
            await using var door = new OfflineFilesCache(cache, ownsBackend: false);
            await foreach (var row in door.Query(schema).WithCancellation(cancellationToken))
                yield return new CimRow(row.ClassName, row.Names.Select(name => new KeyValuePair<string, object?>(name, null)));
            yield break;
        }

        if (query is not WqlSelectQuery select) throw ProviderErrors.InvalidQuery(new FormatException($"The double answers no {query.GetType().Name}."));
        if (ProviderServices.Answer(select, _options) is { } services)
        {
            foreach (var service in services) yield return service;
            yield break;
        }

        if (OfflineFilesSchema.Find(select.ClassName) is { } asked && !ProviderClasses.Has(asked, _options)) throw ProviderErrors.InvalidClass();
        if (Is(select, OfflineFilesSchema.Cache))
        {
            yield return _rows.Cache(await cache.GetStateAsync(cancellationToken));
            yield break;
        }

        if (Settings.Find(select.ClassName) is { } settings)
        {
            yield return settings;
            yield break;
        }

        if (!Is(select, OfflineFilesSchema.Item))
            throw OfflineFilesSchema.Find(select.ClassName) is null ? ProviderErrors.InvalidClass() : ProviderErrors.NotFound();
        if (_options.ServiceIsStopped) throw ProviderErrors.ServiceStopped();
        await foreach (var item in ProviderQuery.AnswerAsync(cache, select, _options.OpensSubtrees, cancellationToken)) yield return _rows.Item(item, select.Properties);
    }

    public async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        var path = (string?)key["ItemPath"];
        lock (LookUps) LookUps.Add(path ?? "NULL");
        lock (Received) Received.Add(ShownRequests.LookUp(path ?? "NULL"));
        cancellationToken.ThrowIfCancellationRequested();
        if (!_options.IsInstalled) throw ProviderErrors.InvalidClass();
        if (_options.ServiceIsStopped) throw ProviderErrors.ServiceStopped();
        return await ProviderQuery.FindAsync(cache, path, cancellationToken) is { } item ? _rows.Item(item) : null;
    }

    public async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        lock (Calls) Calls.Add(call);
        await _events.Accepted;
        cancellationToken.ThrowIfCancellationRequested();
        var bag = ProviderParameters.Read(call);
        if (!_options.IsInstalled) throw ProviderErrors.InvalidClass();
        if (!ProviderClasses.HasMethod(bag.Method, _options)) throw ProviderErrors.NoSuchMethod();
        if (_options.ServiceIsStopped && bag.Method != "Enable") throw ProviderErrors.ServiceStopped();
        var sink = texts is null || _options.ProgressIsMissing ? null : new ProviderProgress(texts);
        var (code, outParameters) = await ProviderMethods.InvokeAsync(cache, bag, sink, cancellationToken);
        if (code < 0 && _options.FailuresAreThrown) throw ProviderErrors.Failed(code);
        return new CimCallResult(
            unchecked((uint)code), new CimRow("__PARAMETERS", _options.OutParametersAreMissing ? [] : outParameters));
    }

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken)
    {
        lock (Subscriptions) Subscriptions.Add(wql);
        return _events.AnswerAsync(wql, cancellationToken);
    }

    public ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken) =>
        new(ProviderClasses.Define(className, _options));

    public Task ModifyAsync(CimModification modification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Settings.Modify(modification);
        return Task.CompletedTask;
    }

    public Task TestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => cache.DisposeAsync();

    private static bool Is(WqlSelectQuery query, CimClassSchema schema) =>
        string.Equals(query.ClassName, schema.Name, StringComparison.OrdinalIgnoreCase);
}
