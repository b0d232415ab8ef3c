using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>A synchronisation as the planner decides it, path by path, carried out on a world in memory.</summary>
internal sealed class PlannedSync
{
    private readonly bool[] _isDirtyBelow = new bool[Places.Count];
    private readonly bool[] _isNewBelow = new bool[Places.Count];
    private World _world = null!;
    private SyncCall _call;
    private SyncDecisionOptions _options;
    private bool _reversed;

    /// <summary>Every state that was decided in the life of this object.</summary>
    public HashSet<SyncState> States { get; } = [];

    /// <summary>How many times a side or the baseline was written in the last run.</summary>
    public int Writes { get; private set; }

    /// <summary>Reversed: siblings are visited in the other order, which must not matter.</summary>
    public void Run(World world, in SyncCall call, bool reversed = false)
    {
        _world = world;
        _call = call;
        _reversed = reversed;
        _options = (call.In ? SyncDecisionOptions.SyncIn : 0)
            | (call.Out ? SyncDecisionOptions.SyncOut : 0)
            | (call.Fill ? SyncDecisionOptions.FillSparse : 0)
            | (call.TakesNew ? SyncDecisionOptions.PinNewFiles : 0)
            | (call.HoldsNew ? SyncDecisionOptions.NoNewFilesOut : 0);
        Writes = 0;
        LookBelow();
        Array.Clear(world.Conflicts);
        Children(0);
    }

    private void LookBelow()
    {
        Array.Clear(_isDirtyBelow);
        Array.Clear(_isNewBelow);
        for (var place = Places.Count - 1; place > 0; place--)
        {
            var parent = Places.Parent(place);
            _isDirtyBelow[parent] |= _isDirtyBelow[place] || IsNewHere(place);
            _isNewBelow[parent] |= _isNewBelow[place] || (!_world.Server[place].IsAbsent && IsNewThere(place));
        }
    }

    /// <summary>A file that was only touched needs no directory above it.</summary>
    private bool IsNewHere(int place) =>
        (_world.Client[place].IsFile ? ChangesOf(place) & ~LocalChangesExtensions.Metadata : ChangesOf(place)) != LocalChanges.None;

    private bool IsNewThere(int place) =>
        _world.Server[place].Kind != _world.Baseline[place].Kind
        || _world.Server[place].Data != _world.Baseline[place].Data
        || (_world.Server[place].IsDirectory && _world.Server[place].Attributes != _world.Baseline[place].Attributes);

    /// <summary>What the client did since the baseline. What was made equal again is no change.</summary>
    private LocalChanges ChangesOf(int place)
    {
        ref var client = ref _world.Client[place];
        ref var baseline = ref _world.Baseline[place];
        var isReplaced = (client.Notes & Notes.Replaced) != 0;
        if (client.IsAbsent) return client.IsDeleted ? LocalChanges.Deleted | (isReplaced ? LocalChanges.Replaced : 0) : LocalChanges.None;
        if (baseline.IsAbsent) return (client.Notes & Notes.Created) != 0 ? LocalChanges.Created : LocalChanges.None;
        if (client.Kind != baseline.Kind) return LocalChanges.Replaced;
        var data = client.Data == baseline.Data ? LocalChanges.None : isReplaced ? LocalChanges.Replaced : LocalChanges.Data;
        return data
            | (client.Attributes == baseline.Attributes ? 0 : LocalChanges.Attributes)
            | (client.IsDirectory || client.Time == baseline.Time ? 0 : LocalChanges.Time);
    }

    private LocalNode ClientOf(int place)
    {
        ref var client = ref _world.Client[place];
        var below = _isDirtyBelow[place] && client.IsDirectory ? LocalChanges.Below : LocalChanges.None;
        return new LocalNode(client.Kind, ChangesOf(place) | below, client.IsSparse, _world.IsPinned);
    }

