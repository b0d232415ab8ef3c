#pragma warning disable CA1305, CA1307, CA1309, CA1310, CA1820, CA1826, CA1829, CA1861, CA1870, CA2249, CS0464, CS0472, CS8604 // Predicates as people write them.
namespace OfflineFiles.Sdk.Tests.Linq;

/// <content>One question, asked of an order, of a set, through another type, or by a character.</content>
internal sealed partial class PredicateCases
{
    private static readonly bool[] Falsehood = [false];

    private void NullCompared()
    {
        Section("Whether two are the same, asked of their order");
        Case(i => string.Compare(i.ParentItemPath, null) == 0, i => i.ParentItemPath is null);
        Case(i => string.Compare(i.ParentItemPath, null) != 0, i => i.ParentItemPath is not null);
        Case(i => 0 == string.Compare(null, i.ParentItemPath), i => i.ParentItemPath is null);
        Case(i => string.Compare(i.ParentItemPath, null, StringComparison.Ordinal) == 0, i => i.ParentItemPath is null);
        Case(i => 0 == string.CompareOrdinal(i.ParentItemPath, i.ParentItemPath), _ => true);
        Case(i => string.Compare(i.ParentItemPath, null, true) != 0, i => i.ParentItemPath is not null);
        Case(i => string.Compare(i.ParentItemPath, null, true, System.Globalization.CultureInfo.InvariantCulture) == 0, i => i.ParentItemPath is null);
        Case(i => string.CompareOrdinal(i.ParentItemPath, null) == 0, i => i.ParentItemPath is null);
        Case(i => Comparer<string>.Default.Compare(i.ParentItemPath, null) != 0, i => i.ParentItemPath is not null);
        Case(i => StringComparer.Ordinal.Compare(i.ParentItemPath, null) == 0, i => i.ParentItemPath is null);
        Case(i => string.Compare(i.ParentItemPath!.Trim(), null) == 0, i => i.ParentItemPath is null);
        Case(i => string.Compare(i.ParentItemPath, i.ParentItemPath) == 0, _ => true);
        Case(i => string.Compare(i.ParentItemPath, @"\\SRV\data") != 0, i => i.ParentItemPath != @"\\srv\data");
        Case(i => Nullable.Compare(i.FileSysInfo!.RemoteSize, null) == 0, i => i.FileSysInfo?.RemoteSize is null);
        Case(i => Nullable.Compare(i.Encrypted, null) == 0, i => i.Encrypted is null);
        Case(i => Nullable.Compare(i.Encrypted, null) != 0, i => i.Encrypted is not null);
        Case(i => Nullable.Compare(i.Encrypted, false) == 0, i => i.Encrypted == false);
        Case(i => Nullable.Compare<OfflineFilesItemType>(i.ItemType, null) == 0, _ => false);
        Case(i => Comparer<UncPath>.Default.Compare(i.Path, UncPath.Parse(@"\\SRV")) == 0, i => i.ItemPath == @"\\srv");
    }

    private void BoolsInOrder()
    {
        Section("False comes before true, and a bool that is null counts as false");
        Case(i => Nullable.Compare(i.Encrypted, false) > 0, i => i.Encrypted == true);
        Case(i => Nullable.Compare(i.Encrypted, true) >= 0, i => i.Encrypted == true);
        Case(i => Nullable.Compare(i.Encrypted, true) <= 0, i => i.Encrypted is not null);
        Case(i => Nullable.Compare(i.Encrypted, i.Sparse) > 0, i => i.Encrypted == true && i.Sparse == false);
        Case(i => Nullable.Compare(i.Encrypted, i.Sparse) >= 0, i => i.Encrypted is not null && i.Sparse is not null && (i.Encrypted == true || i.Sparse == false));
        Case(i => i.PinInfo!.Pinned.CompareTo(true) < 0, i => i.PinInfo?.Pinned != true);
        Case(i => Comparer<bool>.Default.Compare(i.PinInfo!.Pinned, false) > 0, i => i.PinInfo?.Pinned == true);

        Section("A set of bools, in which one that is null is found as false");
        Case(i => new[] { false }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned != true);
        Case(i => new List<bool> { true }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned == true);
        Case(i => new HashSet<bool> { false }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned != true);
        Case(i => new[] { true, false }.Contains(i.PinInfo!.Pinned), _ => true);
        Case(i => Array.Empty<bool>().Contains(i.PinInfo!.Pinned), _ => false);
        Case(i => !new[] { false }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned == true);
        Case(i => new[] { false }.Any(known => known == i.PinInfo!.Pinned), i => i.PinInfo?.Pinned != true);
        Case(i => Array.IndexOf(Falsehood, i.PinInfo!.Pinned) >= 0, i => i.PinInfo?.Pinned != true);
        Case(i => new[] { false }.Contains(i.ItemName == "srv"), i => i.ItemName != "srv");
        Case(i => new object[] { false }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned != true);
        Case(i => new bool?[] { false }.Contains(i.PinInfo!.Pinned), i => i.PinInfo?.Pinned == false);
        Case(i => new bool?[] { null }.Contains(i.PinInfo!.Pinned), i => i.PinInfo is null);
        Case(i => new bool?[] { null, false }.Contains(i.Encrypted), i => i.Encrypted != true);
    }

