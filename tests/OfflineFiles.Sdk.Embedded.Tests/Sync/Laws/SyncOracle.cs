using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>What a caller of the oracle may ask for.</summary>
internal readonly record struct SyncCall(bool In, bool Out, bool Fill, bool TakesNew, bool HoldsNew, SyncResolutions Choice);

/// <summary>
/// What a synchronisation has to end in, told from the rules alone: baseline, client and server go in, and those three and the conflicts come out. It
/// compares trees and knows no states and no actions, so it shares nothing with the planner but the rules.
/// </summary>
/// <remarks>
/// Where the rules leave something open, this is what is read from them: a directory deleted on the server stays on both sides while something below
/// stays; what one side did to the attributes and times of a file never stands against a deletion or new bytes of the other, but the attributes of a
/// directory are a change like any other.
/// </remarks>
internal sealed class SyncOracle
{
    private readonly World _before = new();
    private World _after = null!;
    private SyncCall _call;

    /// <summary>Versions that a choice gave up.</summary>
    public HashSet<int> Discarded { get; } = [];

    /// <summary>Carries the rules out on a world.</summary>
    public void Run(World world, in SyncCall call)
    {
        _before.CopyFrom(world);
        _after = world;
        _call = call;
        Discarded.Clear();
        Array.Clear(_after.Conflicts);
        Children(0);
    }

    private void Children(int place)
    {
        if (Places.IsLeaf(place)) return;
        for (var i = 0; i < Places.Arity; i++) Path(Places.FirstChild(place) + i);
    }

    private void Path(int place)
    {
        ref var client = ref _before.Client[place];
        ref var server = ref _before.Server[place];
        if (client.IsAbsent && server.IsAbsent) BothGone(place);
        else if (server.IsAbsent) OnlyHere(place);
        else if (client.IsDeleted && !_before.Baseline[place].IsAbsent) DeletedHere(place);
        else if (client.IsAbsent) OnlyThere(place);
        else if (client.Kind != server.Kind) OfTwoKinds(place);
        else if (client.IsDirectory) TwoDirectories(place);
        else TwoFiles(place);
    }

    /// <summary>Stable: nothing is left to remember.</summary>
    private void BothGone(int place)
    {
        // A conflict copy may have got the name meanwhile.
        if (!_after.Client[place].IsAbsent) return;
        _after.Client[place] = default;
        _after.Baseline[place] = default;
        Children(place);
    }

    /// <summary>R3: a conflict, whoever changed; only a stub yields.</summary>
    private void OfTwoKinds(int place)
    {
        if (!_before.Client[place].IsSparse) Conflict(place, SyncResolutions.All);
        else if (_call.In) TakeInPlace(place);
    }

    /// <summary>R6, and the attributes of the directory itself.</summary>
    private void TwoDirectories(int place)
    {
        Attributes(place);
        Children(place);
    }

    private void TwoFiles(int place)
    {
        ref var client = ref _before.Client[place];
        ref var server = ref _before.Server[place];
        ref var baseline = ref _before.Baseline[place];
        var isNewHere = !baseline.IsFile || baseline.Data != client.Data;
        var isNewThere = !baseline.IsFile || baseline.Data != server.Data;
        if (client.IsSparse)
        {
            // 16, 38: a stub has no version of its own.
            if (baseline.IsAbsent) OnlyThere(place);
            else if (_call.In || (_call.Fill && server.IsLike(baseline))) TakeServers(place);
        }
        else if (client.Data == server.Data)
        {
            // R1, R4: the same result is no conflict, whatever was before.
            if (!baseline.IsFile && client.Attributes == server.Attributes) Agree(place);
            Attributes(place);
        }
        else if (isNewThere && isNewHere)
        {
            Conflict(place, SyncResolutions.All);
        }
        else if (isNewThere)
        {
            if (_call.In) TakeServers(place);
        }
        else if (_call.Out)
        {
            GiveClients(place, keepsAttributes: client.Attributes == baseline.Attributes);
        }
    }

    /// <summary>R2 for what is beside the bytes; two new sets: the later one.</summary>
    private void Attributes(int place)
    {
        ref var client = ref _before.Client[place];
        ref var server = ref _before.Server[place];
        ref var baseline = ref _before.Baseline[place];
        if (client.Attributes == server.Attributes)
        {
            Agree(place);
            return;
        }

        var isServers = baseline.Kind != client.Kind ? server.Time >= client.Time : client.Attributes == baseline.Attributes;
        if (isServers && _call.In) TakeServers(place);
        else if (!isServers && _call.Out) GiveClients(place);
        // That both are directories is agreed on, whatever is held back; the later attributes stay the change.
        else if (client.IsDirectory && !baseline.IsDirectory) _after.Baseline[place] = (isServers ? client : server) with { Notes = Notes.None };
    }

    /// <summary>On the server only, and the client never had it or let it go.</summary>
    private void OnlyThere(int place)
    {
        if (!_call.In) return;
        if (_before.IsPinned && !_before.Baseline[place].IsAbsent) TakeInPlace(place);
        else TakeNew(place);
    }

    private void TakeNew(int place)
    {
        if (_before.IsPinned && _call.TakesNew) TakeInPlace(place);
        else World.Remove(_after.Client, place);
    }

    /// <summary>What lies below is new as well, unless the client had it and deleted it.</summary>
    private void TakeInPlace(int place)
    {
        TakeServers(place);
        Children(place);
    }

