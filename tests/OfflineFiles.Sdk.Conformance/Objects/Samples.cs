using System.Globalization;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Serialization;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>An object of every public type that is data, as people get it: what a cache returned, and what they give it.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Time = new(2024, 3, 1, 12, 30, 0, 500, TimeSpan.Zero);

    public static readonly OfflineFilesItem Share = new(UncPath.Parse(@"\\srv\docs"), OfflineFilesItemType.Share)
    {
        PinInfo = new PinInfo(),
        ChangeInfo = new ChangeInfo(),
        ConnectionInfo = new ConnectionInfo(),
        SuspendInfo = new SuspendInfo(),
    };

    public static readonly OfflineFilesItem File = new(UncPath.Parse(@"\\srv\docs\q1 ""é"".xlsx"), OfflineFilesItemType.File)
    {
        FileSysInfo = new FileSysInfo
        {
            LocalAttributes = FileAttributes.ReadOnly | FileAttributes.Archive,
            LocalSize = 5_000_000_000,
            LocalLastWriteTime = Time,
            RemoteAttributes = FileAttributes.Normal,
        },
        PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.PinnedInherit },
        ChangeInfo = new ChangeInfo { Dirty = true, ModifiedData = true },
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.SlowConnection },
        SuspendInfo = new SuspendInfo { Suspended = true },
        DirtyInfo = new DirtyInfo { LocalDirtyByteCount = 12 },
        Encrypted = false,
        Sparse = true,
        InConflict = true,
    };

    // A name that a server delivered and that is no path, and a number that nobody knows.
    public static readonly OfflineFilesItem Odd = new(@"C:\not\unc") { ItemName = "unc", ItemType = (OfflineFilesItemType)7 };

    /// <summary>What is no data: what does something, is made of functions, or is the language itself. Each with what it is.</summary>
    private static readonly Dictionary<Type, string> NoData = new()
    {
        [typeof(OfflineFilesCache)] = "door",
        [typeof(CachedFiles)] = "door",
        [typeof(CacheConfiguration)] = "door",
        [typeof(OperationPreviews)] = "door",
        [typeof(CimBackend)] = "door",
        [typeof(EmbeddedBackend)] = "door",
        [typeof(CacheChangeHub)] = "tool",
        [typeof(CacheSnapshot)] = "tool",
        [typeof(CacheComparison)] = "tool",
        [typeof(OptionFaults)] = "tool",
        [typeof(MethodTranslation)] = "function",
        [typeof(PushdownVerdict)] = "tool",
        [typeof(ItemProperties)] = "table",
        [typeof(ItemProperty)] = "table",
        [typeof(CimSecret)] = "secret",
        [typeof(CimAccount)] = "holds a secret",
        [typeof(CimProxyOptions)] = "holds a secret",
        [typeof(ShareName)] = "argument",
        [typeof(ItemOrder)] = "argument",
    };

    /// <summary>The types of data that nobody makes but the library: they are written and not read.</summary>
    public static IReadOnlyList<Type> OnlyWritten { get; } =
    [
        typeof(QueryExplanation), typeof(PredicateExplanation), typeof(OperatorExplanation), typeof(WqlFinding), typeof(CimClassSchema), typeof(CimPropertySchema), typeof(UncPathList),
    ];

    public static IEnumerable<Type> DataTypes =>
        from type in PublicTypes()
        where type is { IsAbstract: false, IsInterface: false, IsEnum: false, IsGenericTypeDefinition: false } && type.Namespace != typeof(RecordedError).Namespace
        where !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type) && !NoData.ContainsKey(type)
        where type.Assembly != typeof(WqlQuery).Assembly && (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(CacheQuery<>))
        select type;

    /// <summary>An error with all that a thrown error has.</summary>
    public static Exception Thrown()
    {
        try
        {
            throw new IOException("The network path was not found.", unchecked((int)0x80070035));
        }
        catch (IOException error)
        {
            error.Data["secret"] = "in the data";
            return error;
        }
    }

    public static async Task<IReadOnlyList<object>> MakeAsync(CountingBackend backend, OfflineFilesCache cache)
    {
        var item = (await cache.FindAsync(File.Path))!;
        var narrow = await cache.QueryText("SELECT ItemPath, ItemName, PinInfo FROM Win32_OfflineFilesItem").As<OfflineFilesItem>().ToListAsync();
        var rows = await cache.QueryText("SELECT * FROM Win32_OfflineFilesItem").ToListAsync();
        var selected = await cache.QueryText("SELECT ItemName, PinInfo.Pinned, __CLASS FROM Win32_OfflineFilesItem").ToListAsync();
        var report = await cache.PinAsync(item.Path);
        var preview = await cache.WhatIf.PinAsync(item.Path);
        var list = await cache.PinAsync(new[] { "no path", item.ItemPath });
        var previewOfList = await cache.WhatIf.PinAsync(new[] { "no path", item.ItemPath });
        var query = cache.Items.Where(i => i.PinInfo!.Pinned && i.ItemName.GetHashCode() != 1).OrderBy(i => i.ItemName).WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw });
        var explanation = query.Explain();
        var outcome = new ItemOutcome
        {
            Path = item.Path,
            Status = OutcomeStatus.Conflict,
            Action = SyncOperation.SyncToServer,
            State = SyncState.FileChangedOnServer,
            Bytes = 7,
            Message = "why",
            NativeCode = -1,
            IsReported = false,
            Error = Thrown(),
        };
        var step = new CimConnectionStep { Part = CimConnectionPart.Service, Outcome = CimConnectionOutcome.Failed, Duration = TimeSpan.FromMilliseconds(3), Error = new OfflineFilesBackendException("down") { NativeCode = 5 } };
        var provider = new CimProviderInfo { Methods = ["Pin"], HasConfiguration = true, HasTransparentCaching = false };
        Assert.That(backend.Calls, Is.GreaterThan(0));
        return
        [
            item, .. narrow, Odd, item.Path, item.FileSysInfo!, item.PinInfo!, item.ChangeInfo!, item.ConnectionInfo!, item.SuspendInfo!, item.DirtyInfo!,
            .. rows, .. selected, new WqlRow("C", [new("n", ulong.MaxValue), new("t", Time), new("a", new[] { "x", null }), new("r", double.NaN), new("i", TimeSpan.FromHours(30))]),
            report, list, .. list.Outcomes, outcome, preview, .. preview.Items, previewOfList, .. previewOfList.Items, explanation, .. explanation.Predicates, .. explanation.ClientOperators,
            new CacheChange
            {
                Kind = CacheChangeKind.ItemModified, Sequence = 3, At = Time, Path = item.Path, ItemType = OfflineFilesItemType.File, ChangedMembers = ItemMembers.PinInfo | ItemMembers.Sparse,
                Current = item, Previous = narrow[0], SyncId = Guid.Parse("5f1a3d52-93a5-4d0e-a8f7-1b6d8e2f9c10"), Outcome = outcome, Result = 4,
            },
            new CachedFileEntry { Path = item.Path, ItemType = OfflineFilesItemType.File, Size = 4, LastWriteTime = Time, Attributes = FileAttributes.Hidden | FileAttributes.System, IsDirty = true },
            new OperationProgress { Operation = OfflineFilesOperation.Pin, Reason = ProgressReason.ItemResult, Path = item.Path, Outcome = outcome, ItemsDone = 2, ItemsTotal = 3 },
            await cache.GetAsync(), cache.Description,
            new MachineConfiguration
            {
                Enabled = true, SlowLinkParams = ["*=latency"], BackgroundSyncParams = new BackgroundSyncSettings { SyncInterval = 360 }, DiskSpaceLimitParams = new DiskSpaceLimitSettings { TotalSizeInMB = 5 },
            },
            new BackgroundSyncSettings { SyncVariance = 5 }, new DiskSpaceLimitSettings { AutoCacheSizeInMB = 9 },
            new UserConfiguration { AssignedOfflineFiles = [@"\\srv\docs"] },
            new CacheHealth { OnlineMode = true, LastSyncStatus = HealthSyncStatus.Conflict, LastSyncTime = "20240301123000.000000+000" },
            new AssociatedItem { Antecedent = "no object path", Dependent = item.Path },
            WqlQuery.Parse("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = NULL", WqlParseOptions.Lenient).Lint()[0],
            new PinOptions { Deep = false }, new UnpinOptions { Flags = PinControlFlags.ForAll }, new SyncOptions { ConflictPolicy = SyncConflictPolicy.KeepLatest },
            new DeleteOptions { Flags = DeleteFlags.NoPinned | DeleteFlags.Admin }, new OfflineTransitionOptions { Force = true },
            new QueryOptions { PageSize = 5, Timeout = TimeSpan.FromSeconds(3) }, new WqlLintOptions { Server = WqlLintServer.Any },
            new RescuedContent("/cache/rescue/20261130T120000Z", 3, "its database was missing"),
            new EmbeddedBackendOptions { CacheDirectory = "/cache", Shares = [new ShareMapping(@"\\srv\docs", "/mnt/docs")] }, new ShareMapping(@"\\srv\docs", "/mnt/docs"),
            new CimBackendOptions { Culture = CultureInfo.GetCultureInfo("de-DE"), Port = 5986, UseHttps = true, Reconnect = CimReconnectOptions.Never }, new CimReconnectOptions { Attempts = 7 },
            new CimChangeOptions { ReadingShare = 0.5 }, CimConnectionString.Parse(@"cim:pc-042?port=5986&user=CONTOSO\admin&culture=de-DE"),
            new CimConnectionReport { Backend = "CIM (pc-042)", Steps = [step], Provider = provider, State = new OfflineFilesCacheState { Enabled = true } }, step, provider,
            OfflineFilesSchema.Item, OfflineFilesSchema.Item.Properties[0], UncPathList.Parse(["no path", item.ItemPath]),
        ];
    }

    private static IEnumerable<Type> PublicTypes() =>
        new[] { typeof(OfflineFilesCache).Assembly, typeof(CimBackend).Assembly, typeof(EmbeddedBackend).Assembly }.SelectMany(library => library.GetExportedTypes());
}
