using System.Collections.Concurrent;
using CsCheck;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions.Share;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class SharedTransportLaws
{
    private enum Kind
    {
        Get,
        Query,
        QueryLeftEarly,
        Invoke,
        Modify,
        Cancelled,
    }

    private sealed record Storm(Kind[] Calls, int Seed, double LossRate, int Places, bool DisposesInBetween);

    private static readonly Gen<Storm> Storms = Gen.Select(
        Gen.Int[0, 5].Select(kind => (Kind)kind).Array[1, 80], Gen.Int, Gen.Double[0, 0.5], Gen.Int[1, 8], Gen.Bool,
        (calls, seed, rate, places, disposes) => new Storm(calls, seed, rate, places, disposes));

    [Test]
    public async Task Whatever_is_lost_each_session_is_disposed_once_and_never_under_a_call_nothing_hangs_and_nothing_is_written_twice() =>
        await Storms.SampleAsync(RunAsync, iter: LawBudget.Of(200));

    private static async Task RunAsync(Storm storm)
    {
        var chance = new Chance(storm.Seed);
        var sent = new ConcurrentDictionary<string, int>();
        var machine = new TestMachine
        {
            Rows = 3,
            OnConnect = async (_, token) =>
            {
                await chance.PauseAsync(token);
                if (chance.Happens(storm.LossRate / 2)) throw TestMachine.Lost;
            },
            OnCall = async (_, call, token) =>
            {
                if (call.StartsWith("Method", StringComparison.Ordinal)) sent.AddOrUpdate(call, 1, (_, times) => times + 1);
                await chance.PauseAsync(token);
                if (chance.Happens(storm.LossRate)) throw TestMachine.Lost;
            },
        };
        var options = new CimBackendOptions
        {
            MaxConcurrentOperations = storm.Places,
            Reconnect = new() { FirstDelay = TimeSpan.FromTicks(1), LongestDelay = TimeSpan.FromTicks(10) },
        };
        var transport = machine.Share(options);

        var calls = storm.Calls.Select((kind, number) => Task.Run(() => CallAsync(transport, kind, number, chance))).ToArray();
        if (storm.DisposesInBetween) await transport.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(30));
        await transport.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(machine.Sessions.Select(session => (session.Disposals, session.Faults, session.Users)), Is.All.EqualTo((1, 0, 0)));
        Assert.That(sent.Values, Is.All.EqualTo(1));
    }

    private static async Task CallAsync(SharedTransport transport, Kind kind, int number, Chance chance)
    {
        using var source = new CancellationTokenSource();
        try
        {
            switch (kind)
            {
                case Kind.Get:
                    await transport.Get();
                    break;
                case Kind.Query:
                    await transport.Count();
                    break;
                case Kind.QueryLeftEarly:
                    await using (var rows = transport.Query())
                        await rows.MoveNextAsync();
                    break;
                case Kind.Invoke:
                    await transport.Invoke($"Method {number}");
                    break;
                case Kind.Modify:
                    await transport.ModifyAsync(new CimModification("C", []), default);
                    break;
                default:
                    var call = transport.Count(source.Token);
                    await chance.PauseAsync(default);
                    await source.CancelAsync();
                    await call;
                    break;
            }
        }
        catch (CimTransportException error) when (ReferenceEquals(error, TestMachine.Lost))
        {
            // It was lost too often, or in the middle of rows.
        }
        catch (ObjectDisposedException)
        {
        }
        catch (OperationCanceledException error) when (error.CancellationToken == source.Token && source.IsCancellationRequested)
        {
        }
    }

    /// <summary>Chance by a seed, for many threads.</summary>
    private sealed class Chance(int seed)
    {
        private readonly Random _random = new(seed);

        public bool Happens(double rate)
        {
            lock (_random) return _random.NextDouble() < rate;
        }

        public async Task PauseAsync(CancellationToken token)
        {
            if (Happens(0.1)) await Task.Delay(1, token);
            else if (Happens(0.7)) await Task.Yield();
        }
    }
}
