using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.LiveSmoke;

/// <summary>Looks at the cache of a machine through every way of reading, and prints what it sees. It changes nothing.</summary>
internal sealed class LiveLook(CimBackend backend, int items, TextWriter output)
{
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var report = await backend.TestConnectionAsync(cancellationToken);
        Print("Connection", report);
        if (report.FirstFailure is { } failure) return IsAbsence(failure.Error) ? ExitCode.NotHere : ExitCode.Failed;

        Print("Provider", await backend.GetProviderAsync(cancellationToken));
        await using var cache = new OfflineFilesCache(backend);
        Print("State", await cache.GetAsync(cancellationToken));

        var first = await cache.Items.Take(items).ToListAsync(cancellationToken);
        Print($"First {first.Count} items", first);
        foreach (var item in first.Take(1)) Print("The first again, by its key", await cache.FindAsync(item.Path, cancellationToken));

        var pinned = cache.Items.Where(item => item.PinInfo!.Pinned && item.ItemType == OfflineFilesItemType.File)
            .OrderBy(item => item.ItemPath).Take(items);
        Print("Pinned files, in order: what runs where", pinned.Explain());
        Print("Pinned files, in order", await pinned.ToListAsync(cancellationToken));

        var servers = new List<WqlRow>();
        var raw = cache.Query($"SELECT ItemPath, ItemType FROM Win32_OfflineFilesItem WHERE ItemType = {(int)OfflineFilesItemType.Server}");
        await foreach (var row in raw.WithCancellation(cancellationToken)) servers.Add(row);
        Print("Servers, by raw WQL", servers);
        return ExitCode.Works;
    }

    // What is not installed or switched off is told from what does not work.
    private static bool IsAbsence(Exception? error) => error
        is CimPlatformException or OfflineFilesNotInstalledException or OfflineFilesServiceException or OfflineFilesRestartPendingException;

    private void Print(string title, object? what)
    {
        output.WriteLine($"{title}:");
        foreach (var line in $"{what ?? "nothing"}".TrimEnd().Split('\n')) output.WriteLine($"  {line.TrimEnd()}");
        output.WriteLine();
    }

    private void Print<T>(string title, IReadOnlyCollection<T> rows) => Print(title, (object?)(rows.Count == 0 ? "none" : string.Join('\n', rows)));
}
