using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions.Connect;
using OfflineFiles.Sdk.Cim.Tests.Indications;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

/// <summary>What a caller sees while the machine is gone: each call waits for itself alone, and says how long the machine has been away.</summary>
public sealed class OutageTests
{
    private static readonly UncPath Path = SampleItems.Share.Path;
    private static readonly int[] OwnWaits = [250, 500, 1000];

    [Test]
    public async Task One_call_waits_as_Reconnect_says_and_those_after_it_do_not_wait_for_what_it_waited()
    {
        await using var outage = await Outage.BeginAsync();
        var since = outage.Time.GetUtcNow();

        var first = outage.Read();
        foreach (var wait in OwnWaits) await outage.Time.PassAsync(TimeSpan.FromMilliseconds(wait));
        var found = await Fails(first);
        var next = outage.Time.GetUtcNow() + TimeSpan.FromSeconds(2);
        Assert.That((found.Since, found.Attempts, found.NextAttempt, found.IsTransient), Is.EqualTo((since, 3, next, true)));

        for (var call = 0; call < 3; call++)
        {
            var error = await Fails(outage.Read());
            Assert.That((error.Since, error.Attempts, error.NextAttempt), Is.EqualTo((since, 3, next)), "at once: no time passes");
        }

        Assert.That(outage.Machine.Connects, Is.EqualTo(4), "nor is the machine tried");
        Assert.That(found.Message, Is.EqualTo(
            "Find of \\\\srv\\docs on pc42 failed: the machine cannot be reached (gone); it is gone since 2000-01-01 00:00:00Z, and 3 attempts to reach it failed. "
            + "Check its name, that it runs, its firewall and, for WS-Management, that WinRM is set up. "
            + "It is tried again by the first call after 2000-01-01 00:00:03Z; until then calls fail at once."));
    }

    [Test]
    public async Task The_first_call_after_the_next_attempt_is_due_tries_once_and_when_the_machine_is_back_it_is_answered_without_a_wait()
    {
        await using var outage = await Outage.BeginAsync();
        var error = await outage.FindOutAsync();

        // However long it lasts: a call tries once, or fails at once.
        for (var attempts = error.Attempts + 1; attempts < 9; attempts++)
        {
            outage.Time.Advance(error.NextAttempt!.Value - outage.Time.GetUtcNow());
            error = await Fails(outage.Read());
            Assert.That((error.Attempts, outage.Machine.Connects), Is.EqualTo((attempts, attempts + 1)));
            Assert.That(error.NextAttempt!.Value - outage.Time.GetUtcNow(), Is.LessThanOrEqualTo(CimReconnectOptions.Default.LongestDelay));
        }

        outage.IsDown = false;
        outage.Time.Advance(error.NextAttempt!.Value - outage.Time.GetUtcNow());
        Assert.That(await outage.Read().WaitAsync(TimeSpan.FromSeconds(20)), Is.Not.Null);

        outage.IsDown = true;
        error = await outage.FindOutAsync();
        Assert.That(error.Attempts, Is.EqualTo(3), "it answered in between, so it is the first loss again");
    }