    private RemoteNode ServerOf(int place, bool isCompared)
    {
        ref var client = ref _world.Client[place];
        ref var server = ref _world.Server[place];
        ref var baseline = ref _world.Baseline[place];
        var sighted = _world.Sighted[place];
        return new RemoteNode(
            server.Kind,
            Changed: server.Kind == baseline.Kind && IsChanged(client, server, baseline),
            ChangedBelow: server.IsDirectory && _isNewBelow[place],
            sighted.IsAbsent ? Sighting.First : sighted == server ? Sighting.SeenUnchanged : Sighting.SeenChanged,
            !isCompared || client.Kind != server.Kind ? Sameness.Unknown
                : server.IsFile && client.IsSparse ? Sameness.Unknown
                : client.Data != server.Data ? Sameness.Different
                : client.Attributes != server.Attributes ? Sameness.SameBytes
                : Sameness.Same);
    }

    /// <summary>Of a file whose bytes changed here, or that was deleted here, only new bytes count; what is beside them follows.</summary>
    private static bool IsChanged(in Node client, in Node server, in Node baseline) => server.IsDirectory
        ? server.Attributes != baseline.Attributes
        : server.Data != baseline.Data
            || (client.IsFile && client.Data == baseline.Data && (server.Attributes != baseline.Attributes || server.Time != baseline.Time));

    private SyncDecision Decide(int place)
    {
        var baseline = new BaselineNode(_world.Baseline[place].Kind);
        var decision = SyncPlanner.Decide(baseline, ClientOf(place), ServerOf(place, isCompared: _world.Server[place].IsDirectory), _options);
        if (decision.NeedsComparison || decision.Action is SyncAction.In or SyncAction.Out)
            decision = SyncPlanner.Decide(baseline, ClientOf(place), ServerOf(place, isCompared: true), _options);
        States.Add(decision.State);
        return decision;
    }

    private void Children(int place)
    {
        if (Places.IsLeaf(place)) return;
        for (var i = 0; i < Places.Arity; i++) Path(Places.FirstChild(place) + (_reversed ? Places.Arity - 1 - i : i));
    }

    private void Path(int place)
    {
        ref var client = ref _world.Client[place];
        ref var server = ref _world.Server[place];
        var decision = Decide(place);
        switch (decision.Action)
        {
            case SyncAction.None:
                if (client.IsDirectory || (client.IsAbsent && server.IsAbsent)) Children(place);
                break;
            case SyncAction.AdoptBaseline:
                Adopt(place);
                Children(place);
                break;
            case SyncAction.In:
            case SyncAction.InMetadata:
            case SyncAction.Fill:
                Set(_world.Client, place, server);
                Set(_world.Baseline, place, server);
                Children(place);
                break;
            case SyncAction.Out:
            case SyncAction.OutMetadata:
                Give(place);
                Children(place);
                break;
            case SyncAction.Ghost:
                Set(_world.Client, place, default);
                break;
            case SyncAction.DeleteClient:
            case SyncAction.Prune:
                Prune(place);
                break;
            case SyncAction.DeleteServer:
                World.Remove(_world.Server, place);
                World.Remove(_world.Client, place);
                World.Remove(_world.Baseline, place);
                Writes++;
                break;
            case SyncAction.ReplaceClient:
                World.Remove(_world.Client, place);
                World.Remove(_world.Baseline, place);
                Set(_world.Client, place, server);
                Set(_world.Baseline, place, server);
                Children(place);
                break;
            case SyncAction.Merge:
                Merge(place);
                Children(place);
                break;
            case SyncAction.DropDeletion:
                World.Remove(_world.Client, place);
                World.Remove(_world.Baseline, place);
                Writes++;
                Path(place);
                break;
            case SyncAction.Conflict:
                Conflict(place, decision.Resolutions);
                break;
        }
    }

    private void Set(Node[] side, int place, Node value)
    {
        if (side[place] == value) return;
        side[place] = value;
        Writes++;
    }

