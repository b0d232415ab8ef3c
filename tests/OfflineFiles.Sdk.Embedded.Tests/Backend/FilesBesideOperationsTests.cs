using System.Collections.Concurrent;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>
/// Files are used while synchronisations and transitions run in a loop. What a call said is what the share has: nothing fails because of them, nothing is
/// lost, and nothing is left over.
/// </summary>
/// <remarks>OFFLINEFILES_BESIDE_SECONDS gives it more time than the few seconds of a usual run.</remarks>
[TestFixture]
internal sealed class FilesBesideOperationsTests
{
    private const int Writers = 8;
    private const int Movers = 4;

    private readonly ConcurrentBag<string> _errors = [];
    private readonly ConcurrentDictionary<string, string?> _expected = new(StringComparer.OrdinalIgnoreCase);
    private int _done;

    [Test]
    public async Task Every_acknowledged_change_is_on_the_share_and_none_fails()
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable("OFFLINEFILES_BESIDE_SECONDS") ?? "4", CultureInfo.InvariantCulture);
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, Movers).Select(i => ($@"m{i}\f.txt", "0")), .. Enumerable.Range(0, Writers).Select(i => ($@"w{i}\f.txt", "0"))]);
        await test.PinAsync();
        foreach (var i in Enumerable.Range(0, Writers)) await test.PinAsync($@"w{i}\f.txt", new PinOptions { Flags = PinControlFlags.ForAll });
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));

        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Writers).Select(i => LoopAsync(n => WriteAsync(test, i, n), stop.Token)),
            .. Enumerable.Range(0, Movers).Select(i => LoopAsync(n => MoveAsync(test, i, n), stop.Token)),
            LoopAsync(_ => ReportAsync(test.SyncAsync()), stop.Token),
            LoopAsync(_ => ReportAsync(test.OnlineAsync()), stop.Token),
        ]);

        TestContext.Out.WriteLine($"{_done} changes and operations in {seconds} s");
        Assert.That(_errors.Take(5), Is.Empty, $"{_errors.Count} errors");
        var last = await test.SyncAsync();
        Assert.That(last.Outcomes.Where(outcome => outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Conflict), Is.Empty);
        foreach (var (path, content) in _expected)
        {
            Assert.That(test.ReadShare(path), Is.EqualTo(content), path);
            if (content is not null) Assert.That(await test.ReadAsync(path), Is.EqualTo(content), path);
        }

        Assert.That(
            Directory.EnumerateFiles(test.ShareDirectory, ".~of*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".~ofroot"), Is.Empty);
        foreach (var i in Enumerable.Range(0, Writers))
            Assert.That((await test.ItemAsync($@"w{i}\f.txt")).PinInfo!.PinnedForComputer, Is.EqualTo(PinState.Pinned), "its own pin");
        await test.OfflineAsync();
        foreach (var (path, content) in _expected.Where(each => each.Value is not null))
            Assert.That(await test.ReadAsync(path), Is.EqualTo(content), $"{path} offline");
    }

    /// <summary>Writes one file again and again, in every mode, and a new one now and then.</summary>
    private async Task WriteAsync(TestCache test, int writer, int number)
    {
        var path = number % 5 == 4 ? $@"w{writer}\new{number}.txt" : $@"w{writer}\f.txt";
        var mode = (number % 5) switch
        {
            1 => FileWriteMode.Replace,
            2 => FileWriteMode.Edit,
            4 => FileWriteMode.CreateNew,
            _ => FileWriteMode.CreateOrReplace,
        };
        // Of one size, so that only the bytes tell one version from another.
        var content = number.ToString("d8", CultureInfo.InvariantCulture);
        await test.WriteAsync(path, content, mode);
        _expected[path] = content;
        Equal(await test.ReadAsync(path), content, path);
    }

    /// <summary>Makes, moves and deletes.</summary>
    private async Task MoveAsync(TestCache test, int mover, int number)
    {
        var made = $@"m{mover}\d{number}";
        await test.MakeDirectoryAsync(made);
        await test.WriteAsync($@"{made}\a.txt", "a");
        await test.MoveAsync(made, $@"m{mover}\e{number}");
        _expected[$@"{made}\a.txt"] = null;
        Equal(await test.ReadAsync($@"m{mover}\e{number}\a.txt"), "a", made);
        if (number % 2 == 0)
        {
            _expected[$@"m{mover}\e{number}\a.txt"] = "a";
            return;
        }

        await test.DeleteAsync($@"m{mover}\e{number}\a.txt");
        await test.DeleteAsync($@"m{mover}\e{number}");
        _expected[$@"m{mover}\e{number}\a.txt"] = null;
    }

    private async Task ReportAsync(Task<OperationReport> operation)
    {
        foreach (var outcome in (await operation).Outcomes)
            if (outcome.Status is OutcomeStatus.Failed or OutcomeStatus.Conflict) _errors.Add(outcome.ToString()!);
    }

    private void Equal(string found, string expected, string path)
    {
        if (found != expected) _errors.Add($"{path}: read {found}, written {expected}");
    }

    private Task LoopAsync(Func<int, Task> work, CancellationToken stop) => Task.Run(async () =>
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            try
            {
                await work(number);
                Interlocked.Increment(ref _done);
            }
            catch (Exception exception)
            {
                _errors.Add(exception.ToString());
            }
        }
    }, CancellationToken.None);
}
