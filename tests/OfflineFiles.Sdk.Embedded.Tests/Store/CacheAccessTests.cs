using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Crash;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>Nobody but the account of the engine reads a cache, holds its locks, or puts something in the place of a part of it.</summary>
[TestFixture]
internal sealed class CacheAccessTests
{
    private const string Nobody = "65534";

    private string _root = "";

    private string Cache => Path.Join(_root, "cache");

    [SetUp]
    public void SetUp()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Permissions of this kind are Unix'.");
        _root = Directory.CreateTempSubdirectory("offlinefiles-access-").FullName;
        Run("chmod", "755", _root);
        Directory.CreateDirectory(Path.Join(_root, "share"));
        File.WriteAllText(Path.Join(_root, "share", "a.txt"), "a");
    }

    [TearDown]
    public void TearDown()
    {
        if (_root.Length > 0) Directory.Delete(_root, recursive: true);
    }

    [TestCase("000")]
    [TestCase("022")]
    [TestCase("077")]
    [TestCase("277")]
    public async Task Everything_is_private_from_its_creation_on_whatever_the_umask(string mask)
    {
        await PrepareAsync();
        foreach (var entry in Directory.EnumerateFileSystemEntries(Cache)) Run("rm", "-rf", entry);
        Directory.Delete(Cache);

        // It is killed, and leaves every file that a running engine has.
        var told = await RunAsync("sh", ["-c", $"umask {mask}; exec \"$0\" \"$@\"", .. Program, FaultWorker.Name, _root, "new.txt", "EDIT"]);

        Assert.That(told, Does.Contain("saved"));
        var entries = Directory.EnumerateFileSystemEntries(Cache, "*", SearchOption.AllDirectories).Prepend(Cache).ToList();
        Assert.That(entries.Select(entry => Path.GetFileName(entry)), Is.SupersetOf(new[] { "cache.db", "cache.db-wal", "cache.db-shm", "engine.lock", "content", "staging" }));
        foreach (var entry in entries) Assert.That(ModeOf(entry), Is.EqualTo(File.Exists(entry) ? "600" : "700"), entry);
    }

    [Test]
    public async Task Another_account_neither_reads_it_nor_holds_its_locks()
    {
        RequireAccounts();
        await PrepareAsync();

        foreach (var file in Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories))
            Assert.That(Run("setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "cat", file), Is.Not.Zero, file);
        Assert.That(Run("setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "flock", "-n", Path.Join(Cache, "engine.lock"), "true"), Is.Not.Zero);
    }

    [Test]
    public async Task A_wider_cache_of_ours_is_narrowed_and_that_is_told()
    {
        await PrepareAsync();
        Run("chmod", "-R", "a+rwX", Cache);
        var log = new ListLogger();

        await using (await EmbeddedBackend.OpenAsync(Options with { Logger = log }))
            foreach (var entry in Directory.EnumerateFileSystemEntries(Cache, "*", SearchOption.AllDirectories).Prepend(Cache))
                Assert.That(ModeOf(entry), Is.EqualTo(File.Exists(entry) ? "600" : "700"), entry);

        Assert.That(log.Warnings, Has.Some.Contains("was open to other accounts"));
        log.Warnings.Clear();
        await using (await EmbeddedBackend.OpenAsync(Options with { Logger = log })) Assert.That(log.Warnings, Is.Empty, "once");
    }

    private static readonly string[] Files = ["cache.db", "cache.db-wal", "cache.db-shm", "cache.db-journal", "engine.lock"];
    private static readonly string[] Directories = ["", "content", "content/staging", "content/ab", "rescue"];

    [Test, Combinatorial]
    public async Task What_stands_in_the_place_of_a_file_is_refused_before_it_is_opened(
        [ValueSource(nameof(Files))] string name, [Values("link", "dead link", "pipe", "directory")] string what) =>
        await RefusedAsync(name, what, CacheOpenFailure.Untrusted);

    [Test, Combinatorial]
    public async Task What_stands_in_the_place_of_a_directory_is_refused_before_it_is_opened(
        [ValueSource(nameof(Directories))] string name, [Values("link to directory", "dead link", "pipe", "file")] string what) =>
        await RefusedAsync(name, what, (name.Length == 0 && what is "pipe" or "file") ? CacheOpenFailure.DirectoryMissing : CacheOpenFailure.Untrusted);

    [TestCase("")]
    [TestCase("cache.db")]
    [TestCase("engine.lock")]
    [TestCase("content")]
    public async Task A_part_of_another_account_is_refused_also_by_root(string name)
    {
        RequireAccounts();
        await PrepareAsync();
        Run("chown", $"{Nobody}:{Nobody}", Path.Join(Cache, name));

        await RefusedAsync(CacheOpenFailure.Untrusted);
    }

    [Test]
    public async Task A_cache_of_root_is_refused_by_another_account()
    {
        RequireAccounts();
        await PrepareAsync();
        Run("chmod", "-R", "a+rwX", Cache);

        var told = await RunAsync("setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", .. Program, OpenWorker.Name, Cache]);

        if (told.Length == 0) Assert.Ignore("The other account cannot run the tests where they are.");
        Assert.That(told, Does.StartWith("Untrusted: "));
    }

    [TestCase("link")]
    [TestCase("pipe")]
    public async Task What_stands_in_the_place_of_a_blob_is_no_content(string what)
    {
        await PrepareAsync();
        var blob = ContentStore.BlobsIn(Cache).Select(id => Path.Join(Cache, "content", id[..2], id)).First();
        File.Delete(blob);
        Plant(blob, what);
        await using var backend = await EmbeddedBackend.OpenAsync(Options);
        await backend.TransitionOfflineAsync(TestCache.Share, OfflineTransitionOptions.Default, CancellationToken.None);

        await Assert.ThatAsync(() => backend.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None), Throws.InstanceOf<OfflineFilesException>());
    }

    private EmbeddedBackendOptions Options => CrashWorker.OptionsOf(_root);

    private static string[] Program => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
        ? [Environment.ProcessPath!, typeof(CacheAccessTests).Assembly.Location]
        : [Environment.ProcessPath!];

    private async Task PrepareAsync()
    {
        await using var backend = await EmbeddedBackend.OpenAsync(Options);
        await backend.PinAsync([TestCache.Share], PinOptions.Default, null, CancellationToken.None);
    }

    private async Task RefusedAsync(string name, string what, CacheOpenFailure failure)
    {
        await PrepareAsync();
        var path = Path.TrimEndingDirectorySeparator(Path.Join(Cache, name));
        Run("rm", "-rf", path);
        Plant(path, what);
        await RefusedAsync(failure);
        Assert.That(File.ReadAllText(Target), Is.EqualTo("theirs"));
        Assert.That(Directory.EnumerateFileSystemEntries(Target + ".d"), Is.Empty);
    }

    private async Task RefusedAsync(CacheOpenFailure failure)
    {
        foreach (var mode in Enum.GetValues<CacheOpenMode>())
        {
            var opening = EmbeddedBackend.OpenAsync(Options with { OpenMode = mode });
            await Assert.ThatAsync(
                () => opening.WaitAsync(TimeSpan.FromSeconds(20)),
                Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(failure), mode.ToString());
        }
    }

    private string Target => Path.Join(_root, "theirs");

    private void Plant(string path, string what)
    {
        File.WriteAllText(Target, "theirs");
        Directory.CreateDirectory(Target + ".d");
        switch (what)
        {
            case "link":
                File.CreateSymbolicLink(path, Target);
                break;
            case "dead link":
                File.CreateSymbolicLink(path, Target + ".none");
                break;
            case "link to directory":
                File.CreateSymbolicLink(path, Target + ".d");
                break;
            case "pipe":
                Assert.That(Run("mkfifo", path), Is.Zero);
                break;
            case "directory":
                Directory.CreateDirectory(path);
                break;
            default:
                File.WriteAllText(path, "a file");
                break;
        }
    }

    private static string ModeOf(string entry) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(entry), 8);

    private static void RequireAccounts()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Ignore("Only root can act as a second account.");
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return output;
    }

    private sealed class ListLogger : ILogger
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning) Warnings.Add(formatter(state, exception));
        }
    }
}