    private void Adopt(int place)
    {
        if (_world.Client[place].IsAbsent)
        {
            Set(_world.Client, place, default);
            Set(_world.Baseline, place, default);
            return;
        }

        Set(_world.Client, place, _world.Server[place]);
        Set(_world.Baseline, place, _world.Server[place]);
    }

    private void Give(int place)
    {
        for (var parent = Places.Parent(place); _world.Server[parent].IsAbsent; parent = Places.Parent(parent))
        {
            Set(_world.Server, parent, _world.Client[parent] with { Notes = Notes.None });
            Set(_world.Baseline, parent, _world.Server[parent]);
        }

        var given = _world.Client[place] with { Notes = Notes.None };
        // Attributes that were not touched here follow the server's.
        var isOfOneKind = _world.Baseline[place].Kind == given.Kind && _world.Server[place].Kind == given.Kind;
        if (isOfOneKind && given.Attributes == _world.Baseline[place].Attributes)
            given.Attributes = _world.Server[place].Attributes;
        Set(_world.Server, place, given);
        Set(_world.Client, place, given);
        Set(_world.Baseline, place, given);
    }

    private void Prune(int place)
    {
        Children(place);
        var stays = false;
        if (!Places.IsLeaf(place))
            for (var i = 0; i < Places.Arity; i++) stays |= !_world.Client[Places.FirstChild(place) + i].IsAbsent;
        if (stays)
        {
            if (_call.Out) Give(place);
        }
        else if (_call.In)
        {
            Set(_world.Client, place, default);
            Set(_world.Baseline, place, default);
        }
    }

    private void Merge(int place)
    {
        ref var client = ref _world.Client[place];
        ref var server = ref _world.Server[place];
        ref var baseline = ref _world.Baseline[place];
        if (client.Attributes == server.Attributes)
        {
            Adopt(place);
            return;
        }

        var isServers = baseline.Kind != client.Kind || (client.Attributes != baseline.Attributes && server.Attributes != baseline.Attributes)
            ? server.Time >= client.Time
            : client.Attributes == baseline.Attributes;
        if (isServers && _call.In) Adopt(place);
        else if (!isServers && _call.Out) Give(place);
        else if (client.IsDirectory && !baseline.IsDirectory) Set(_world.Baseline, place, (isServers ? client : server) with { Notes = Notes.None });
    }

    private void Conflict(int place, SyncResolutions offered)
    {
        var choice = Choose(place, offered);
        switch (choice)
        {
            case SyncResolutions.KeepLocal:
                World.Copy(_world.Client, place, _world.Client, place);
                World.Copy(_world.Client, place, _world.Server, place);
                World.Copy(_world.Client, place, _world.Baseline, place);
                Writes++;
                break;
            case SyncResolutions.KeepRemote:
                World.Copy(_world.Server, place, _world.Client, place);
                World.Copy(_world.Server, place, _world.Baseline, place);
                Writes++;
                break;
            case SyncResolutions.KeepAllChanges when _world.FreeNameBeside(place) is > 0 and var copy:
                World.Copy(_world.Client, place, _world.Client, copy);
                World.Copy(_world.Client, place, _world.Server, copy);
                World.Copy(_world.Client, place, _world.Baseline, copy);
                World.Copy(_world.Server, place, _world.Client, place);
                World.Copy(_world.Server, place, _world.Baseline, place);
                Writes++;
                break;
            default:
                _world.Conflicts[place] = true;
                _world.Sighted[place] = _world.Server[place];
                break;
        }
    }

    private SyncResolutions Choose(int place, SyncResolutions offered)
    {
        var choice = _call.Choice & offered;
        if (!_call.In || !_call.Out || World.Any(_world.Client, place, node => node.IsSparse)) return SyncResolutions.None;
        if (choice != SyncResolutions.KeepLatest) return choice;
        var here = World.Newest(_world.Client, place);
        var there = World.Newest(_world.Server, place);
        if (_world.Server[place].IsAbsent || here > there) return SyncResolutions.KeepLocal;
        return here < there ? SyncResolutions.KeepRemote : SyncResolutions.None;
    }
}
