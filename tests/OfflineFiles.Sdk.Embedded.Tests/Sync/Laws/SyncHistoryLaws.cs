using CsCheck;
using OfflineFiles.Sdk.Embedded.Sync.Decide;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>
/// Histories of one tree and two users: what the planner decides, carried out, is what the rules say, told by an oracle written apart from it; and
/// whatever was done, no version is lost, none is invented, and it settles.
/// </summary>
[TestFixture]
internal sealed class SyncHistoryLaws
{
    private const int ServersVersions = 10_000;
    private const int Skew = 1_000_000;
    private const int EveryDirection = 31;

    [ThreadStatic]
    private static Scratch? _scratch;

    private static readonly Gen<int[]> Edits = Gen.Int[0, (1 << 24) - 1].Array[0, 14];

    private static readonly Gen<int[]> Trees = Gen.Int[0, (1 << 12) - 1].Array[3, 14];

    private static readonly Gen<Round> Rounds = Gen.Select(Edits, Edits, Gen.Int[0, 511], (client, server, call) => new Round(client, server, call));

    private static readonly Gen<History> Histories = Gen.Select(
        Trees, Rounds.Array[1, 4], Gen.Bool, (tree, rounds, isPinned) => new History(tree, rounds, isPinned));

    [Test]
    public void What_is_planned_is_what_the_rules_say_and_no_version_is_lost() => Histories.Sample(
        history =>
        {
            if (FaultOf(history) is not null) throw new AssertionException(Told(SmallestOf(history)));
        },
        iter: LawBudget.Of(100_000),
        print: _ => "");

    /// <summary>
    /// P13, of files: a directory that one side deleted is not treated alike (R7, R8), nor is what only a client knows: the time of a deletion,
    /// and that something had been replaced before.
    /// </summary>
    [Test]
    public void Swapping_the_sides_mirrors_what_becomes_of_files() => Gen.Select(Trees, Edits, Edits, Gen.Int[0, 2]).Sample(
        (tree, mine, theirs, choice) =>
        {
            var one = Mirrored(tree, mine, theirs, choice);
            var other = Mirrored(tree, theirs, mine, choice switch { 1 => 2, 2 => 1, _ => choice });
            for (var place = 0; place < Places.Count; place++)
                if (!IsSameVersion(one.Client[place], other.Server[place]) || !IsSameVersion(one.Server[place], other.Client[place])) return false;
            return true;
        },
        iter: LawBudget.Of(20_000),
        print: x => $"{Mirrored(x.Item1, x.Item2, x.Item3, -1)}\n{Mirrored(x.Item1, x.Item3, x.Item2, -1)}");

    private static World Mirrored(int[] tree, int[] client, int[] server, int choice)
    {
        var world = new World { IsPinned = true };
        new Editor(world, isClient: false, time: 0, firstVersion: 100).Plant(tree);
        world.Server.CopyTo(world.Client, 0);
        world.Server.CopyTo(world.Baseline, 0);
        // A version is named by who wrote it, not by where it was written.
        new Editor(world, isClient: true, time: 1000, firstVersion: 1000 + client.Sum() % 1000) { OnlyFiles = true }.Play(client);
        new Editor(world, isClient: false, time: 1000, firstVersion: 1000 + server.Sum() % 1000) { OnlyFiles = true }.Play(server);
        // 1 and 2 are the numbers of keeping the local and the remote version.
        var call = new SyncCall(In: true, Out: true, Fill: true, TakesNew: true, HoldsNew: false, (SyncResolutions)choice);
        if (choice >= 0) new PlannedSync().Run(world, call);
        return world;
    }

    private static bool IsSameVersion(in Node left, in Node right) => left.Kind == right.Kind && left.Data == right.Data;

    /// <summary>What a round asks for; most ask for both directions.</summary>
    private static SyncCall CallOf(int code) => new(
        In: (code & 7) != 0,
        Out: (code & 7) != 1,
        Fill: (code & 7) > 1 || (code & 8) != 0,
        TakesNew: (code & 24) != 0,
        HoldsNew: (code & 0xe0) == 0x20,
        Choice: (code >> 6) switch
        {
            0 or 1 or 2 => SyncResolutions.None,
            3 => SyncResolutions.KeepLocal,
            4 => SyncResolutions.KeepRemote,
            5 => SyncResolutions.KeepLatest,
            _ => SyncResolutions.KeepAllChanges,
        });

    private static string? FaultOf(History history, Scratch? scratch = null)
    {
        try
        {
            (scratch ?? (_scratch ??= new Scratch())).Run(history);
            return null;
        }
        catch (FoundException e)
        {
            return e.Message;
        }
    }

