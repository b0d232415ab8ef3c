using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>Makes changes of WMI's events about instances (Microsoft Learn: __InstanceOperationEvent and the classes below it).</summary>
internal static class EventMapper
{
    private static readonly CacheChange Unreadable = new() { Kind = CacheChangeKind.Gap };

    /// <summary>What an event says. One that does not say what happened to which item leaves a gap.</summary>
    public static IEnumerable<CacheChange> Changes(CimRow row)
    {
        var changes = Read(row);
        return Time(row) is { } at ? changes.Select(change => change with { At = at }) : changes;
    }

    private static IEnumerable<CacheChange> Read(CimRow row)
    {
        try
        {
            return (WqlText.ToUpper(row.ClassName), Item(row, "TargetInstance"), Item(row, "PreviousInstance")) switch
            {
                ("__INSTANCECREATIONEVENT", { } target, _) => CacheChanges.Between(null, target),
                ("__INSTANCEDELETIONEVENT", { } target, _) => CacheChanges.Between(target, null),
                ("__INSTANCEMODIFICATIONEVENT", { } target, { } previous) => CacheChanges.Between(previous, target),
                ("__INSTANCEMODIFICATIONEVENT", { } target, null) =>
                    [new CacheChange { Kind = CacheChangeKind.ItemModified, Path = target.Path, ItemType = target.ItemType, Current = target }],
                _ => [Unreadable],
            };
        }
        catch (OfflineFilesException)
        {
            // One value that is none of its type is no reason to hear nothing more.
            return [Unreadable];
        }
    }

    private static OfflineFilesItem? Item(CimRow row, string property) =>
        row[property] is CimRow item ? ItemRowMapper.Item(item.Of(OfflineFilesSchema.Item), null) : null;

    // Counted as Windows counts the time of files, on the clock of the machine; 0 is no time.
    private static DateTimeOffset? Time(CimRow row) =>
        row["TIME_CREATED"] is { } value && CimValue.TryInteger(value, out var ticks) && ticks > 0 && ticks <= DateTime.MaxValue.ToFileTimeUtc()
            ? DateTimeOffset.FromFileTime(ticks).ToUniversalTime()
            : null;
}
