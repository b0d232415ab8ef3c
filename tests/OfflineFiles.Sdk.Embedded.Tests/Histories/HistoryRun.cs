using System.Text;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Tests.Memory;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Histories;

/// <summary>Plays a history and looks, after each round and at its end, whether anything was lost or invented.</summary>
internal sealed class HistoryRun(History history)
{
    private const string Mark = ".~of";

    private readonly Versions _versions = new();
    private readonly StringBuilder _log = new();
    private EngineRig _rig = null!;
    private bool _isOffline;
    private bool _isPinned = true;

    /// <summary>What happened, step by step.</summary>
    public string Log => _log.ToString();

    /// <summary>All calls to the share, in their order.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>What is wrong; null if nothing is.</summary>
    public async Task<string?> RunAsync()
    {
        var random = new Random(history.Seed);
        var traits = history.Seed % 4 == 0 ? MemoryTraits.Local : MemoryTraits.Draw(random);
        _log.AppendLine(traits.ToString());
        (string, string)[] files = [("anchor", _versions.Next()), ("a", _versions.Next()), ("d/a", _versions.Next()), ("d/e/a", _versions.Next())];
        foreach (var (_, content) in files) _versions.Known(content);
        await using var rig = _rig = await EngineRig.OpenAsync(traits, history.Seed, files);
        try
        {
            await rig.PinAsync();
            foreach (var code in history.Steps)
            {
                var step = new Step(code);
                _log.Append(step).Append(": ");
                await PlayAsync(step, random);
                _log.AppendLine();
                Keep(rig.Share.Trace);
            }

            return await EndAsync();
        }
        catch (OfflineFilesException e)
        {
            return $"an operation without a fault failed: {e.Message}";
        }
        catch (Exception e) when (e is not (AssertionException or OutOfMemoryException))
        {
            return $"an error of another family came out: {e}";
        }
    }

