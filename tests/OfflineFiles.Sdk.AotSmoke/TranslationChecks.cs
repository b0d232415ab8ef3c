using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>C# becomes WQL, and what does not is said to run in the caller.</summary>
internal static class TranslationChecks
{
    private const string All = "SELECT * FROM Win32_OfflineFilesItem WHERE ";

    public static Task RunAsync(Checks checks, OfflineFilesCache cache)
    {
        var size = 4096L;
        var name = "o'brien_";
        string[] names = ["a.txt", "b.txt"];
        var day = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

        Check("ItemType = 0", i => i.ItemType == OfflineFilesItemType.File);
        Check("PinInfo.Pinned = TRUE", i => i.PinInfo!.Pinned);
        Check("Encrypted <> TRUE OR Encrypted IS NULL", i => i.Encrypted != true);
        Check("FileSysInfo.LocalSize > 4096", i => i.FileSysInfo!.LocalSize > size);
        Check(@"ItemName LIKE 'o\'brien[_]%'", i => i.ItemName.StartsWith(name));
        Check("ItemName LIKE '%.docx'", i => i.ItemName.EndsWith(".docx"));
        Check("ItemName LIKE '%100[%]%'", i => i.ItemName.Contains("100%"));
        Check("ItemName = 'a.txt' OR ItemName = 'b.txt'", i => names.Contains(i.ItemName));
        Check("FileSysInfo.LocalLastWriteTime >= '20260301100000.000000+000'", i => i.FileSysInfo!.LocalLastWriteTime >= day);
        Check("ConnectionInfo.ConnectState = 1", i => i.ConnectionInfo!.ConnectState == ConnectState.Offline);
        Check("ParentItemPath IS NULL", i => i.ParentItemPath == null);
        Check(@"ItemPath LIKE '\\\\srv\\docs\\%'", i => i.IsUnder(SampleShare.Path));
        Check("ItemType = 0 AND FileSysInfo.LocalSize > 4096 AND ItemName LIKE '%x'",
            i => i.ItemType == OfflineFilesItemType.File && i.FileSysInfo!.LocalSize > size && i.ItemName.EndsWith('x'));

        var mixed = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.ItemName.Length > 3).Select(i => i.ItemName);
        checks.Equal("a residual takes nothing from what is pushed", true, mixed.ToWql().EndsWith("WHERE ItemType = 0", StringComparison.Ordinal));
        checks.Equal("Explain names the residual", true, mixed.Explain().ToString().Contains("ItemName.Length > 3", StringComparison.Ordinal));
        return Task.CompletedTask;

        void Check(string wql, Expression<Func<OfflineFilesItem, bool>> predicate) =>
            checks.Equal(wql, All + wql, cache.Items.Where(predicate).ToWql());
    }
}
