using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>
/// WMI's polling of a provider without events: at each interval it enumerates the class, compares with what it has, and delivers the
/// differences that satisfy the query (Microsoft Learn: WITHIN Clause; __InstanceOperationEvent).
/// </summary>
internal sealed class ProviderEvents(ICacheBackend cache, ProviderDoubleOptions options)
{
    private static readonly WqlEventShape<Event, OfflineFilesItem> Shape = new()
    {
        Instances = ItemProperties.Instance,
        ClassOf = made => made.ClassName,
        InstanceClassOf = _ => OfflineFilesSchema.Item.Name,
        TargetInstance = made => made.Target,
        PreviousInstance = made => made.Previous,
    };

    private readonly ProviderRows _rows = new(options);

    /// <summary>Done when WMI has taken its first look for every query it was given: a client is served only then.</summary>
    public Task Accepted { get; private set; } = Task.CompletedTask;

    public async IAsyncEnumerable<CimRow> AnswerAsync(string wql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.EventsAreRefused) throw ProviderErrors.InvalidQuery(new FormatException("There are no events."));
        if (!WqlQuery.TryParse(wql, out var parsed, out var error)) throw ProviderErrors.InvalidQuery(new FormatException(error.Message));
        if (parsed is not WqlEventQuery { Within: { } interval, Group: null } query)
            throw ProviderErrors.InvalidQuery(new FormatException("The class has no event provider: the query needs an interval."));
        if (!WqlEventClasses.Hierarchy.IsA(query.ClassName, WqlEventClasses.InstanceOperation)) throw ProviderErrors.InvalidClass();
        var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, Shape);

        var delivered = 0;
        var first = LookAsync(cancellationToken);
        Accepted = first.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var before = await first;
        while (true)
        {
            await Task.Delay(interval, options.Time, cancellationToken);
            var after = await LookAsync(cancellationToken);
            foreach (var made in Compare(before, after))
            {
                if (!WqlEventClasses.Hierarchy.IsA(made.ClassName, query.ClassName) || !matches(made)) continue;
                if (delivered++ == options.EventsUntilLoss) throw new CimTransportException(CimStatus.Failed, "The subscription was lost.");
                yield return Write(made);
            }

            before = after;
        }
    }

    private async Task<SortedDictionary<string, OfflineFilesItem>> LookAsync(CancellationToken cancellationToken)
    {
        if (options.ServiceIsStopped) throw ProviderErrors.ServiceStopped();
        var items = new SortedDictionary<string, OfflineFilesItem>(StringComparer.OrdinalIgnoreCase);
        await foreach (var item in cache.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), cancellationToken)) items[item.ItemPath] = item;
        return items;
    }

    private IEnumerable<Event> Compare(SortedDictionary<string, OfflineFilesItem> before, SortedDictionary<string, OfflineFilesItem> after)
    {
        foreach (var (path, item) in before.Reverse())
            if (!after.ContainsKey(path)) yield return new Event(WqlEventClasses.InstanceDeletion, item, null);
        foreach (var (path, item) in after)
        {
            if (!before.TryGetValue(path, out var previous)) yield return new Event(WqlEventClasses.InstanceCreation, item, null);
            else if (!AreEqual(_rows.Item(previous), _rows.Item(item))) yield return new Event(WqlEventClasses.InstanceModification, item, previous);
        }
    }

    private CimRow Write(Event made)
    {
        var created = (ulong)options.Time.GetUtcNow().ToFileTime();
        return new CimRow(made.ClassName,
        [
            new("TIME_CREATED", options.ValuesAsStrings ? created.ToString(System.Globalization.CultureInfo.InvariantCulture) : created),
            new("SECURITY_DESCRIPTOR", null),
            new("TargetInstance", _rows.Item(made.Target)),
            new("PreviousInstance", made.Previous is null ? null : _rows.Item(made.Previous)),
        ]);
    }

    private static bool AreEqual(CimRow left, CimRow right) => left.Values.All(value => (value.Value, right[value.Key]) switch
    {
        (CimRow inner, CimRow other) => AreEqual(inner, other),
        var (one, other) => Equals(one, other),
    });

    private sealed record Event(string ClassName, OfflineFilesItem Target, OfflineFilesItem? Previous);
}