    /// <summary>R5, R7, and the states of something replaced and then deleted.</summary>
    private void DeletedHere(int place)
    {
        ref var server = ref _before.Server[place];
        ref var baseline = ref _before.Baseline[place];
        var wasReplaced = (_before.Client[place].Notes & Notes.Replaced) != 0;
        if (server.IsDirectory && baseline.IsFile && wasReplaced)
        {
            // 52, 53: the deletion was of something else. A directory that was known stays deleted (P7).
            World.Remove(_after.Baseline, place);
            if (_call.In) TakeNew(place);
        }
        else if (server.Kind != baseline.Kind || HasNewVersions(_before.Server, place))
        {
            Conflict(place, SyncResolutions.OneSide);
        }
        else if (_call.Out)
        {
            World.Remove(_after.Server, place);
            World.Remove(_after.Client, place);
            World.Remove(_after.Baseline, place);
        }
    }

    /// <summary>Whether a side holds, at a place or below, what the baseline does not.</summary>
    private bool HasNewVersions(Node[] side, int place)
    {
        ref var node = ref side[place];
        ref var baseline = ref _before.Baseline[place];
        if (!node.IsAbsent && (node.Kind != baseline.Kind || node.Data != baseline.Data)) return true;
        if (node.IsDirectory && node.Attributes != baseline.Attributes) return true;
        if (Places.IsLeaf(place)) return false;
        for (var i = 0; i < Places.Arity; i++)
            if (HasNewVersions(side, Places.FirstChild(place) + i)) return true;
        return false;
    }

    private void OnlyHere(int place)
    {
        ref var client = ref _before.Client[place];
        ref var baseline = ref _before.Baseline[place];
        if (baseline.IsAbsent)
        {
            if (_call.Out && !(client.IsFile && _call.HoldsNew)) GiveClients(place);
            Children(place);
        }
        else if (client.Kind != baseline.Kind || (client.IsFile && client.Data != baseline.Data))
        {
            Conflict(place, SyncResolutions.OneSide);
        }
        else if (client.IsFile)
        {
            if (_call.In) Forget(place);
        }
        else
        {
            DirectoryDeletedThere(place);
        }
    }

    /// <summary>R8.</summary>
    private void DirectoryDeletedThere(int place)
    {
        Children(place);
        if (HasChild(_after.Client, place))
        {
            if (_call.Out && (HasNewVersions(_before.Client, place) || World.Any(_before.Client, place, node => node.IsDeleted))) GiveClients(place);
        }
        else if (_call.In)
        {
            Forget(place);
        }
    }

    private static bool HasChild(Node[] side, int place)
    {
        if (Places.IsLeaf(place)) return false;
        for (var i = 0; i < Places.Arity; i++)
            if (!side[Places.FirstChild(place) + i].IsAbsent) return true;
        return false;
    }

    private void Forget(int place)
    {
        _after.Client[place] = default;
        _after.Baseline[place] = default;
    }

    private void Agree(int place)
    {
        _after.Client[place] = _before.Server[place];
        _after.Baseline[place] = _before.Server[place];
    }

    private void TakeServers(int place)
    {
        _after.Client[place] = _before.Server[place];
        _after.Baseline[place] = _before.Server[place];
    }

    private void GiveClients(int place, bool keepsAttributes = false)
    {
        for (var parent = Places.Parent(place); _after.Server[parent].IsAbsent; parent = Places.Parent(parent))
            _after.Server[parent] = _after.Baseline[parent] = _before.Client[parent] with { Notes = Notes.None };
        var given = _before.Client[place] with { Notes = Notes.None };
        if (keepsAttributes) given.Attributes = _before.Server[place].Attributes;
        _after.Server[place] = _after.Client[place] = _after.Baseline[place] = given;
    }

    private void Conflict(int place, SyncResolutions offered)
    {
        var choice = _call.Choice & offered;
        // Without both directions nothing can be settled, and bytes that are not here cannot be chosen.
        if (!_call.In || !_call.Out || World.Any(_before.Client, place, node => node.IsSparse)) choice = SyncResolutions.None;
        if (choice == SyncResolutions.KeepLatest)
        {
            var here = World.Newest(_before.Client, place);
            var there = World.Newest(_before.Server, place);
            choice = _before.Server[place].IsAbsent || here > there ? SyncResolutions.KeepLocal
                : here < there ? SyncResolutions.KeepRemote
                : SyncResolutions.None;
        }

        var copy = choice == SyncResolutions.KeepAllChanges ? _after.FreeNameBeside(place) : 0;
        if (choice == SyncResolutions.KeepAllChanges && copy != 0)
        {
            World.Copy(_before.Client, place, _after.Client, copy);
            World.Copy(_before.Client, place, _after.Server, copy);
            World.Copy(_before.Client, place, _after.Baseline, copy);
            World.Copy(_before.Server, place, _after.Client, place);
            World.Copy(_before.Server, place, _after.Baseline, place);
        }
        else if (choice == SyncResolutions.KeepLocal)
        {
            Discard(_before.Server, place);
            World.Copy(_before.Client, place, _after.Server, place);
            World.Copy(_before.Client, place, _after.Client, place);
            World.Copy(_before.Client, place, _after.Baseline, place);
        }
        else if (choice == SyncResolutions.KeepRemote)
        {
            Discard(_before.Client, place);
            World.Copy(_before.Server, place, _after.Client, place);
            World.Copy(_before.Server, place, _after.Baseline, place);
        }
        else
        {
            _after.Conflicts[place] = true;
        }
    }

    private void Discard(Node[] side, int place) => World.Any(side, place, node =>
    {
        if (node.IsFile) Discarded.Add(node.Data);
        return false;
    });
}