    /// <summary>The number of an engine in its marked names is random, so that two engines on one share do not meet.</summary>
    private static string WithoutInstance(string call)
    {
        for (var at = call.IndexOf(Mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = call.IndexOf(Mark, at + 1, StringComparison.OrdinalIgnoreCase))
            if (call.Length >= at + Mark.Length + 8) call = call.Remove(at + Mark.Length, 8);
        return call;
    }

    private void Keep(IReadOnlyList<string> trace)
    {
        Trace.AddRange(trace.Select(WithoutInstance));
        _rig.Share.ResetCounters();
    }

    private async Task PlayAsync(Step step, Random random)
    {
        switch (step.Kind)
        {
            case StepKind.Write or StepKind.Delete or StepKind.MakeDirectory or StepKind.Move:
                await EditAsync(step);
                break;
            case StepKind.CrashInWrite:
                await WithCrashAsync(step, null, () => EditAsync(step, StepKind.Write));
                break;
            case StepKind.FaultInWrite:
                await WithFaultAsync(step, () => EditAsync(step, StepKind.Write));
                break;
            case StepKind.AdversaryInWrite:
                await WithAdversaryAsync(step, () => EditAsync(step, StepKind.Write));
                break;
            case >= StepKind.ShareWrite and <= StepKind.ShareReadOnly:
                EditShare(step.Kind, step.Path, step.Target);
                break;
            case StepKind.Sync:
                _ = await TriedAsync(() => _rig.SyncAsync());
                break;
            case StepKind.SyncOneWay:
                _ = await TriedAsync(() => _rig.SyncAsync(step.Choice % 2 == 0 ? SyncControlFlags.SyncIn : SyncControlFlags.SyncOut));
                break;
            case StepKind.Offline:
                _isOffline = await TriedAsync(_rig.OfflineAsync) is { Succeeded: true } || _isOffline;
                break;
            case StepKind.Online:
                if (await TriedAsync(_rig.OnlineAsync) is { Succeeded: true }) _isOffline = false;
                break;
            case StepKind.Pin:
                _isPinned |= await TriedAsync(() => _rig.PinAsync()) is { Succeeded: true };
                break;
            case StepKind.Unpin:
                _isPinned = false;
                _ = await TriedAsync(() => _rig.UnpinAsync());
                break;
            case StepKind.DeleteItems:
                _isPinned = false;
                _ = await TriedAsync(() => _rig.DeleteItemsAsync(step.Path));
                break;
            case StepKind.Restart:
                await _rig.RestartAsync();
                break;
            case StepKind.CrashInSync:
                await WithCrashAsync(step, null, async () => _ = await TriedAsync(() => _rig.SyncAsync()));
                break;
            case StepKind.PowerCutInSync:
                await WithCrashAsync(step, random, async () => _ = await TriedAsync(() => _rig.SyncAsync()));
                break;
            case StepKind.FaultInSync:
                await WithFaultAsync(step, async () => _ = await TriedAsync(() => _rig.SyncAsync()));
                break;
            case StepKind.AdversaryInSync:
                await WithAdversaryAsync(step, async () => _ = await TriedAsync(() => _rig.SyncAsync()));
                break;
            case StepKind.TimePasses:
                _rig.Time.Advance(TimeSpan.FromSeconds(step.Choice switch { 0 => 0.5, 1 => 1, 2 => 3, _ => 3600 }));
                break;
            case StepKind.Remount:
                _rig.Share.Remount();
                break;
            case StepKind.ShareLost:
                _rig.Share.IsMounted = false;
                _ = await TriedAsync(() => _rig.SyncAsync());
                await EditAsync(step, StepKind.Write);
                _rig.Share.IsMounted = true;
                _rig.Time.Advance(TimeSpan.FromMinutes(1));
                break;
        }
    }

    private async Task<OperationReport?> TriedAsync(Func<Task<OperationReport>> operation)
    {
        try
        {
            var report = await operation();
            foreach (var outcome in report.Outcomes.Where(o => o.Status != OutcomeStatus.Unchanged)) _log.Append("\n    ").Append(outcome);
            return report;
        }
        catch (OfflineFilesException e) when (e.GetType().IsVisible)
        {
            _log.Append(e.Message);
            return null;
        }
    }

    private Task EditAsync(Step step) => EditAsync(step, step.Kind);

    private async Task EditAsync(Step step, StepKind kind)
    {
        string? seen = null;
        // Online, what he means to replace is what is there when he opens it; he may have been killed before he heard of it.
        var opened = _isOffline ? null : OnShare(step.Path);
        var written = kind == StepKind.Write ? _versions.Next() : "";
        try
        {
            seen = await TryReadAsync(step.Path);
            switch (kind)
            {
                case StepKind.Write:
                    var path = EngineRig.At(step.Path);
                    await using (var writer = await _rig.Files.OpenWriteAsync(path, FileWriteMode.CreateOrReplace, CancellationToken.None))
                    {
                        if (!_isOffline) opened = OnShare(step.Path) ?? opened;
                        await writer.WriteAsync(Encoding.UTF8.GetBytes(written));
                        await writer.CommitAsync();
                    }

                    // What a process says after it was killed, nobody hears.
                    if (_rig.WasKilled)
                    {
                        _versions.Either(seen, written);
                        _versions.Either(opened, written);
                        break;
                    }

                    _versions.Gone(seen);
                    _versions.Gone(opened);
                    _versions.Accepted(written);
                    Tell(seen, written);
                    break;
                case StepKind.Delete:
                    await DeleteAsync(step.Path);
                    break;
                case StepKind.MakeDirectory:
                    await _rig.MakeDirectoryAsync(step.Path);
                    break;
                default:
                    await _rig.MoveAsync(step.Path, step.Target);
                    break;
            }
        }
        catch (OfflineFilesException e) when (e.GetType().IsVisible)
        {
            _log.Append(e.Message);
            if (kind != StepKind.Write) return;
            _versions.Either(seen, written);
            _versions.Either(opened, written);
        }
    }

    /// <summary>What the share has under a name, in whatever case: the cache finds it so.</summary>
    private string? OnShare(string path) => _rig.Share.Users.Read(path)
        ?? _rig.Share.Users.Tree().FirstOrDefault(entry => WqlText.AreEqual(entry.Key, path)).Value;

    /// <summary>Deletes bottom up, as a user's tool does, what it shows.</summary>
    private async Task DeleteAsync(string path)
    {
        if (await _rig.Files.FindAsync(EngineRig.At(path), CancellationToken.None) is not { } entry) return;
        if (entry.ItemType == OfflineFilesItemType.Directory)
        {
            var names = new List<string>();
            await foreach (var child in _rig.Files.EnumerateAsync(entry.Path, CancellationToken.None)) names.Add(child.Path.Name);
            foreach (var name in names) await DeleteAsync($"{path}/{name}");
        }
        else
        {
            // Whether it comes off or fails half-way: he wanted this version gone.
            _versions.Gone(await TryReadAsync(path));
        }

        await _rig.DeleteAsync(path);
    }

    private async Task<string?> TryReadAsync(string path)
    {
        try
        {
            return await _rig.ReadAsync(EngineRig.At(path));
        }
        catch (OfflineFilesException)
        {
            return null;
        }
    }

    private void EditShare(StepKind kind, string path, string target)
    {
        var users = _rig.Share.Users;
        switch (kind)
        {
            case StepKind.ShareWrite:
                var seen = users.Read(path);
                var written = _versions.Next();
                if (!users.Write(path, written)) break;
                _versions.Gone(seen);
                _versions.Accepted(written);
                Tell(seen, written);
                break;
            case StepKind.ShareWriteUnseen:
                if (users.Read(path) is not { } unseen) break;
                var other = _versions.Next();
                _ = users.WriteUnseen(path, other);
                _versions.Gone(unseen);
                _versions.Accepted(other);
                Tell(unseen, other);
                break;
            case StepKind.ShareDelete:
                foreach (var (below, content) in users.Tree())
                    if (IsAtOrBelow(below, path)) _versions.Gone(content);
                _ = users.Delete(path);
                break;
            case StepKind.ShareMakeDirectory:
                _ = users.MakeDirectory(path);
                break;
            case StepKind.ShareMove:
                _ = users.Move(path, target);
                break;
            case StepKind.ShareTouch:
                _ = users.Touch(path);
                break;
            case StepKind.ShareReadOnly:
                _ = users.SetReadOnly(path, true);
                break;
        }
    }

    private bool IsAtOrBelow(string path, string top)
    {
        var (key, topKey) = (_rig.Share.KeyOf(path), _rig.Share.KeyOf(top));
        return key == topKey || key.StartsWith(topKey + "/", StringComparison.Ordinal);
    }

    private void Tell(string? old, string @new) => _log.Append('\'').Append(old).Append("' -> '").Append(@new).Append('\'');

    private async Task WithCrashAsync(Step step, Random? power, Func<Task> action)
    {
        var isDead = false;
        _rig.Share.OnCall = call =>
        {
            if (call.Number != step.Call || isDead) return null;
            isDead = true;
            _rig.Kill();
            if (power is not null) _rig.Share.CutPower(power);
            return null;
        };
        await action();
        _rig.Share.OnCall = null;
        if (!isDead) return;
        _log.Append(" killed");
        await _rig.ReviveAsync();
    }

    private async Task WithFaultAsync(Step step, Func<Task> action)
    {
        _rig.Share.OnCall = call => call.Number >= step.Call && call.Number < step.Call + step.CallCount ? step.Fault : null;
        await action();
        _rig.Share.OnCall = null;
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task WithAdversaryAsync(Step step, Func<Task> action)
    {
        StepKind[] acts = [StepKind.ShareWrite, StepKind.ShareWriteUnseen, StepKind.ShareDelete, StepKind.ShareMove, StepKind.ShareMakeDirectory];
        _rig.Share.OnCall = call =>
        {
            if (call.Number == step.Call) EditShare(acts[step.Choice % acts.Length], step.Path, step.Target);
            if (call.Number == step.Call + 2) EditShare(acts[(step.Choice + 3) % acts.Length], step.Target, step.Path);
            return null;
        };
        await action();
        _rig.Share.OnCall = null;
    }

    /// <summary>Whatever happened: after the storm everything is there, it settles, and nothing of the engine's is left on the share.</summary>
    private async Task<string?> EndAsync()
    {
        _rig.Share.OnCall = null;
        await _rig.RestartAsync();
        if (await FaultAsync(isAtRest: false) is { } atRestart) return $"after the restart: {atRestart}";
        OperationReport? report = null;
        for (var pass = 0; pass < 3; pass++)
        {
            _rig.Time.Advance(TimeSpan.FromHours(1));
            _ = await TriedAsync(_rig.OnlineAsync);
            _log.Append("\nfinal sync ").Append(pass).Append(':');
            report = await TriedAsync(() => _rig.SyncAsync());
            Keep(_rig.Share.Trace);
        }

        _rig.Time.Advance(TimeSpan.FromHours(1));
        var before = _rig.Share.Users.Tree();
        report = await TriedAsync(() => _rig.SyncAsync());
        var changes = _rig.Share.UserChanges;
        Keep(_rig.Share.Trace);
        _log.AppendLine();
        if (await FaultAsync(isAtRest: true) is { } atRest) return $"at rest: {atRest}";
        if (_rig.Share.OpenHandles != 0) return $"{_rig.Share.OpenHandles} handles into the share are open";
        if (report is null) return "the last synchronisation failed";
        if (changes != 0 || !before.SequenceEqual(_rig.Share.Users.Tree())) return $"a synchronisation at rest changes the share ({changes} changes)";
        return report.Count(OutcomeStatus.Failed) > 0 ? $"it still fails without a fault: {report.With(OutcomeStatus.Failed).First()}" : null;
    }

    private async Task<string?> FaultAsync(bool isAtRest)
    {
        var share = _rig.Share.Users.Tree();
        _ = await TriedAsync(_rig.OfflineAsync);
        var cache = await _rig.TreeAsync();
        _ = await TriedAsync(_rig.OnlineAsync);
        var readable = share.Values.Concat(cache.Values).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = share.Where(entry => !IsOurs(entry.Key)).Select(entry => entry.Value).Concat(cache.Values).OfType<string>();
        if (_versions.Fault(readable, seen) is { } fault) return $"{fault}\nshare:\n{Show(share)}\ncache:\n{Show(cache)}";
        if (!isAtRest) return null;
        var litter = share.Keys.FirstOrDefault(IsOurs);
        return litter is null ? null : $"'{litter}' is left on the share\nshare:\n{Show(share)}";
    }

    private static bool IsOurs(string path) => TemporaryName.TryParse(path[(path.LastIndexOf('/') + 1)..], out _);

    private static string Show(SortedDictionary<string, string?> tree) =>
        string.Join('\n', tree.Select(entry => $"    {entry.Key}: {entry.Value ?? "(directory)"}"));
}