    [Test]
    public async Task A_short_loss_is_bridged_for_those_too_who_come_while_another_waits()
    {
        await using var outage = await Outage.BeginAsync();
        var first = outage.Read();
        await outage.Time.WaitedForAsync(TimeSpan.FromMilliseconds(250));
        var second = outage.Read();
        outage.IsDown = false;

        await outage.Time.PassAsync(TimeSpan.FromMilliseconds(250));

        Assert.That(await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(20)), Has.None.Null);
        Assert.That(outage.Machine.Connects, Is.EqualTo(2));
    }

    [Test]
    public async Task Many_at_once_are_one_attempt_and_wait_no_longer_than_one()
    {
        await using var outage = await Outage.BeginAsync();
        var many = Enumerable.Range(0, 12).Select(_ => outage.Read()).ToArray();
        foreach (var wait in OwnWaits) await outage.Time.PassAsync(TimeSpan.FromMilliseconds(wait));
        foreach (var call in many) await Fails(call);
        Assert.That(outage.Machine.Connects, Is.EqualTo(4));

        many = [.. Enumerable.Range(0, 12).Select(_ => outage.Read())];
        foreach (var call in many) await Fails(call);

        Assert.That(outage.Machine.Connects, Is.EqualTo(4));
    }

    [Test]
    public async Task An_operation_that_was_not_sent_and_a_query_say_the_same()
    {
        await using var outage = await Outage.BeginAsync();
        await outage.FindOutAsync();

        await Fails(outage.Backend.PinAsync([Path], PinOptions.Default, null, default));
        await Fails(outage.Backend.QueryItemsAsync(new("Win32_OfflineFilesItem"), default).ToListAsync());
        await Fails(outage.Backend.GetStateAsync(default));
        await Fails(outage.Backend.Configuration.GetMachineAsync(default));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Time_that_went_into_waiting_for_a_machine_that_is_gone_is_not_called_a_time_out(bool hangs)
    {
        await using var outage = await Outage.BeginAsync(queryTimeout: TimeSpan.FromMilliseconds(hangs ? 60_000 : 400));
        outage.Hangs = hangs;

        var read = outage.Read();
        await outage.Time.PassAsync(TimeSpan.FromMilliseconds(250));
        await outage.Time.WaitedForAsync(hangs ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(500));
        outage.Time.Advance(hangs ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(150));

        var error = await Fails(read);
        Assert.That(error.Message, Does.Contain(hangs ? "within 00:00:30; it is gone since" : "within 00:00:00.4000000; it is gone since"));
        Assert.That(error.Attempts, Is.EqualTo(1), "who waited as long as a connection may take waits for no other");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_machine_that_was_never_reached_is_reported_at_once_by_every_call(bool isGivenSession)
    {
        var time = new VirtualTime();
        var machine = new TestMachine
        {
            OnConnect = (_, _) => isGivenSession ? Task.CompletedTask : Task.FromException(Gone()),
            OnCall = (_, _, _) => Task.FromException(Gone()),
        };
        var options = new CimBackendOptions { TimeProvider = time };
        // A session that the caller has is there whether or not its machine is.
        await using var backend = isGivenSession
            ? Backends.Over(await machine.ConnectAsync(default), options, "pc42")
            : new CimBackend(machine, options, "pc42");

        for (var call = 1; call <= 5; call++)
        {
            var error = await Fails(backend.FindItemAsync(Path, default).AsTask());
            Assert.That((error.Since, error.Attempts, error.NextAttempt), Is.EqualTo(((DateTimeOffset?)null, 0, (DateTimeOffset?)null)));
            Assert.That(machine.Connects, Is.EqualTo(isGivenSession ? 1 : call));
        }
    }

    [Test]
    public async Task Who_repeats_nothing_tries_with_every_call_and_is_told_since_when()
    {
        await using var outage = await Outage.BeginAsync(CimReconnectOptions.Never);
        await Fails(outage.Read());
        outage.Time.Advance(TimeSpan.FromMinutes(1));

        var error = await Fails(outage.Read());

        Assert.That((error.Since, error.Attempts, error.NextAttempt), Is.EqualTo((outage.Time.Start, 1, (DateTimeOffset?)null)));
        Assert.That(error.Message, Does.Contain("gone since 2000-01-01 00:00:00Z, and 1 attempt to reach it failed.").And.EndsWith("The next call tries it again."));
        outage.IsDown = false;
        Assert.That(await outage.Read(), Is.Not.Null);
    }

    private static CimTransportException Gone() => new(CimStatus.Failed, "gone") { IsUnreachable = true };

    private static async Task<CimUnreachableException> Fails(Task call) =>
        (await Assert.ThrowsAsync<CimUnreachableException>(() => call.WaitAsync(TimeSpan.FromSeconds(20))))!;

    /// <summary>A machine that was reached and is gone.</summary>
    private sealed class Outage : IAsyncDisposable
    {
        private Outage(CimReconnectOptions? reconnect, TimeSpan? queryTimeout)
        {
            Machine = new TestMachine
            {
                OnConnect = (_, token) => !IsDown ? Task.CompletedTask : Hangs ? Task.Delay(Timeout.Infinite, token) : Task.FromException(Gone()),
                OnCall = (_, _, _) => IsDown ? Task.FromException(Gone()) : Task.CompletedTask,
                Server = new ProviderDouble(new FixedRowsBackend(SampleItems.All)),
            };
            var options = new CimBackendOptions
            {
                TimeProvider = Time,
                Reconnect = reconnect ?? CimReconnectOptions.Default,
                QueryTimeout = queryTimeout ?? CimBackendOptions.Default.QueryTimeout,
            };
            Backend = new CimBackend(new DeadlineConnector(Machine, Time, TimeSpan.FromSeconds(30)), options, "pc42");
        }

        public VirtualTime Time { get; } = new();

        public TestMachine Machine { get; }

        public CimBackend Backend { get; }

        public bool IsDown { get; set; }

        public bool Hangs { get; set; }

        public static async Task<Outage> BeginAsync(CimReconnectOptions? reconnect = null, TimeSpan? queryTimeout = null)
        {
            var outage = new Outage(reconnect, queryTimeout);
            Assert.That(await outage.Read(), Is.Not.Null);
            outage.IsDown = true;
            return outage;
        }

        public Task<OfflineFilesItem?> Read() => Backend.FindItemAsync(Path, default).AsTask();

        /// <summary>The call that finds the machine gone.</summary>
        public async Task<CimUnreachableException> FindOutAsync()
        {
            var read = Read();
            foreach (var wait in OwnWaits) await Time.PassAsync(TimeSpan.FromMilliseconds(wait));
            return await Fails(read);
        }

        public ValueTask DisposeAsync() => Backend.DisposeAsync();
    }
}
