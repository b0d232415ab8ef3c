using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>An object of each type that says itself what is shown of it, filled, and lists as people dump them.</summary>
internal static class DumpSamples
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly UncPath Csv = UncPath.Parse(@"\\srv\docs\Budget\2026.csv");

    private static readonly ItemOutcome Done = new()
    {
        Path = Csv,
        Status = OutcomeStatus.Done,
        Action = SyncOperation.SyncToServer,
        Bytes = 120,
        State = SyncState.Stable,
    };

    private static readonly ItemOutcome Failed = new()
    {
        Path = Csv.Parent!,
        Status = OutcomeStatus.Failed,
        Message = "The server did not answer.",
        NativeCode = unchecked((int)0x80070035),
        Error = new OfflineFilesException("The server did not answer."),
    };

    private static readonly OfflineFilesItem File = new(Csv, OfflineFilesItemType.File)
    {
        FileSysInfo = new FileSysInfo { LocalSize = 120, LocalLastWriteTime = Noon },
        PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned },
        ChangeInfo = new ChangeInfo { Dirty = true, ModifiedData = true },
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.SlowConnection },
        SuspendInfo = new SuspendInfo(),
        DirtyInfo = new DirtyInfo { LocalDirtyByteCount = 120 },
        Encrypted = false,
        Sparse = false,
        InConflict = false,
    };

    public static IReadOnlyList<OfflineFilesItem> Items { get; } =
        [new(@"\\srv", OfflineFilesItemType.Server), new(@"\\srv\docs", OfflineFilesItemType.Share), File];

    /// <summary>What is dumped, by its name in the golden text.</summary>
    /// <param name="cache">A cache with the items.</param>
    /// <param name="backend">Its backend.</param>
    public static async Task<IReadOnlyList<(string Name, object Value)>> OfAsync(OfflineFilesCache cache, ICacheBackend backend) =>
    [
        .. await ItemsAsync(cache),
        .. await RowsAsync(cache),
        .. Values(),
        .. Operations(),
        .. Queries(cache),
        ("a cache", cache),
        ("a backend", backend),
        ("the description of a backend", cache.Description),
    ];

    private static async Task<(string Name, object Value)[]> ItemsAsync(OfflineFilesCache cache)
    {
        var narrow = cache.Query($"SELECT ItemType, PinInfo.Pinned FROM Win32_OfflineFilesItem").As<OfflineFilesItem>();
        return
        [
            ("an item", (await cache.FindAsync(Csv))!),
            ("a list of items", await cache.Items.ToListAsync()),
            ("items of a select list", await narrow.ToListAsync()),
            ("an item whose path is none", new OfflineFilesItem("no path")),
        ];
    }

    private static async Task<(string Name, object Value)[]> RowsAsync(OfflineFilesCache cache)
    {
        var definition = cache.Query($"SELECT * FROM meta_class WHERE __CLASS = 'Win32_OfflineFilesSuspendInfo'");
        KeyValuePair<string, object?>[] values =
            [new("Name", "CscService"), new("ProcessId", 42u), new("Dependencies", new[] { "CSC", "RpcSs" }), new("Nothing", null)];
        return
        [
            ("rows of a select list", await cache.Query($"SELECT ItemName, ItemType, PinInfo.Pinned FROM Win32_OfflineFilesItem").ToListAsync()),
            ("a row of another class", new WqlRow("Win32_Service", values)),
            ("the definition of a class", (await definition.ToListAsync())[0]),
        ];
    }

    private static IEnumerable<(string Name, object Value)> Values()
    {
        yield return ("a path", Csv);
        yield return ("a path in a projection", new[] { new { Path = Csv, Size = 120 } });
        yield return ("an association", new AssociatedItem { Antecedent = "no object path", Dependent = Csv });
        yield return ("the state of a cache", new OfflineFilesCacheState { Enabled = true, Active = true, Location = @"C:\Windows\CSC" });
        yield return ("a file", new CachedFileEntry
        {
            Path = Csv,
            ItemType = OfflineFilesItemType.File,
            Size = 120,
            LastWriteTime = Noon,
            Attributes = FileAttributes.Archive,
            IsAvailableOffline = true,
            IsDirty = true,
        });
        CacheChange modified = new()
        {
            Kind = CacheChangeKind.ItemModified,
            Sequence = 7,
            At = Noon,
            Path = Csv,
            ItemType = OfflineFilesItemType.File,
            ChangedMembers = ItemMembers.ChangeInfo,
            Current = File,
        };
        yield return ("a change", modified);
        yield return (
            "changes",
            new[] { modified, new CacheChange { Kind = CacheChangeKind.SyncEnd, Sequence = 8, At = Noon, Result = unchecked((int)0x80004004) } });
    }

    private static IEnumerable<(string Name, object Value)> Operations()
    {
        yield return ("an outcome", Failed);
        yield return ("a report", Report(OfflineFilesOperation.Synchronize, Done, Failed));
        var blocked = Report(OfflineFilesOperation.TransitionOffline) with { BlockedByOpenFiles = true };
        yield return ("reports", new[] { Report(OfflineFilesOperation.Pin, Done), blocked });
        yield return ("a step", new OperationProgress
        {
            Operation = OfflineFilesOperation.Pin,
            Reason = ProgressReason.ItemResult,
            Path = Csv,
            Outcome = Done,
            ItemsDone = 1,
            ItemsTotal = 2,
        });
        PreviewItem spared = new()
        {
            Path = Csv,
            ItemType = OfflineFilesItemType.File,
            Verdict = PreviewVerdict.WouldBeSpared,
            Reason = "It is dirty.",
        };
        yield return ("a preview", new OperationPreview
        {
            Operation = OfflineFilesOperation.DeleteItems,
            WouldChange = true,
            Unknown = ["Open files."],
            Items = [spared],
        });
        yield return ("an item of a preview", spared);
    }

    private static IEnumerable<(string Name, object Value)> Queries(OfflineFilesCache cache)
    {
        var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.ItemName.Length > 3).OrderBy(i => i.ItemName);
        var careful = new QueryOptions { ClientEvaluation = ClientEvaluation.Throw, RefuseFullScan = true };
        yield return ("an explanation", files.Explain());
        yield return ("an explanation of a refusal", files.WithOptions(careful).Tag("nightly").Explain());
        yield return ("a predicate", files.Explain().Predicates[1]);
        yield return ("an operator", files.Explain().ClientOperators[0]);
        yield return ("a query", files);
        yield return ("a raw query", cache.Query($"SELECT * FROM Win32_OfflineFilesItem"));
    }

    private static OperationReport Report(OfflineFilesOperation operation, params ItemOutcome[] outcomes) =>
        new() { Operation = operation, Outcomes = outcomes, StartedAt = Noon, Duration = TimeSpan.FromSeconds(2) };
}
