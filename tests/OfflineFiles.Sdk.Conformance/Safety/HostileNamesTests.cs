using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>
/// A file that is named to forge lines and to hide, from the share to every text that tells of it: reports, changes, queries, errors, logs and
/// traces. The names themselves arrive as they are.
/// </summary>
[TestFixture]
[NonParallelizable]
[Platform(Exclude = "Win", Reason = "Windows allows no such names.")]
public sealed class HostileNamesTests
{
    private readonly ConcurrentQueue<(string What, string? Text)> _texts = new();
    private readonly TextLogger _logger = new();
    private ActivityListener _tracer = null!;

    [SetUp]
    public void SetUp()
    {
        _tracer = Activities.Hear(activity =>
            {
                foreach (var tag in activity.TagObjects) Tell($"tag {tag.Key}", tag.Value);
                Tell("status of activity", activity.StatusDescription);
            });
    }

    [TearDown]
    public void TearDown() => _tracer.Dispose();

    [Test]
    public Task In_the_embedded_engine() => TellOfAsync(engine => engine, CacheScene.At(HostileText.FileName));

    [Test]
    public Task Through_the_provider_of_Windows() => TellOfAsync(
        engine => new CimBackend(new ProviderDouble(engine), new CimBackendOptions { Logger = _logger, Changes = new() { Source = CimChangeSource.Snapshots, ReadingShare = 1 } }, "pc42"),
        CacheScene.At(HostileText.FileName));

    private async Task TellOfAsync(Func<ICacheBackend, ICacheBackend> over, UncPath path)
    {
        await using var scene = await CacheScene.OpenAsync(over);
        await scene.WriteOnShareAsync(path, "content");
        await using var cache = new OfflineFilesCache(scene.Backend, new QueryOptions { Logger = _logger, ClientEvaluation = ClientEvaluation.Warn });
        using var changes = cache.Changes.Subscribe(change => Tell("change", change));
        var progress = new Progress(step => Tell("progress", step));

        var report = await cache.PinAsync(CacheScene.Share, progress: progress);
        Tell("report", report);
        foreach (var outcome in report.Outcomes) Tell("outcome", outcome);
        foreach (var outcome in (await cache.SynchronizeAsync(path, progress: progress)).Outcomes) Tell("outcome of a synchronisation", outcome);
        foreach (var item in (await cache.WhatIf.DeleteItemsAsync(path)).Items) Tell("preview", item);

        var name = path.Name;
        await foreach (var item in cache.Items.Where(item => item.ItemName == name).Tag(HostileText.Name).AsAsyncEnumerable())
        {
            Tell("item", item);
            Assert.That(item.ItemName, Is.EqualTo(name));
        }

        await foreach (var row in cache.Query($"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemName = {name}"))
        {
            Tell("row", row);
            Failed("a property that was not selected", () => _ = row["Encrypted"]);
            Failed("a member that was not selected", () => _ = row.As<OfflineFilesItem>()!.Sparse);
        }

        await FailedAsync("an item that is not there", () => cache.PinAsync(CacheScene.At(HostileText.Name)), report: true);
        await FailedAsync("a rename", () => cache.RenameItemExAsync(path, CacheScene.At(HostileText.Name)), report: true);
        await FailedAsync("a query without answer", () => cache.Items.Where(item => item.ItemName == HostileText.Name).FirstAsync());
        await FailedAsync("a class that is not there", () => cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE Nothing = {HostileText.Name}").ToListAsync());
        await FailedAsync("an association", () => cache.Query(new WqlAssociatorsQuery(WqlObjectPath.Instance("Win32_OfflineFilesItem", "ItemPath", $@"\\srv\docs\{HostileText.Name}"))).ToListAsync());
        Assert.That(await cache.Items.Where(item => item.ItemName.Normalize(System.Text.NormalizationForm.FormD) == HostileText.Name).ToListAsync(), Is.Empty);
        await FailedAsync("client evaluation that is forbidden", () => cache.Items.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw })
            .Where(item => item.ItemName.Normalize(System.Text.NormalizationForm.FormD) == HostileText.Name).ToListAsync());
        Tell("explanation", cache.Items.Where(item => item.ItemName == HostileText.Name || item.ItemName.Length == 3).Tag(HostileText.Name).Explain(), hasLines: true);
        Tell("explanation of a raw query", cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {HostileText.Name}").Tag(HostileText.Name).Explain(), hasLines: true);
        Failed("a syntax error", () => cache.QueryText($"SELECT * FROM C WHERE p {HostileText.Name}"));
        Failed("an unclosed string", () => cache.QueryText($"SELECT * FROM C WHERE p = 'a{HostileText.Characters}"));
        foreach (var character in HostileText.Characters.Where(c => !char.IsSurrogate(c)))
        {
            Failed("a character alone", () => cache.QueryText($"SELECT {character}! FROM C"));
            Failed("a character in a name", () => cache.QueryText($"SELECT * FROM C WHERE a{character}b c"));
            Failed("a character after a value", () => cache.QueryText($"SELECT * FROM C WHERE a = 1{character}2"));
        }

        Failed("a path", () => UncPath.Parse(HostileText.Name));
        Failed("a tag", () => cache.Items.Tag("\u2028\n"));
        if (cache.Capabilities.HasFlag(BackendCapabilities.Files)) await FailedAsync("a file that is not there", () => cache.Files.OpenReadAsync(CacheScene.At(HostileText.Name)));
        await cache.DeleteItemsAsync(path, progress: progress);

        foreach (var (what, text) in _logger.Texts.Concat(_texts)) HostileText.MustNotShow(text, what);
        Assert.That(_texts.Select(told => told.What), Is.SupersetOf(new[] { "item", "row", "outcome", "report", "tag db.query.text", "tag offlinefiles.tags" }));
        Assert.That(_texts.Where(told => told.What == "item"), Is.Not.Empty);
    }

    private void Tell(string what, object? value, bool hasLines = false)
    {
        foreach (var line in hasLines ? value!.ToString()!.Split('\n') : new[] { value?.ToString() }) _texts.Enqueue((what, line));
    }

    private void Failed(string what, Action call)
    {
        var error = Assert.Catch<Exception>(() => call(), what)!;
        Assert.That(error, Is.InstanceOf<OfflineFilesException>().Or.InstanceOf<ArgumentException>(), what);
        Tell(what, error.Message);
    }

    private async Task FailedAsync<T>(string what, Func<Task<T>> call, bool report = false)
    {
        try
        {
            var result = await call();
            if (report && result is OperationReport told)
            {
                foreach (var outcome in told.Outcomes) Tell(what, outcome);
                told.ThrowIfFailed();
            }

            Assert.Fail($"{what} did not fail");
        }
        catch (Exception error) when (error is not AssertionException)
        {
            for (var each = error; each is OfflineFilesException or InvalidOperationException; each = each.InnerException!) Tell(what, each.Message);
        }
    }

    private sealed class Progress(Action<OperationProgress> tell) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => tell(value);
    }

    private sealed class TextLogger : ILogger
    {
        public ConcurrentQueue<(string What, string? Text)> Texts { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Texts.Enqueue(($"log {eventId}", formatter(state, exception)));
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                foreach (var (name, value) in values) Texts.Enqueue(($"{name} of log {eventId}", value?.ToString()));
            if (exception is OfflineFilesException) Texts.Enqueue(($"error of log {eventId}", exception.Message));
        }
    }
}