    /// <summary>The history without everything that the fault does not need.</summary>
    private static History SmallestOf(History history)
    {
        while (history.Smaller().FirstOrDefault(smaller => FaultOf(smaller) is not null) is { } smaller) history = smaller;
        return history;
    }

    private static string Told(History history)
    {
        var scratch = new Scratch { Log = new StringWriter() };
        var fault = FaultOf(history, scratch);
        return $"{fault}\n{scratch.Log}\n{history}";
    }

    private sealed class FoundException(string message) : Exception(message);

    private sealed record Round(int[] Client, int[] Server, int Call)
    {
        public IEnumerable<Round> Smaller() =>
        [
            .. Without(Client).Select(client => this with { Client = client }),
            .. Without(Server).Select(server => this with { Server = server }),
            .. Call == EveryDirection ? Array.Empty<Round>() : [this with { Call = EveryDirection }],
        ];

        public override string ToString() => $"new([{string.Join(", ", Client)}], [{string.Join(", ", Server)}], {Call})";
    }

    private sealed record History(int[] Tree, Round[] Rounds, bool IsPinned)
    {
        public IEnumerable<History> Smaller() =>
        [
            .. Without(Rounds).Select(rounds => this with { Rounds = rounds }),
            .. Rounds.SelectMany((round, i) => round.Smaller().Select(smaller => With(i, smaller))),
            .. Without(Tree).Select(tree => this with { Tree = tree }),
        ];

        private History With(int index, Round round) => this with { Rounds = [.. Rounds[..index], round, .. Rounds[(index + 1)..]] };

        public override string ToString() =>
            $"new([{string.Join(", ", Tree)}], [{string.Join(", ", Rounds.AsEnumerable())}], {(IsPinned ? "true" : "false")})";
    }

    private static IEnumerable<T[]> Without<T>(T[] all) => Enumerable.Range(0, all.Length).Select(i => (T[])[.. all[..i], .. all[(i + 1)..]]);

    /// <summary>The worlds of one thread, used again for each history.</summary>
    private sealed class Scratch
    {
        private readonly World _world = new();
        private readonly World _before = new();
        private readonly World _told = new();
        private readonly World _reversed = new();
        private readonly World _skewed = new();
        private readonly SyncOracle _oracle = new();
        private readonly PlannedSync _planned = new();
        private readonly HashSet<int> _kept = [];
        private readonly HashSet<int> _known = [];

        public TextWriter Log { get; init; } = TextWriter.Null;

        public void Run(History history)
        {
            _world.Clear();
            _world.IsPinned = history.IsPinned;
            new Editor(_world, isClient: false, time: 0, firstVersion: 100).Plant(history.Tree);
            _world.Server.CopyTo(_world.Client, 0);
            _world.Server.CopyTo(_world.Baseline, 0);
            var time = 1000;
            foreach (var round in history.Rounds)
            {
                var call = CallOf(round.Call);
                _skewed.CopyFrom(_world);
                new Editor(_world, isClient: true, time, firstVersion: 200 + time).Play(round.Client);
                new Editor(_world, isClient: false, time, firstVersion: ServersVersions + time).Play(round.Server);
                new Editor(_skewed, isClient: true, time, firstVersion: 200 + time).Play(round.Client);
                new Editor(_skewed, isClient: false, time, firstVersion: ServersVersions + time, Skew).Play(round.Server);
                time += 1000;
                if (Log != TextWriter.Null) Log.WriteLine($"{call}\n{_world}");
                Synchronize(call);
                if (Log != TextWriter.Null) Log.WriteLine($"planned:\n{_world}");
            }
        }

        private void Synchronize(in SyncCall call)
        {
            _before.CopyFrom(_world);
            _told.CopyFrom(_world);
            _reversed.CopyFrom(_world);
            _oracle.Run(_told, call);
            _planned.Run(_world, call);
            if (Log != TextWriter.Null) Log.WriteLine($"told:\n{_told}");

            Compare(_told, "is not what the rules say");
            NothingIsLost();
            NothingIsInvented();
            BaselinesWereEqual();
            OneSidedChangesDoNotConflict();
            var isFree = call is { In: true, Out: true, TakesNew: true, HoldsNew: false };
            if (isFree && _world.IsPinned && !_world.Conflicts.Contains(true)) Converged();

            _planned.Run(_reversed, call, reversed: true);
            if (call.Choice != SyncResolutions.KeepAllChanges) CompareWith(_reversed, "depends on the order");
            if (call.Choice != SyncResolutions.KeepLatest)
            {
                _planned.Run(_skewed, call);
                CompareWith(_skewed, "depends on the clocks");
            }

            _told.CopyFrom(_world);
            _planned.Run(_told, call with { Choice = SyncResolutions.None });
            if (_planned.Writes != 0) Fail(0, "a second synchronisation writes");
        }

