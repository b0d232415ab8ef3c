using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace Documentation.Pages;

/// <summary>That the page for business applications shows code that compiles, and what it prints.</summary>
[TestFixture]
[NonParallelizable]
public sealed class LineOfBusinessPageTests
{
    private static readonly DocumentPage Page = new("line-of-business.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_usings_on_the_page_are_enough() =>
        Assert.That(Page.UsingsOfTest.Except(["using Microsoft.Extensions.Logging.Abstractions;", "using Microsoft.Extensions.Options;"]), Is.EquivalentTo(Page.Usings));

    [Test]
    public async Task The_code_on_the_page_prints_what_the_page_says()
    {
        var output = new StringWriter();
        await WriteJsonAsync(Cache(), output);
        await ListenAsync(Cache(), output);
        await PinAllAsync(output);

        Assert.That(DocumentPage.Lines(output), Is.EqualTo(Page.Output), DocumentPage.Lines(output));
    }

    [Test]
    public async Task The_container_closes_the_cache_and_its_backend()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-page-");
        try
        {
            var options = new EmbeddedBackendOptions { CacheDirectory = Path.Combine(home.FullName, "cache") };
            var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
            OfflineFilesCache cache;
            await using (var provider = await RegisterAsync(services, options))
            {
                cache = provider.GetRequiredService<OfflineFilesCache>();
                Assert.That(await cache.Items.CountAsync(), Is.Zero);
            }

            await Assert.ThatAsync(() => cache.Items.CountAsync(), Throws.TypeOf<ObjectDisposedException>());
            await using var again = await EmbeddedBackend.OpenAsync(options);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Test]
    public async Task A_container_that_is_disposed_without_async_closes_the_cache_too()
    {
        var provider = new ServiceCollection().AddSingleton(_ => Cache()).BuildServiceProvider();
        var cache = provider.GetRequiredService<OfflineFilesCache>();

#pragma warning disable CA1849 // The way that is tested.
        provider.Dispose();
#pragma warning restore CA1849

        await Assert.ThatAsync(() => cache.Items.CountAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Options_come_from_configuration()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("OfflineFiles:CacheDirectory", "/cache"), new("OfflineFiles:Shares:0:Share", @"\\fileserver\projects"), new("OfflineFiles:Shares:0:Directory", "/mnt/projects"),
        ]).Build();
        Bind(services, configuration);
        using var provider = services.BuildServiceProvider();

        Assert.That(
            provider.GetRequiredService<IOptions<EmbeddedBackendOptions>>().Value.Shares, Is.EqualTo(new[] { new ShareMapping(@"\\fileserver\projects", "/mnt/projects") }));
    }

    private static OfflineFilesCache Cache() => new(new FakeBackend(
        new OfflineFilesItem(@"\\fileserver\projects\a.txt", OfflineFilesItemType.File)
        {
            PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned },
        },
        new OfflineFilesItem(@"\\fileserver\projects\b.txt", OfflineFilesItemType.File) { PinInfo = new PinInfo() }));

    private static async Task<ServiceProvider> RegisterAsync(IServiceCollection services, EmbeddedBackendOptions options)
    {
        // <page>
        var backend = await EmbeddedBackend.OpenAsync(options);
        services.AddSingleton(container => new OfflineFilesCache(backend, new QueryOptions
        {
            Logger = container.GetRequiredService<ILoggerFactory>().CreateLogger("OfflineFiles"),
            Timeout = TimeSpan.FromSeconds(30),
        }));
        // </page>
        return services.BuildServiceProvider();
    }

    private static async Task WriteJsonAsync(OfflineFilesCache cache, TextWriter Console)
    {
        // <page>
        var report = await cache.PinAsync(@"\\fileserver\projects\b.txt");
        Console.WriteLine(JsonSerializer.Serialize(report.Outcomes));

        var row = await cache.QueryText("SELECT ItemName, Sparse FROM Win32_OfflineFilesItem WHERE ItemName = 'a.txt'").FirstAsync();
        Console.WriteLine(JsonSerializer.Serialize(row));

        var files = await cache.Items.Where(i => i.PinInfo!.Pinned).Select(i => new { i.Path, i.PinInfo!.PinnedForUser }).ToListAsync();
        Console.WriteLine(JsonSerializer.Serialize(files));
        // </page>
    }

    private static void Bind(IServiceCollection services, IConfiguration configuration)
    {
        // <page>
        services.AddOptions<EmbeddedBackendOptions>().Bind(configuration.GetSection("OfflineFiles"), binder => binder.ErrorOnUnknownConfiguration = true);
        // </page>
    }

    private static async Task ListenAsync(OfflineFilesCache cache, TextWriter Console)
    {
        // <page>
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == OfflineFilesDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Console.WriteLine($"{activity.OperationName}: {activity.GetTagItem("db.query.text")}"),
        };
        ActivitySource.AddActivityListener(activities);

        using var measures = new MeterListener();
        measures.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == OfflineFilesDiagnostics.MeterName) listener.EnableMeasurementEvents(instrument);
        };
        measures.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Console.WriteLine($"{instrument.Name}: {value}"));
        measures.Start();

        await cache.Items.Where(i => i.PinInfo!.Pinned).Tag("nightly report").ToListAsync();
        // </page>
    }

    // <page>
    private sealed class FakeBackend(params OfflineFilesItem[] items) : CacheBackend
    {
        public List<UncPath> Pinned { get; } = [];

        public override BackendDescription Description { get; } = new("Fake", "items of a test");

        public override BackendCapabilities Capabilities => BackendCapabilities.Pin;

        // Nothing is pushed: each query enumerates all items, and the library applies the rest.
        public override PushdownProfile Pushdown => PushdownProfile.Nothing;

        public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
            WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var item in items)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }

        public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
            new(Array.Find(items, item => item.Path == path));

        public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true });

        public override Task<OperationReport> PinAsync(
            IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
        {
            Pinned.AddRange(paths);
            return Task.FromResult(new OperationReport
            {
                Operation = OfflineFilesOperation.Pin,
                Outcomes = [.. paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Done })],
            });
        }

        public override ValueTask DisposeAsync() => default;
    }
    // </page>

    private static async Task PinAllAsync(TextWriter Console)
    {
        // <page>
        var backend = new FakeBackend(
            new OfflineFilesItem(@"\\fileserver\projects\a.txt", OfflineFilesItemType.File) { PinInfo = new PinInfo { Pinned = true } },
            new OfflineFilesItem(@"\\fileserver\projects\b.txt", OfflineFilesItemType.File) { PinInfo = new PinInfo() });
        await using var cache = new OfflineFilesCache(backend);

        var unpinned = await cache.Items.Where(i => !i.PinInfo!.Pinned).Select(i => i.Path).ToListAsync();
        await cache.PinAsync(unpinned);

        Console.WriteLine(string.Join(", ", backend.Pinned));
        // </page>
    }
}
