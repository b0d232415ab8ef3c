using System.Globalization;

namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>The names of the numbers that properties hold. Written out, so that no reflection is needed; a test holds them to the enums.</summary>
internal sealed class EnumNames
{
    private static readonly Dictionary<Type, EnumNames> Tables = new()
    {
        [typeof(OfflineFilesItemType)] = Of(
            OfflineFilesItemType.File, OfflineFilesItemType.Directory, OfflineFilesItemType.Share, OfflineFilesItemType.Server),
        [typeof(PinState)] = Of(PinState.NotPinned, PinState.Pinned, PinState.PinnedInherit),
        [typeof(ConnectState)] = Of(
            ConnectState.Unknown, ConnectState.Offline, ConnectState.Online,
            ConnectState.TransparentlyCached, ConnectState.PartlyTransparentlyCached),
        [typeof(OfflineReason)] = Of(
            OfflineReason.Unknown, OfflineReason.NotApplicable, OfflineReason.WorkingOffline, OfflineReason.SlowConnection,
            OfflineReason.NetDisconnected, OfflineReason.NeedToSyncItem, OfflineReason.ItemSuspended),
        [typeof(HealthSyncStatus)] = Of(HealthSyncStatus.Success, HealthSyncStatus.Conflict, HealthSyncStatus.Warning, HealthSyncStatus.Error),
        [typeof(FileAttributes)] = new EnumNames([], isFlags: true),
    };

    // What people call the numbers in words: those of the documentation and of the shell.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Folder"] = "Directory",
        ["Dir"] = "Directory",
        ["SlowLink"] = "SlowConnection",
        ["Suspended"] = "ItemSuspended",
        ["Conflict"] = "NeedToSyncItem",
    };

    private readonly KeyValuePair<string, long>[] _values;

    private EnumNames(KeyValuePair<string, long>[] values, bool isFlags)
    {
        _values = values;
        IsFlags = isFlags;
    }

    /// <summary>Whether numbers are sums of the named ones.</summary>
    public bool IsFlags { get; }

    /// <summary>The numbers with their names, as a phrase: <c>0 File, 1 Directory</c>.</summary>
    public string Phrase => string.Join(", ", _values.Select(pair => $"{pair.Value.ToString(CultureInfo.InvariantCulture)} {pair.Key}"));

    public static EnumNames? Find(Type? type) => type is not null && Tables.TryGetValue(type, out var names) ? names : null;

    public bool Has(decimal number) => Array.Exists(_values, pair => pair.Value == number);

    /// <summary>The number of a name, blanks, case and small slips aside; null if no name is near.</summary>
    public KeyValuePair<string, long>? Nearest(string text)
    {
        var word = text.Replace(" ", "");
        if (Synonyms.TryGetValue(word, out var meant)) word = meant;
        var nearest = WqlName.Nearest(word, _values.Select(pair => pair.Key));
        return nearest is null ? null : Array.Find(_values, pair => pair.Key == nearest);
    }

    private static EnumNames Of<T>(params T[] values)
        where T : struct, Enum => new(
            [.. values.Select(value => new KeyValuePair<string, long>(value.ToString(), Convert.ToInt64(value, CultureInfo.InvariantCulture)))],
            isFlags: false);
}
