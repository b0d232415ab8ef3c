namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>Queries written as text.</summary>
internal static class RawQueryChecks
{
    public static async Task RunAsync(Checks checks, OfflineFilesCache cache)
    {
        var name = "Q1.docx";
        var rows = await cache.Query($"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemName = {name}").ToListAsync();
        checks.Sequence("a row", [name], rows.Select(row => row["ItemName"]?.ToString() ?? "NULL"));

        var items = await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName LIKE '%.docx'").As<OfflineFilesItem>().ToListAsync();
        checks.Sequence("items", ["Draft_100%.docx", "Q1.docx", "Q2.DOCX"], items.Select(item => item.ItemName).Order(StringComparer.OrdinalIgnoreCase));

        var found = await cache.Query($"SELECT * FROM Win32_OfflineFilesCache").ToListAsync();
        checks.Equal("the cache itself", 1, found.Count);
    }
}