        private void Compare(World expected, string what)
        {
            for (var place = 0; place < Places.Count; place++)
            {
                if (!_world.Client[place].IsLike(expected.Client[place])) Fail(place, "the client " + what);
                if (!_world.Server[place].IsLike(expected.Server[place])) Fail(place, "the server " + what);
                if (_world.Conflicts[place] != expected.Conflicts[place]) Fail(place, "the conflict " + what);
                if (!_world.Client[place].IsAbsent && !_world.Baseline[place].IsLike(expected.Baseline[place])) Fail(place, "the baseline " + what);
            }
        }

        private void CompareWith(World other, string what)
        {
            for (var place = 0; place < Places.Count; place++)
            {
                if (!IsSameVersion(_world.Client[place], other.Client[place])) Fail(place, "the client " + what);
                if (!IsSameVersion(_world.Server[place], other.Server[place])) Fail(place, "the server " + what);
            }
        }

        /// <summary>P1: a version that is not the baseline's is kept on one of the sides, unless a choice gave it up.</summary>
        private void NothingIsLost()
        {
            _kept.Clear();
            Collect(_world, _kept);
            for (var place = 0; place < Places.Count; place++)
            {
                IsKept(place, _before.Client[place]);
                IsKept(place, _before.Server[place]);
            }
        }

        private void IsKept(int place, in Node version)
        {
            if (!version.IsFile || (_before.Baseline[place].IsFile && _before.Baseline[place].Data == version.Data)) return;
            if (!_kept.Contains(version.Data) && !_oracle.Discarded.Contains(version.Data)) Fail(place, $"version {version.Data} is lost");
        }

        /// <summary>P2.</summary>
        private void NothingIsInvented()
        {
            _known.Clear();
            Collect(_before, _known);
            foreach (var version in _kept)
                if (!_known.Contains(version)) Fail(0, $"version {version} is invented");
        }

        private static void Collect(World world, HashSet<int> versions)
        {
            for (var place = 0; place < Places.Count; place++)
            {
                if (world.Client[place].IsFile) versions.Add(world.Client[place].Data);
                if (world.Server[place].IsFile) versions.Add(world.Server[place].Data);
            }
        }

        /// <summary>P8: the baseline moves only to what was seen equal on both sides.</summary>
        private void BaselinesWereEqual()
        {
            for (var place = 0; place < Places.Count; place++)
            {
                ref var baseline = ref _world.Baseline[place];
                if (baseline.IsAbsent || baseline.IsLike(_before.Baseline[place])) continue;
                if (baseline.IsLike(_world.Client[place]) || baseline.IsLike(_world.Server[place])) continue;
                Fail(place, "the baseline was never equal on both sides");
            }
        }

        /// <summary>P6, the change of kind aside.</summary>
        private void OneSidedChangesDoNotConflict()
        {
            for (var place = 0; place < Places.Count; place++)
            {
                if (!_world.Conflicts[place] || IsOfTwoKinds(place)) continue;
                if (IsBaseline(_before.Client, place) || IsBaseline(_before.Server, place)) Fail(place, "conflicts, though one side left it alone");
            }
        }

        private bool IsOfTwoKinds(int place) =>
            !_before.Client[place].IsAbsent && !_before.Server[place].IsAbsent && _before.Client[place].Kind != _before.Server[place].Kind;

        /// <summary>Touching a file is no change of it.</summary>
        private bool IsBaseline(Node[] side, int place)
        {
            ref var baseline = ref _before.Baseline[place];
            if (baseline.IsFile ? !IsSameVersion(side[place], baseline) : side[place] != baseline) return false;
            if (Places.IsLeaf(place)) return true;
            for (var i = 0; i < Places.Arity; i++)
                if (!IsBaseline(side, Places.FirstChild(place) + i)) return false;
            return true;
        }

        /// <summary>P3.</summary>
        private void Converged()
        {
            for (var place = 0; place < Places.Count; place++)
                if (!_world.Client[place].IsLike(_world.Server[place])) Fail(place, "the sides differ though nothing conflicts");
        }

        private static void Fail(int place, string what) => throw new FoundException($"{Places.Text(place)}: {what}");
    }
}