    private void AskedAsAnotherType()
    {
        Section("A value that is asked as an object, or through an interface");
        Case(i => ((object)i.ItemName).Equals("SRV"), i => i.ItemName == "srv");
        Case(i => ((object)"SRV").Equals(i.ItemName), i => i.ItemName == "srv");
        Case(i => ((IEquatable<string>)i.ItemName).Equals("SRV"), i => i.ItemName == "srv");
        Case(i => ((IComparable<string>)i.ItemName).CompareTo("SRV") == 0, i => i.ItemName == "srv");
        Case(i => ((IComparable)i.ItemName).CompareTo("Q") < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        Case(i => (i.ItemName as IComparable).CompareTo("SRV") == 0, i => i.ItemName == "srv");
        Case(i => ((object)i.ItemName.Trim()).Equals("SRV"), i => i.ItemName == "srv");
        Case(i => ((object?)i.ParentItemPath)!.Equals(null), _ => false);
        Case(i => ((IComparable)i.FileSysInfo!.LocalSize).CompareTo(7L) == 0, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => ((IEquatable<long>)i.FileSysInfo!.LocalSize).Equals(7), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => ((IEquatable<UncPath>)i.Path).Equals(UncPath.Parse(@"\\SRV")), i => i.ItemPath == @"\\srv");
    }

    private void Characters()
    {
        Section("A search in a text ignores case, also for a character; a character taken out of it is compared as it is");
        Case(i => i.ItemName.Contains('S'), i => i.ItemName.Contains('S', IgnoreCase));
        Case(i => Enumerable.Contains(i.ItemName, 'S'), i => i.ItemName.Contains('S', IgnoreCase));
        Case(i => ((IEnumerable<char>)i.ItemName).Contains('S'), i => i.ItemName.Contains('S', IgnoreCase));
        Case(i => i.ItemName.IndexOf('S', 0) >= 0, i => i.ItemName.Contains('S', IgnoreCase));
        Case(i => i.ItemName.IndexOf('S', 1, 2) >= 0, i => i.ItemName.Substring(1, 2).Contains('S', IgnoreCase));
        Case(i => i.ItemName.LastIndexOf("RV", 2) == 1, i => i.ItemName == "srv");
        Case(i => i.ItemName.IndexOfAny(new[] { 'S', '%' }) == 0, i => i.ItemName.StartsWith("s", IgnoreCase));
        Case(i => i.ItemName.LastIndexOfAny(new[] { 'V' }) == 2, i => i.ItemName == "srv");
        Case(i => "XS".Contains(i.ItemName[0]), i => "sS".Contains(i.ItemName[0], StringComparison.Ordinal));
        Case(i => i.ItemName[0] == 'S', i => i.ItemName[0] == 'S');
        Case(i => i.ItemName.First() == 's', i => i.ItemName[0] == 's');
        Case(i => i.ItemName.Any(c => c == 'S'), i => i.ItemName.Contains('S', StringComparison.Ordinal));
        Case(i => new[] { 'S' }.Contains(i.ItemName[0]), i => i.ItemName[0] == 'S');
        Case(i => i.ItemName.ToCharArray().Contains('S'), i => i.ItemName.Contains('S', StringComparison.Ordinal));
        Case(i => i.ItemName[0].ToString() == "S", i => i.ItemName.StartsWith("s", IgnoreCase));
    }
}
