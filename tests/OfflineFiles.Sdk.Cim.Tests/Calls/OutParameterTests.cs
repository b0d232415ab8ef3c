using NSubstitute;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

public sealed class OutParameterTests
{
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    [TestCase(true, true)]
    [TestCase("false", false)]
    [TestCase(null, null)]
    public async Task Enabling_tells_of_a_restart_if_the_provider_does(object? value, bool? expected)
    {
        await using var backend = With(("rebootrequired", value));

        Assert.That((await backend.EnableAsync(true, default)).RestartRequired, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_missing_out_parameter_is_not_told()
    {
        await using var backend = With();

        Assert.That((await backend.EnableAsync(false, default)).RestartRequired, Is.Null);
        Assert.That((await backend.TransitionOfflineAsync(Path, OfflineTransitionOptions.Default, default)).BlockedByOpenFiles, Is.Null);
    }

    [Test]
    public async Task Success_with_open_files_means_that_nothing_happened()
    {
        await using var backend = With(("OpenFiles", true));

        var report = await backend.TransitionOfflineAsync(Path, OfflineTransitionOptions.Default, default);

        Assert.That(
            (report.BlockedByOpenFiles, report.Succeeded, report.Outcomes.Single().Status), Is.EqualTo(((bool?)true, false, OutcomeStatus.Skipped)));
    }

    [Test]
    public async Task With_force_open_files_block_nothing()
    {
        await using var backend = With(("OpenFiles", true));

        var report = await backend.TransitionOfflineAsync(Path, new OfflineTransitionOptions { Force = true }, default);

        Assert.That((report.BlockedByOpenFiles, report.Succeeded), Is.EqualTo(((bool?)false, true)));
    }

    [Test]
    public async Task Renaming_takes_effect_at_a_restart_and_renaming_ex_at_once()
    {
        await using var backend = With();

        Assert.That((await backend.RenameItemAsync(Path, UncPath.Parse(@"\\new\docs"), default)).RestartRequired, Is.True);
        Assert.That((await backend.RenameItemExAsync(Path, UncPath.Parse(@"\\new\docs"), default)).RestartRequired, Is.Null);
    }

    private static CimBackend With(params (string Name, object? Value)[] values)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(
            new CimCallResult(0, new CimRow("__PARAMETERS", values.Select(value => new KeyValuePair<string, object?>(value.Name, value.Value)))));
        return Backends.Over(transport);
    }
}
