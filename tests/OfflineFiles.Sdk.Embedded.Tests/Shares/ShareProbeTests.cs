using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>What a share's stamps and calls are worth is found out by trying, beside the user's files and without a trace.</summary>
[TestFixture]
internal sealed class ShareProbeTests
{
    private static readonly object[] Kinds =
    [
        new object[] { Oddity.Native, (true, true, true, true, true, true) },
        new object[] { Oddity.OnlyLinks, (true, true, true, false, false, true) },
        new object[] { Oddity.Plain, (true, true, true, false, false, false) },
        new object[] { Oddity.LikeSshfs, (false, false, false, false, false, false) },
        new object[] { Oddity.LikeRclone, (false, false, false, false, false, false) },
    ];

    private TemporaryDirectory _disk = null!;

    [SetUp]
    public void Make() => _disk = new TemporaryDirectory();

    [TearDown]
    public void Remove() => _disk.Dispose();

    [TestCaseSource(nameof(Kinds))]
    [Platform("Linux")]
    public async Task Each_kind_of_file_system_is_known_for_what_it_is(
        object kind, (bool IdsAreStable, bool ChangeTimeIsReal, bool RenameKeepsTimes, bool NoReplace, bool Exchange, bool Link) expected)
    {
        _disk.Write("theirs", "");
        var system = new OddFileSystem((Oddity)kind);
        var share = Open(system);
        Assert.That(share.Traits, Is.EqualTo(new ShareTraits()), "nothing is trusted before");
        var traits = await share.ProbeAsync(CancellationToken.None);
        Assert.That(
            (traits.IdsAreStable, traits.ChangeTimeIsReal, traits.RenameKeepsTimes, traits.CanRenameNoReplace, traits.CanExchange, traits.CanLink),
            Is.EqualTo(expected));
        Assert.That((traits.IsWritable, traits.IgnoresCase, traits.Normalizes), Is.EqualTo((true, false, false)));
        // One stamp in a hundred ends as those of a clock that counts in steps of 100 ns.
        Assert.That(traits.TimeStep, ((Oddity)kind).IsWeak ? Is.EqualTo(1_000_000_000) : Is.AnyOf(1, 100));
        Assert.That(traits.ReadingMovesTimes, Is.EqualTo(((Oddity)kind).SendsLate));
        Assert.That(share.Traits, Is.EqualTo(traits));
        Assert.That((_disk.Names, system.OpenHandles), Is.EqualTo((new[] { "theirs" }, 0)));
    }

    [Test]
    [Platform("Win")]
    public async Task A_local_volume_of_Windows_is_known_for_what_it_is()
    {
        var traits = await Open(new OddFileSystem(Oddity.Native)).ProbeAsync(CancellationToken.None);
        Assert.That(traits, Is.EqualTo(ShareTraits.Trusted with { TimeStep = 100, CanExchange = false, CanLink = false, IgnoresCase = true }));
        Assert.That(_disk.Names, Is.Empty);
    }

    [Test]
    public async Task Where_nothing_can_be_written_nothing_is_trusted_and_the_clock_is_unknown()
    {
        var system = new OddFileSystem(Oddity.Native)
        {
            Before = (_, call) =>
            {
                if (call == "create") throw new DurableIoException(call, "share", DurableIoFault.ReadOnlyFileSystem, 30, "read-only", 30);
            },
        };
        var share = Open(system);
        Assert.That(await share.ProbeAsync(CancellationToken.None), Is.EqualTo(new ShareTraits()));
        Assert.That(await share.ClockAsync(CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task An_error_at_any_call_of_a_probe_leaves_nothing_behind_that_the_next_check_does_not_take_away()
    {
        for (var at = 0; ; at++)
        {
            var system = new OddFileSystem(Oddity.Native);
            system.Before = (number, _) =>
            {
                if (number >= at) throw OddFileSystem.Lost();
            };
            var wasCut = false;
            try
            {
                await Open(system).ProbeAsync(CancellationToken.None);
            }
            catch (Exception exception) when (exception is DurableIoException or ShareUnavailableException)
            {
                wasCut = true;
            }

            Assert.That(system.OpenHandles, Is.Zero, $"failed from call {at} on");
            Assert.That(await Open(new OddFileSystem(Oddity.Native)).ListAsync(SharePath.Root, CancellationToken.None), Is.Empty);
            await Open(new OddFileSystem(Oddity.Native)).CheckAsync(CancellationToken.None);
            Assert.That(_disk.Names, Is.Empty, $"failed from call {at} on");
            if (!wasCut && at >= system.Calls) return;
        }
    }

    [Test]
    public async Task The_clock_is_that_of_the_share_and_never_later_than_what_happens_next()
    {
        var share = Open(new OddFileSystem(Oddity.Native));
        await share.ProbeAsync(CancellationToken.None);
        for (var i = 0; i < 20; i++)
        {
            var clock = await share.ClockAsync(CancellationToken.None);
            _disk.Write("a", "written after");
            var token = (await share.StatAsync(SharePath.Of("a"), CancellationToken.None))!.Token;
            Assert.That(token.ChangedNanoseconds, Is.GreaterThanOrEqualTo(clock!.Value));
            Assert.That(share.Traits.IsFirm(token, clock), Is.False);
        }

        Assert.That(_disk.Names, Is.EqualTo(new[] { "a" }));
    }

    private DirectoryShare Open(OddFileSystem system) => new(UncPath.Parse(@"\\server\share"), _disk.Path, 7, system);
}
