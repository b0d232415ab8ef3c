using System.Reflection;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Rules;

/// <summary>A program with the embedded backend runs where Microsoft.Management.Infrastructure and its native library do not exist.</summary>
public sealed class StandsAlone
{
    private const string NativeLibrary = "Microsoft.Management";

    [Test]
    public void Nothing_the_backend_refers_to_leads_to_the_native_library()
    {
        var seen = new Dictionary<string, Assembly>();
        Follow(typeof(EmbeddedBackend).Assembly, seen);

        Assert.That(seen.Keys, Has.Some.EqualTo("OfflineFiles.Sdk"));
        Assert.That(seen.Keys, Has.None.StartsWith(NativeLibrary).And.None.StartsWith("OfflineFiles.Sdk.Cim"));
    }

    [Test]
    public void Its_packages_bring_no_file_of_the_native_library() =>
        Assert.That(Directory.GetFiles(AppContext.BaseDirectory, $"{NativeLibrary}*", SearchOption.AllDirectories), Is.Empty);

    [Test]
    public async Task Running_it_loads_nothing_of_the_native_library()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-alone-");
        try
        {
            var share = home.CreateSubdirectory("share");
            await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Join(home.FullName, "cache"),
                Shares = [new ShareMapping(@"\\srv\docs", share.FullName)],
            }));
            (await cache.PinAsync(@"\\srv\docs")).ThrowIfFailed();
            Assert.That(await cache.Items.CountAsync(), Is.Positive);
        }
        finally
        {
            home.Delete(recursive: true);
        }

        Assert.That(AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name), Has.None.StartsWith(NativeLibrary));
    }

    private static void Follow(Assembly assembly, Dictionary<string, Assembly> seen)
    {
        if (!seen.TryAdd(assembly.GetName().Name!, assembly)) return;
        foreach (var name in assembly.GetReferencedAssemblies()) Follow(Assembly.Load(name), seen);
    }
}
