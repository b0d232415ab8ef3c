using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>
/// The samples for LINQPad, run as LINQPad runs them. What a user sees is in the folder Golden; what differs from run to run is left out there.
/// </summary>
[TestFixture]
public sealed partial class SampleTests
{
    private const string Windows = "A Windows machine";

    private static IEnumerable<TestCaseData> OnAnyMachine() =>
        LinqFile.All().Where(file => file.Name != Windows).Select(file => new TestCaseData(file).SetArgDisplayNames(file.Name));

    [Test]
    public void The_samples_are_in_the_order_in_which_LINQPad_shows_them() => Assert.That(
        File.ReadAllLines(Path.Combine(LinqFile.Folder, "FileOrder.txt")),
        Is.EquivalentTo(LinqFile.All().Select(file => $"{file.Name}.linq").Where(name => name != $"{Windows}.linq")));

    [TestCaseSource(nameof(OnAnyMachine))]
    public async Task A_sample_runs_anywhere_and_leaves_nothing_behind(object sample)
    {
        var file = (LinqFile)sample;
        var before = Left();

        var shown = await new LinqProgram(file).RunAsync();

        Assert.That(file.Packages, Is.EqualTo(new[] { "OfflineFiles.Sdk.Embedded" }));
        Assert.That(Left(), Is.SubsetOf(before));
        Golden.Check($"linqpad {file.Name}.txt", Steady(shown));
    }

    [Test]
    public void A_backend_of_your_own_is_short() =>
        Assert.That(LinqFile.All().Single(file => file.Name == "A backend of your own").LineCount, Is.LessThanOrEqualTo(60));

    [Test]
    public async Task The_sample_for_Windows_shows_what_a_machine_has()
    {
        await using var scene = await CacheScene.OpenAsync(engine => new CimBackend(new ProviderDouble(engine), new CimBackendOptions(), "pc42"));
        await scene.Cache.PinAsync(CacheScene.Share);
        await scene.Cache.TransitionOfflineAsync(CacheScene.Share);
        await scene.WriteLocallyAsync(CacheScene.Readme, "changed");
        WindowsMachine.Current = (CimBackend)scene.Backend;

        var sample = new LinqProgram(
            LinqFile.All().Single(file => file.Name == Windows),
            code => code.Replace("CimBackend.Local()", $"{typeof(WindowsMachine).FullName}.Current", StringComparison.Ordinal));
        var shown = await sample.RunAsync();

        Golden.Check($"linqpad {Windows}.txt", Steady(shown));
    }

    [Test]
    public async Task The_sample_for_Windows_says_elsewhere_what_is_missing()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("This is Windows.");

        var shown = await new LinqProgram(LinqFile.All().Single(file => file.Name == Windows)).RunAsync();

        Assert.That(shown, Does.StartWith("# Not here").And.Contain("works on Windows only").And.Not.Contain("# The cache"));
    }

    // LINQPad finds samples in packages with this tag, in this folder.
    [TestCase("OfflineFiles.Sdk.Embedded")]
    [TestCase("OfflineFiles.Sdk.Cim")]
    [TestCase("OfflineFiles.Sdk")]
    [TestCase("OfflineFiles.Sdk.Wql")]
    public async Task A_package_has_the_samples_that_run_with_it(string package)
    {
        var samples = LinqFile.All().Where(file => file.Packages.Contains(package)).Select(file => $"{file.Name}.linq").ToList();
        if (samples.Count > 1) samples.Add("FileOrder.txt");
        string[] question = ["msbuild", SourceTree.Library(package), "-getItem:None", "-getProperty:PackageTags", "-nodeReuse:false"];
        using var build = Process.Start(new ProcessStartInfo("dotnet", question) { RedirectStandardOutput = true })!;
        var text = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.That(build.ExitCode, Is.Zero, text);
        using var answer = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]);
        var packed = from item in answer.RootElement.GetProperty("Items").GetProperty("None").EnumerateArray()
                     where item.TryGetProperty("PackagePath", out var path) && path.GetString()!.TrimEnd('/') == "linqpad-samples"
                     select Path.GetFileName(item.GetProperty("FullPath").GetString());
        var tags = answer.RootElement.GetProperty("Properties").GetProperty("PackageTags").GetString()!.Split(';', ' ');

        Assert.That(packed, Is.EquivalentTo(samples));
        Assert.That(tags.Contains("linqpad-samples"), Is.EqualTo(samples.Count > 0));
    }

    private static string[] Left() => Directory.GetDirectories(Path.GetTempPath(), "offlinefiles-linqpad-*");

    // What differs from run to run and from machine to machine, in a width of its own so that the columns stay where they are.
    private static string Steady(string shown)
    {
        var steady = Time().Replace(shown.Replace(RuntimeInformation.OSDescription, "(a system)", StringComparison.Ordinal), "(a time)            ");
        steady = Milliseconds().Replace(Duration().Replace(Home().Replace(steady, "(a directory)"), "(a duration)"), "   (n) ms");
        return string.Join('\n', steady.Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex Time();

    [GeneratedRegex(@"\S*offlinefiles-(linqpad-)?\w+")]
    private static partial Regex Home();

    [GeneratedRegex(@"\b\d\d:\d\d:\d\d(\.\d+)?\b")]
    private static partial Regex Duration();

    [GeneratedRegex(@" *\b\d+ ms\b")]
    private static partial Regex Milliseconds();
}

/// <summary>The machine that the sample for Windows looks at.</summary>
public static class WindowsMachine
{
    private static readonly AsyncLocal<CimBackend?> Machine = new();

    public static CimBackend Current
    {
        get => Machine.Value!;
        set => Machine.Value = value;
    }
}
