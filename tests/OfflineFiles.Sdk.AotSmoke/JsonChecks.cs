using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfflineFiles.Sdk.AotSmoke;

/// <summary>Objects as JSON by code that the compiler generated: nothing is looked up by reflection.</summary>
internal static class JsonChecks
{
    public static async Task RunAsync(Checks checks, OfflineFilesCache cache)
    {
        checks.Equal("no serialization by reflection", false, JsonSerializer.IsReflectionEnabledByDefault);

        var item = (await cache.FindAsync(SampleShare.Path))!;
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(item, SmokeJson.Default.OfflineFilesItem), SmokeJson.Default.OfflineFilesItem)!;
        checks.Equal("an item", item.ToString(), read.ToString());
        checks.Equal("what is in an item", item.PinInfo, read.PinInfo);

        await foreach (var narrow in cache.QueryText("SELECT ItemName FROM Win32_OfflineFilesItem").As<OfflineFilesItem>())
        {
            var text = JsonSerializer.Serialize(narrow, SmokeJson.Default.OfflineFilesItem);
            checks.Equal("a member that was not selected", false, text.Contains("PinInfo", StringComparison.Ordinal));
            checks.Equal("what an item holds", narrow.LoadedMembers, JsonSerializer.Deserialize(text, SmokeJson.Default.OfflineFilesItem)!.LoadedMembers);
            break;
        }

        await foreach (var row in cache.QueryText("SELECT ItemName, PinInfo FROM Win32_OfflineFilesItem"))
        {
            var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(row, SmokeJson.Default.WqlRow), SmokeJson.Default.WqlRow)!;
            checks.Equal("a row", row["ItemName"], again["ItemName"]);
            checks.Equal("what is in a row", row["PinInfo.Pinned"], again["PinInfo.Pinned"]);
            break;
        }

        var report = new OperationReport
        {
            Operation = OfflineFilesOperation.Pin,
            Outcomes = [new ItemOutcome { Path = SampleShare.Path, Status = OutcomeStatus.Failed, Error = new IOException("gone", 5) }],
        };
        var told = JsonSerializer.Serialize(report, SmokeJson.Default.OperationReport);
        var kept = JsonSerializer.Deserialize(told, SmokeJson.Default.OperationReport)!;
        checks.Equal("a report", report.ToString(), kept.ToString());
        checks.Equal("an error", "gone, 5", $"{kept.Outcomes[0].Error!.Message}, {kept.Outcomes[0].Error!.HResult}");
        checks.Equal("an enum is its name", true, told.Contains("\"Failed\"", StringComparison.Ordinal));
    }
}

[JsonSerializable(typeof(OfflineFilesItem))]
[JsonSerializable(typeof(WqlRow))]
[JsonSerializable(typeof(OperationReport))]
internal sealed partial class SmokeJson : JsonSerializerContext;
