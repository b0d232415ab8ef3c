using CsCheck;
using OfflineFiles.Sdk.Cim.Mapping;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>An item that was written as a row and read again is the same item, however the row is written.</summary>
public sealed class RowMappingLaws
{
    [Test]
    public void A_row_is_read_as_the_item_it_was_written_from() => Gen.Select(ItemGen.Tree, Gen.Bool, Gen.Bool, Gen.Int[0, 2], Gen.Int).Sample(
        (items, asStrings, emptyParent, casing, seed) =>
        {
            var rows = new ProviderRows(new ProviderDoubleOptions { ValuesAsStrings = asStrings, ServerHasEmptyParent = emptyParent });
            var random = new Random(seed);
            return items.All(item => Facts(ItemRowMapper.Item(Disguised(rows.Item(item), casing, random), null)).SequenceEqual(Facts(item)));
        },
        iter: LawBudget.Of(2_000));

    // The same instance with its names in other letters, in another order, and with properties that nobody knows.
    private static CimRow Disguised(CimRow row, int casing, Random random)
    {
        var values = row.Values
            .Select(value => new KeyValuePair<string, object?>(Cased(value.Key, casing), value.Value is CimRow embedded ? Disguised(embedded, casing, random) : value.Value))
            .Append(new($"NewInWindows{random.Next(3)}", 5u))
            .ToArray();
        random.Shuffle(values);
        return new CimRow(row.ClassName, values);
    }

    private static string Cased(string name, int casing) => casing switch { 0 => name, 1 => name.ToUpperInvariant(), _ => name.ToLowerInvariant() };

    private static object?[] Facts(OfflineFilesItem item) =>
    [
        item.ItemPath, item.ParentItemPath is "" ? null : item.ParentItemPath, item.ItemName, item.ItemType, item.Encrypted, item.Sparse,
        item.FileSysInfo, item.PinInfo, item.ChangeInfo, item.ConnectionInfo, item.SuspendInfo, item.DirtyInfo,
    ];
}
