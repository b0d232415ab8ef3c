using OfflineFiles.Sdk;
using OfflineFiles.Sdk.AotSmoke;
using OfflineFiles.Sdk.Embedded;
// Translation, queries of the embedded cache and its changes, compiled to native code. Exit code: 0 when all holds, 1 when something does not.

var checks = new Checks();

var home = Directory.CreateTempSubdirectory("offlinefiles-aot-");
try
{
    SampleShare.Write(Path.Join(home.FullName, "share"));
    await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
    {
        CacheDirectory = Path.Join(home.FullName, "cache"),
        Shares = [new ShareMapping(SampleShare.Path, Path.Join(home.FullName, "share"))],
    }));

    await checks.GroupAsync("Changes", () => ChangeChecks.RunAsync(checks, cache));
    await checks.GroupAsync("Translation", () => TranslationChecks.RunAsync(checks, cache));
    await checks.GroupAsync("Queries", () => QueryChecks.RunAsync(checks, cache));
    await checks.GroupAsync("Raw WQL", () => RawQueryChecks.RunAsync(checks, cache));
    await checks.GroupAsync("JSON", () => JsonChecks.RunAsync(checks, cache));

    // It runs where libmi and mi.dll do not exist: nothing of them is here, loaded or not.
    var loaded = AppDomain.CurrentDomain.GetAssemblies();
    checks.Equal("no part of the native library is loaded", false, loaded.Any(one => one.FullName!.StartsWith("Microsoft.Management", StringComparison.Ordinal)));
    checks.Equal("no part of the native library is beside it", 0, Directory.GetFiles(AppContext.BaseDirectory, "*Management.Infrastructure*").Length);
}
finally
{
    home.Delete(recursive: true);
}

Console.WriteLine($"{checks.Passed} passed, {checks.Failed} failed");
return checks.Failed == 0 ? 0 : 1;
