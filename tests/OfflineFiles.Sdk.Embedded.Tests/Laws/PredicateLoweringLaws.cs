using CsCheck;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>For any predicate over any store the database and the recheck answer what evaluating the predicate over every row answers.</summary>
[TestFixture]
internal sealed class PredicateLoweringLaws
{
    private static readonly string[] Texts =
        ["", "a.txt", "A.TXT", "ä", "Ä", "x%", "ſ", "ß", "\U0001F600", @"\\srv\docs", @"\\SRV\DOCS", @"\\srv\docs\a.txt", @"\\srv\docs\sub", @"\\srv", "docs", "K", "\u212A"];

    private static readonly string[] Patterns =
        ["%", "a%", "%.txt", "_.txt", "[a-c]%", @"\\srv\docs\%", @"\\srv\docs\s%", @"\\SRV\%", "docs", "ä%", "[", "%s%", "\U0001F600%"];

    private static readonly WqlComparisonOperator[] Orders =
    [
        WqlComparisonOperator.Equal, WqlComparisonOperator.NotEqual, WqlComparisonOperator.Less,
        WqlComparisonOperator.LessOrEqual, WqlComparisonOperator.Greater, WqlComparisonOperator.GreaterOrEqual,
    ];

    private static readonly Gen<WqlPredicate> Term = Gen.Select(
        Gen.Int[0, ItemProperties.Instance.All.Count - 1],
        Gen.Int[0, 5],
        Gen.Int[0, 40],
        (property, order, pick) => TermOf(ItemProperties.Instance.All[property], Orders[order], pick));

    internal static readonly Gen<WqlPredicate> Predicate = Gen.Recursive<WqlPredicate>((depth, self) => depth >= 4
        ? Term
        : Gen.Frequency(
            (3, Term),
            (2, self.Array[2, 3].Select(WqlPredicate.And)),
            (2, self.Array[2, 3].Select(WqlPredicate.Or)),
            (1, self.Select(WqlPredicate.Not))));

    [Test]
    public async Task Lowered_and_rechecked_is_evaluated_over_every_row()
    {
        var directory = Directory.CreateTempSubdirectory("offlinefiles-law-").FullName;
        try
        {
            using var store = CacheStore.Open(directory);
            await FillAsync(store);
            var queries = new ItemQueries(store);
            var all = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem"), CancellationToken.None).ToList();
            Predicate.Sample(
                predicate =>
                {
                    var expected = all.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath);
                    var actual = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem", predicate), CancellationToken.None).Select(item => item.ItemPath);
                    return expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal));
                },
                iter: LawBudget.Of(3000),
                threads: 1,
                print: predicate => predicate.ToString());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Equal keys are exactly equal names, for every character there is.</summary>
    [Test]
    public void Keys_fold_as_ordinal_comparison_ignoring_case_does()
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var code = 1; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            var text = char.ConvertFromUtf32(code);
            var first = byName.TryGetValue(text, out var known) ? known : byName[text] = text;
            var firstByKey = byKey.TryGetValue(NameKey.Of(text), out var knownByKey) ? knownByKey : byKey[NameKey.Of(text)] = text;
            if (first != firstByKey) Assert.Fail($"U+{code:X4} is {first} by name and {firstByKey} by key.");
        }
    }

    private static WqlPredicate TermOf(ItemProperty property, WqlComparisonOperator order, int pick)
    {
        if (pick == 0) return new WqlNullTest(property.Property, isNegated: order == WqlComparisonOperator.Equal);
        if (pick == 1) return new WqlComparison(new WqlProperty("PinInfo", "NoSuchThing"), order, WqlConstant.Integer(1));
        if (pick == 2) return new WqlComparison(new WqlProperty("__CLASS"), order, WqlConstant.String("Win32_OfflineFilesItem"));
        if (pick == 3) return new WqlLike(new WqlProperty("PinInfo", "__CLASS"), new WqlLikePattern("%info"));
        var equality = order is WqlComparisonOperator.Equal ? order : WqlComparisonOperator.NotEqual;
        return property.Value.Kind switch
        {
            WqlMemberKind.String when pick % 2 == 0 => new WqlLike(property.Property, new WqlLikePattern(Patterns[pick % Patterns.Length])),
            WqlMemberKind.String => new WqlComparison(property.Property, order, WqlConstant.String(Texts[pick % Texts.Length])),
            WqlMemberKind.Integer => new WqlComparison(
                property.Property, order, pick % 3 == 0 ? WqlConstant.String("3") : pick % 7 == 0 ? WqlConstant.Integer(ulong.MaxValue) : WqlConstant.Integer(pick % 5)),
            WqlMemberKind.Boolean => new WqlComparison(property.Property, equality, pick % 3 == 0 ? WqlConstant.String("true") : WqlConstant.Boolean(pick % 2 == 0)),
            WqlMemberKind.DateTime => new WqlComparison(property.Property, order, WqlConstant.DateTime(Day(pick % 4))),
            _ => new WqlIsA(property.Property, pick % 2 == 0 ? "Win32_OfflineFilesPinInfo" : "Win32_OfflineFilesChangeInfo"),
        };
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, 1 + day, 0, 0, 0, TimeSpan.Zero);

    private static Task FillAsync(CacheStore store) => store.WriteAsync(
        transaction =>
        {
            var random = new Random(7);
            foreach (var share in new[] { @"\\srv\docs", @"\\SRV\other", @"\\äserver\ß" })
            {
                var row = transaction.EnsureShare(new ScopeRow
                {
                    Path = UncPath.Parse(share),
                    ConnectState = random.Next(2) == 0 ? ConnectState.Online : ConnectState.Offline,
                    OfflineReason = OfflineReason.WorkingOffline,
                });
                var directories = new List<ItemRow> { row };
                foreach (var name in new[] { "a.txt", "B.TXT", "Ä", "x%", "ſtrange", "sub", "\U0001F600.txt", "K", "[b]", "zz" })
                {
                    var type = random.Next(3) == 0 ? OfflineFilesItemType.Directory : OfflineFilesItemType.File;
                    var facts = new FileFacts((FileAttributes)random.Next(5), random.Next(6), Date(), Date(), Date(), Date());
                    var stored = transaction.Insert(new ItemRow
                    {
                        Path = directories[random.Next(directories.Count)].Path.Append(name),
                        ItemType = type,
                        Local = facts,
                        Original = random.Next(2) == 0 ? facts : null,
                        Pins = new PinSet((PinState)random.Next(3), default, (PinState)random.Next(3), default),
                        CreatedOffline = random.Next(2) == 0,
                        ModifiedData = random.Next(2) == 0,
                        Suspended = random.Next(2) == 0,
                        Sparse = type == OfflineFilesItemType.File && random.Next(2) == 0,
                        BaseKind = NodeKind.Absent,
                        ConflictState = random.Next(4) == 0 ? SyncState.FileChangedOnClientChangedOnServer : null,
                    });
                    if (type == OfflineFilesItemType.Directory) directories.Add(stored);
                }
            }

            DateTime Date() => Day(random.Next(4)).UtcDateTime;
        },
        CancellationToken.None);
}
