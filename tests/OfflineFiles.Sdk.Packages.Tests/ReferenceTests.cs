using System.Reflection;
using OfflineFiles.Sdk.Packages.Tests.Support;

namespace OfflineFiles.Sdk.Packages.Tests;

/// <summary>The identities of the assemblies, and whom they refer to.</summary>
internal sealed class ReferenceTests
{
    private static readonly Lazy<Task<Closure>> OnFramework = new(() => Closure.OfAsync("net472", "win-x64", "OfflineFiles.Sdk.Cim"));

    private static readonly string Token = Convert.ToHexString(typeof(ReferenceTests).Assembly.GetName().GetPublicKeyToken()!);

    // A version of an assembly is part of its identity on .NET Framework: it changes when the API may, and no more often.
    [TestCaseSource(typeof(Feed), nameof(Feed.Ids))]
    public void An_assembly_is_signed_and_its_version_says_when_the_API_may_have_changed(string id)
    {
        var package = Feed.Find(id);
        var version = Version.Parse(package.Version.Split('-', '+')[0]);
        var expected = version.Major == 0 ? new Version(0, version.Minor, 0, 0) : new Version(version.Major, 0, 0, 0);

        Assert.That(
            package.Targets.Select(target => Metadata.NameOf(package.Assembly(target)))
                .Select(name => (name.Version, Convert.ToHexString(name.GetPublicKeyToken() ?? []))),
            Is.Not.Empty.And.All.EqualTo((expected, Token)));
    }

    // Without binding redirects .NET Framework takes exactly what a reference names. Windows PowerShell and hosts of plug-ins have none for us.
    [Test]
    public async Task On_NET_Framework_every_reference_is_to_the_file_that_is_there()
    {
        var closure = await OnFramework.Value;

        Assert.That(References(closure).Where(one => one.File.Version != one.Reference.Version).Select(Say), Is.Empty);
    }

    [Test]
    public async Task On_NET_Framework_every_assembly_has_a_strong_name()
    {
        var closure = await OnFramework.Value;
        var names = closure.Files.Select(file => Metadata.NameOf(file.Assembly)).ToArray();

        Assert.That(names.Select(name => name.Name), Has.Some.EqualTo("Microsoft.Management.Infrastructure").And.Some.EqualTo("System.Reactive"));
        Assert.That(names.Where(name => name.GetPublicKeyToken() is not { Length: > 0 }), Is.Empty);
    }

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public async Task On_NET_no_reference_is_newer_than_the_file_that_is_there(string target)
    {
        var closure = await Closure.OfAsync(target, "linux-x64", "OfflineFiles.Sdk.Cim", "OfflineFiles.Sdk.Embedded");

        Assert.That(References(closure), Is.Not.Empty);
        Assert.That(References(closure).Where(one => one.File.Version < one.Reference.Version).Select(Say), Is.Empty);
    }

    private static IEnumerable<(AssemblyName From, AssemblyName Reference, AssemblyName File)> References(Closure closure)
    {
        var files = closure.Files.Select(file => Metadata.NameOf(file.Assembly)).ToDictionary(name => name.Name!);
        return
            from file in closure.Files
            from reference in Metadata.ReferencesOf(file.Assembly)
            where files.ContainsKey(reference.Name!)
            select (Metadata.NameOf(file.Assembly), reference, files[reference.Name!]);
    }

    private static string Say((AssemblyName From, AssemblyName Reference, AssemblyName File) one) =>
        $"{one.From.Name} refers to {one.Reference.Name} {one.Reference.Version}, and the file is {one.File.Version}";
}
