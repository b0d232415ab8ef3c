#pragma warning disable CA1858, CA2242, CS0472 // Predicates as people write them, also where there is a better way.
using System.Linq.Expressions;
using Microsoft.VisualBasic.CompilerServices;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>The predicates of Cases/linq-to-wql.cases. A case without an oracle means to C# itself what it means in a query.</summary>
internal sealed partial class PredicateCases : PredicateTable
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
    private static readonly DateTimeOffset Monday = SampleItems.Monday;
    private static readonly string[] Endings = [".xlsx", ".TXT"];
    private static readonly string StaticName = "Q1.XLSX";
    private readonly string _field = "srv";

    public PredicateCases()
    {
        Equality();
        Nulls();
        InfoObjects();
        Choices();
        Numbers();
        Enums();
        Time();
        Text();
        TextOrderAndPlace();
        Sets();
        Paths();
        Booleans();
        Captured();
        Composed();
        Functions();
        VisualBasic();
        ByHand();
        NullTests();
        NullOperands();
        NullCompared();
        BoolsInOrder();
        AskedAsAnotherType();
        Characters();
        ComparersAsked();
        OperatorsOfTheirOwn();
    }

    private string this[int index] => index == 0 ? "srv" : "data";

    private void Equality()
    {
        Section("Equality");
        Case(i => i.ItemType == OfflineFilesItemType.File);
        Case(i => OfflineFilesItemType.File != i.ItemType);
        Case(i => i.ItemType.Equals(OfflineFilesItemType.Share));
        Case(i => object.Equals(i.ItemType, OfflineFilesItemType.Share));
        Case(i => i.ItemName != "it's");
        Case(i => "Q1.XLSX" == i.ItemName, i => i.ItemName == "q1.xlsx");
        Case(i => object.Equals(i.ItemName, "Q1.XLSX"), i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName.Equals((object)"Q1.XLSX"), i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemPath == @"\\srv\DATA", i => i.ItemName == "data");
        Case(i => i.Path == (UncPath)@"\\srv\data");
        Case(i => i.Path.Equals((UncPath)@"\\srv\data"));
        Case(i => i == new OfflineFilesItem(@"\\SRV\data"));
        Case(i => i != null);
        Case(i => i.ItemName.ToString() == "srv");
        Case(i => i.Path.ToString() == @"\\srv\DATA", i => i.ItemName == "data");
        Case(i => i.ItemName == i.ItemPath, _ => false);
    }

    private void Nulls()
    {
        Section("NULL follows C#");
        Case(i => i.Encrypted == true);
        Case(i => i.Encrypted != true);
        Case(i => i.Encrypted == false);
        Case(i => !(i.Encrypted == false));
        Case(i => i.Encrypted == null);
        Case(i => i.Encrypted != null);
        Case(i => i.Encrypted.HasValue);
        Case(i => !i.Encrypted.HasValue);
        Case(i => i.Encrypted!.Value, i => i.Encrypted == true);
        Case(i => !i.Encrypted!.Value, i => i.Encrypted != true);
        Case(i => (bool)i.Encrypted!, i => i.Encrypted == true);
        Case(i => i.Encrypted ?? true);
        Case(i => i.Encrypted ?? false);
        Case(i => !(i.Encrypted ?? true));
        Case(i => !(i.Encrypted ?? false));
        Case(i => i.Encrypted ?? i.ItemType == OfflineFilesItemType.Share);
        Case(i => !(i.Encrypted ?? i.ItemType == OfflineFilesItemType.Share));
        Case(i => (i.Encrypted ?? i.Sparse) == true);
        Case(i => i.Encrypted ?? i.Sparse ?? true);
        Case(i => i.Encrypted.GetValueOrDefault());
        Case(i => i.Encrypted.GetValueOrDefault(true));
        Case(i => !i.Encrypted.GetValueOrDefault(true));
        Case(i => i.Encrypted.Equals(true));
        Case(i => i.Encrypted.Equals(null));
        Case(i => (i.Encrypted & i.Sparse) == true);
        Case(i => (i.Encrypted & i.Sparse) != false);
        Case(i => (i.Encrypted | i.Sparse) ?? true);
        Case(i => !(i.Encrypted | i.Sparse) == true);
        Case(i => (i.Encrypted | i.Sparse)!.Value, i => (i.Encrypted | i.Sparse) == true);
        Case(i => i.Encrypted == i.Sparse);
        Case(i => i.ParentItemPath == null);
        Case(i => i.ParentItemPath != null);
        Case(i => i.ParentItemPath == "");
        Case(i => i.ParentItemPath != @"\\SRV", i => !@"\\srv".Equals(i.ParentItemPath, IgnoreCase));
        Case(i => i.ItemName == null);
        Case(i => i.ItemName != null);
        Case(i => string.IsNullOrEmpty(i.ParentItemPath));
        Case(i => !string.IsNullOrEmpty(i.ParentItemPath));
        Case(i => string.IsNullOrWhiteSpace(i.ParentItemPath));
        Case(i => !string.IsNullOrWhiteSpace(i.ParentItemPath));
    }

    private void InfoObjects()
    {
        Section("Info objects");
        Case(i => i.PinInfo == null);
        Case(i => i.FileSysInfo != null);
        Case(i => i.PinInfo is PinInfo);
        Case(i => i.PinInfo is object);
        Case(i => !(i.PinInfo is PinInfo));
        Case(i => (i.PinInfo as PinInfo) == null);
        Case(i => i.PinInfo!.Pinned, i => i.PinInfo?.Pinned == true);
        Case(i => !i.PinInfo!.Pinned, i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo!.Pinned == true, i => i.PinInfo?.Pinned == true);
        Case(i => i.PinInfo!.Pinned != true, i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo!.Pinned.Equals(false), i => i.PinInfo?.Pinned != true);
        Case(i => i.PinInfo == null || !i.PinInfo.Pinned);
        Case(i => i.PinInfo != null && i.PinInfo.Pinned);
        Case(i => !(i.PinInfo != null && i.PinInfo.Pinned));
        Case(i => i.FileSysInfo != null && i.FileSysInfo.LocalSize > 7 || i.PinInfo == null);
        Case(i => i.FileSysInfo!.RemoteSize == null, i => i.FileSysInfo?.RemoteSize == null);
        Case(i => i.FileSysInfo!.RemoteSize.HasValue, i => i.FileSysInfo?.RemoteSize != null);
        Case(i => i.FileSysInfo!.RemoteSize!.Value > 10, i => i.FileSysInfo?.RemoteSize > 10);
        Case(i => i.PinInfo == new PinInfo { Pinned = true });
        Case(i => i.FileSysInfo!.LocalSize > i.DirtyInfo!.LocalDirtyByteCount, i => i.FileSysInfo?.LocalSize > i.DirtyInfo?.LocalDirtyByteCount);
    }

    private void Choices()
    {
        Section("Choices");
        Case(i => (i.ParentItemPath ?? "") == "");
        Case(i => (i.ParentItemPath ?? "") != "");
        Case(i => (i.ParentItemPath ?? "A") == "a", i => i.ParentItemPath is null);
        Case(i => (i.ParentItemPath ?? i.ItemName) == "srv");
        Case(i => (i.ParentItemPath ?? "none").StartsWith("N"), i => i.ParentItemPath is null);
        Case(i => !(i.ParentItemPath ?? "none").StartsWith("n"), i => i.ParentItemPath is not null);
        Case(i => (i.ParentItemPath ?? i.ItemPath).StartsWith(@"\\SRV\"), i => (i.ParentItemPath ?? i.ItemPath).StartsWith(@"\\srv\", IgnoreCase));
        Case(i => string.IsNullOrEmpty(i.ParentItemPath ?? "x"));
        Case(i => (i.FileSysInfo != null ? i.FileSysInfo.LocalSize : 0) > 5);
        Case(i => !((i.FileSysInfo != null ? i.FileSysInfo.LocalSize : 0) > 5));
        Case(i => (i.FileSysInfo == null ? -1 : i.FileSysInfo.LocalSize) < 7);
        Case(i => (i.FileSysInfo!.RemoteSize ?? 0) == 0, i => (i.FileSysInfo?.RemoteSize ?? 0) == 0);
        Case(i => (i.FileSysInfo!.RemoteSize ?? 0) > 5, i => i.FileSysInfo?.RemoteSize > 5);
        Case(i => i.FileSysInfo!.RemoteSize.GetValueOrDefault() == 0, i => (i.FileSysInfo?.RemoteSize ?? 0) == 0);
        Case(i => (i.FileSysInfo == null ? null : (long?)i.FileSysInfo.LocalSize) > 5);
        Case(i => (i.FileSysInfo == null ? null : (long?)i.FileSysInfo.LocalSize) == null);
        Case(i => (i.FileSysInfo != null ? i.FileSysInfo.RemoteSize : null) != null);
        Case(i => (i.PinInfo == null ? null : (bool?)i.PinInfo.Pinned) != true);
        Case(i => i.ItemType == 0 ? i.ItemName == "a_b.txt" : i.ItemName == "srv");
        Case(i => !(i.ItemType == 0 ? i.ItemName == "a_b.txt" : i.ItemName == "srv"));
        Case(i => i.ItemType == 0 ? i.PinInfo!.Pinned : false, i => i.ItemType == 0 && i.PinInfo!.Pinned);
        Case(i => i.PinInfo == null ? true : i.PinInfo.Pinned);
        Case(i => (i.ItemType == 0 ? i.ItemName : i.ParentItemPath) == "Q1.XLSX", i => i.ItemName == "q1.xlsx");
        Case(i => (i.ItemType == 0 ? "file" : "other") == "FILE", i => i.ItemType == 0);
    }

    private void Numbers()
    {
        Section("Numbers");
        Case(i => i.FileSysInfo!.LocalSize > 7, i => i.FileSysInfo?.LocalSize > 7);
        Case(i => 7 >= i.FileSysInfo!.LocalSize, i => i.FileSysInfo?.LocalSize <= 7);
        Case(i => !(i.FileSysInfo!.LocalSize > 7), i => !(i.FileSysInfo?.LocalSize > 7));
        Case(i => i.FileSysInfo!.LocalSize != 7, i => i.FileSysInfo?.LocalSize != 7);
        Case(i => i.FileSysInfo!.LocalSize == -1, _ => false);
        Case(i => i.FileSysInfo!.LocalSize == null, i => i.FileSysInfo is null);
        Case(i => i.FileSysInfo!.LocalSize.Equals(7), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize.Equals((object)7), _ => false);
        Case(i => i.FileSysInfo!.LocalSize.Equals(7L), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize > 6.5, i => i.FileSysInfo?.LocalSize > 6.5);
        Case(i => i.FileSysInfo!.LocalSize <= 7.0, i => i.FileSysInfo?.LocalSize <= 7);
        Case(i => i.FileSysInfo!.LocalSize < 6.5f, i => i.FileSysInfo?.LocalSize < 6.5f);
        Case(i => i.FileSysInfo!.LocalSize == 6.5, _ => false);
        Case(i => i.FileSysInfo!.LocalSize != 6.5, _ => true);
        Case(i => i.FileSysInfo!.LocalSize >= 6.0001m, i => i.FileSysInfo?.LocalSize >= 7);
        Case(i => i.FileSysInfo!.LocalSize > double.NaN, _ => false);
        Case(i => i.FileSysInfo!.LocalSize < 1e300, i => i.FileSysInfo is not null);
        Case(i => i.FileSysInfo!.RemoteSize > 0.5, i => i.FileSysInfo?.RemoteSize > 0.5);
        Case(i => i.FileSysInfo!.LocalSize * 2 > 10, i => i.FileSysInfo?.LocalSize * 2 > 10);
        Case(i => i.FileSysInfo!.LocalSize / 1024 == 0, i => i.FileSysInfo?.LocalSize / 1024 == 0);
        Case(i => i.FileSysInfo!.LocalSize + 1 == 8, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => -i.FileSysInfo!.LocalSize == -7, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => (int)i.FileSysInfo!.LocalSize == 7, i => i.FileSysInfo?.LocalSize == 7);
    }

    private void Enums()
    {
        Section("Enums and flags");
        Case(i => 2 <= (int)i.ItemType);
        Case(i => (long)i.ItemType == 2L);
        Case(i => (byte)i.ItemType == 2);
        Case(i => (OfflineFilesItemType)2 == i.ItemType);
        Case(i => i.ItemType > OfflineFilesItemType.Directory);
        Case(i => i.PinInfo!.PinnedForUser == PinState.PinnedInherit, i => i.PinInfo?.PinnedForUser == PinState.PinnedInherit);
        Case(i => i.PinInfo!.PinnedForUser != PinState.Pinned, i => i.PinInfo?.PinnedForUser != PinState.Pinned);
        Case(i => i.FileSysInfo!.RemoteAttributes == FileAttributes.Normal, i => i.FileSysInfo?.RemoteAttributes == FileAttributes.Normal);
        Case(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => Attributes(i)?.HasFlag(FileAttributes.Hidden) == true);
        Case(i => !i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden), i => Attributes(i)?.HasFlag(FileAttributes.Hidden) != true);
        Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) != 0, i => (Attributes(i) & FileAttributes.Hidden) != 0);
        Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) == FileAttributes.Hidden, i => (Attributes(i) & FileAttributes.Hidden) == FileAttributes.Hidden);
        Case(i => (FileAttributes.Hidden & i.FileSysInfo!.LocalAttributes) == 0, i => (Attributes(i) & FileAttributes.Hidden) == 0);
        Case(i => ((int)i.FileSysInfo!.LocalAttributes & 3) > 0, i => ((int?)Attributes(i) & 3) > 0);
        Case(i => (i.FileSysInfo!.RemoteAttributes & FileAttributes.Hidden) == null, i => (i.FileSysInfo?.RemoteAttributes & FileAttributes.Hidden) == null);
    }

    private void Booleans()
    {
        Section("Boolean shapes");
        Case(_ => true);
        Case(_ => false);
        Case(i => i.ItemName == "srv" && (i.ItemType == OfflineFilesItemType.Server || i.PinInfo!.Pinned), i => i.ItemName == "srv");
        Case(i => !(i.ItemName == "srv" || i.PinInfo!.Pinned), i => i.ItemName != "srv" && i.PinInfo?.Pinned != true);
        Case(i => !(i.ItemName == "srv" && i.ItemType == 0));
        Case(i => i.ItemName == "srv" & i.ItemType == OfflineFilesItemType.Server);
        Case(i => i.ItemName == "srv" | i.ItemName.Length == 4);
        Case(i => i.ItemName == "srv" ^ i.ItemType == OfflineFilesItemType.Server);
        Case(i => i.PinInfo!.Pinned ^ i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) ^ (i.ChangeInfo?.Dirty == true));
        Case(i => i.PinInfo!.Pinned == i.ChangeInfo!.Dirty, i => (i.PinInfo?.Pinned == true) == (i.ChangeInfo?.Dirty == true));
        Case(i => i.PinInfo!.Pinned != (i.ItemName.Length == 3), i => (i.PinInfo?.Pinned == true) != (i.ItemName.Length == 3));
        Case(i => (i.ItemName == "srv") == false);
        Case(i => !!(i.ItemName == "srv"));
        Case(i => i.ItemName == "srv" && i.ItemName.Length == 3);
        Case(i => i.ItemName == "srv" || i.ItemName.Length == 4);
        Case(i => i.ItemName == "srv" || i.ItemType == 0 && i.ItemName.Length > 8);
        Case(i => i.ItemType == 0 && i.FileSysInfo!.LocalSize > 7 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ItemType == 0 && i.ItemName.Length > 8 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ItemType == 0 || i.ItemType == 0 && i.Encrypted == true);
        Case(i => i.ParentItemPath == @"\\SRV" && i.ItemName == "data" || i.ParentItemPath == @"\\SRV" && i.ItemName == "data2", i => i.ItemName is "data" or "data2");
        Case(i => i.ItemPath == @"\\srv" || i.ItemPath == @"\\srv\data2");
        Case(i => i.ParentItemPath == @"\\srv" || i.ChangeInfo!.Dirty, i => i.ParentItemPath == @"\\srv" || i.ChangeInfo?.Dirty == true);
        Case(i => i.ItemName.Length == 3 || true, _ => true);
        Case(i => i.ItemName.Length == 3 && false, _ => false);
    }

    private void Captured()
    {
        var wanted = new { Name = "Q2.xlsx", Size = 7L, Inner = new[] { "srv", "data" } };
        var lookup = new Dictionary<string, string> { ["name"] = "srv" };
        Func<string, string> shorten = text => text.Substring(0, 3);
        string? nothing = null;
        int? some = 7;
        Section("Captured values");
        Case(i => i.ItemName == wanted.Name && i.FileSysInfo!.LocalSize != wanted.Size, i => i.ItemName == "Q2.XLSX");
        Case(i => i.ItemName == StaticName, i => i.ItemName == "q1.xlsx");
        Case(i => i.ItemName == _field);
        Case(i => i.ItemName == this[0]);
        Case(i => i.ItemName == wanted.Inner[1]);
        Case(i => i.ItemName == lookup["name"]);
        Case(i => i.ItemName == shorten("srvx"));
        Case(i => i.ItemName == string.Join("", new[] { "s", "rv" }));
        Case(i => i.ItemName == wanted.Inner.OrderBy(name => name.Length).First());
        Case(i => i.ItemName == (nothing ?? "srv"));
        Case(i => nothing != null && i.ItemName == nothing.Trim());
        Case(i => nothing == null || i.ItemName == nothing.Trim());
        Case(i => i.ItemName.Length == 4 || nothing == null || i.ItemName == nothing.Trim(), _ => true);
        Case(i => i.ItemName == (wanted.Size > 5 ? "srv" : "data"));
        Case(i => i.FileSysInfo!.LocalSize == some, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == some!.Value * 2 - 7 % 8 + (wanted.Inner.Length << 1) - 4, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == (long)Math.Sqrt(49.5), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.FileSysInfo!.LocalSize == new { A = new List<int> { 7 } }.A.Count + 6, i => i.FileSysInfo?.LocalSize == 7);
        Case(i => i.ItemName.Length == wanted.Name.Length && shorten(i.ItemName) == "Q2.", i => i.ItemName == "Q2.XLSX");
        Case(i => IsLong(i.ItemName), i => i.ItemName.Length > 8);
        Case(i => HoldsNoPin(i));
    }

    private void Composed()
    {
        Expression<Func<OfflineFilesItem, bool>> isFile = i => i.ItemType == OfflineFilesItemType.File;
        Expression<Func<string, string, bool>> begins = (text, start) => text.StartsWith(start);
        Func<OfflineFilesItem, bool> compiled = i => i.ItemType == OfflineFilesItemType.File;
        Section("Composed by hand");
        Built("Invoke(isFile, i)", i => Expression.Invoke(isFile, i), i => i.ItemType == 0);
        Built("!Invoke(begins, i.ItemName, \"Q\")", i => Expression.Not(Expression.Invoke(begins, Expression.Property(i, "ItemName"), Expression.Constant("Q"))), i => !i.ItemName.StartsWith("q", IgnoreCase));
        Built("Invoke(a => Invoke(isFile, a), i)", i => Expression.Invoke(Nested(isFile), i), i => i.ItemType == 0);
        Case(i => isFile.Compile()(i));
        Case(i => compiled(i));
        Case(i => begins.Compile()(i.ItemName, "Q") && isFile.Compile()(i), i => i.ItemName.StartsWith("q", IgnoreCase));
    }

    private void Functions()
    {
        var pattern = "q[0-9].xls_";
        Section("WQL itself");
        Case(i => WqlFunctions.Like(i.ItemName, pattern));
        Case(i => !WqlFunctions.Like(i.ItemName, "%[^x].txt"));
        Case(i => WqlFunctions.Like(i.ParentItemPath, "%"));
        Case(i => !WqlFunctions.Like(i.ParentItemPath, "%"));
        Case(i => WqlFunctions.Like(i.ItemName.Trim(), pattern));
        Case(i => WqlFunctions.Like(i.ItemName, i.ItemName));
        Case(i => WqlFunctions.IsA(i.PinInfo, "win32_offlinefilespininfo"));
        Case(i => !WqlFunctions.IsA(i.PinInfo, "Win32_OfflineFilesPinInfo"));
        Case(i => WqlFunctions.IsA(i.PinInfo, "Win32_OfflineFilesChangeInfo"));
        Case(i => WqlFunctions.IsA(i, "Win32_OfflineFilesItem"));
        Case(i => WqlFunctions.IsA(i.ItemName, "Win32_OfflineFilesItem"));
    }

    private void VisualBasic()
    {
        Section("Visual Basic");
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", false) == 0, i => i.ItemName == "srv");
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", false) != 0, i => i.ItemName != "srv");
        Case(i => EmbeddedOperators.CompareString("Q", i.ItemName, false) < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) > 0);
        Case(i => EmbeddedOperators.CompareString(i.ParentItemPath, "", false) == 0);
        Case(i => EmbeddedOperators.CompareString(i.ParentItemPath, null, false) != 0);
        Case(i => EmbeddedOperators.CompareString(i.ItemName, "SRV", true) == 0);
        Built("(i.FileSysInfo.RemoteSize > 5 or Nothing) ?? False", i => Expression.Coalesce(Lifted(ExpressionType.GreaterThan, i), Expression.Constant(false)), i => i.FileSysInfo?.RemoteSize > 5);
        Built("Not ((i.FileSysInfo.RemoteSize > 5 or Nothing) ?? False)", i => Expression.Not(Expression.Coalesce(Lifted(ExpressionType.GreaterThan, i), Expression.Constant(false))), i => !(i.FileSysInfo?.RemoteSize > 5));
        Built("(i.FileSysInfo.RemoteSize <> 5 or Nothing) ?? False", i => Expression.Coalesce(Lifted(ExpressionType.NotEqual, i), Expression.Constant(false)), i => i.FileSysInfo?.RemoteSize is not (null or 5));
        Built("(i.FileSysInfo.RemoteSize <> 5 or Nothing) ?? True", i => Expression.Coalesce(Lifted(ExpressionType.NotEqual, i), Expression.Constant(true)), i => i.FileSysInfo?.RemoteSize != 5);
    }

    private void ByHand()
    {
        Section("Built by hand");
        Built("i.Encrypted AndAlso null", i => Expression.Equal(Expression.And(Expression.Property(i, "Encrypted"), Expression.Constant(null, typeof(bool?))), Expression.Constant(false, typeof(bool?))), i => i.Encrypted == false);
        Built("i.ItemName.Equals(null)", i => Expression.Call(Expression.Property(i, "ItemName"), typeof(string).GetMethod("Equals", [typeof(string)])!, Expression.Constant(null, typeof(string))), _ => false);
        Built("i.ItemType == 0 where 0 is unchecked", i => Expression.Equal(Expression.Convert(Expression.Property(i, "ItemType"), typeof(long)), Expression.ConvertChecked(Expression.Constant(0), typeof(long))), i => i.ItemType == 0);
        Built("a block", i => Expression.Block(Expression.Equal(Expression.Property(i, "ItemName"), Expression.Constant("SRV"))), i => i.ItemName == "srv");
    }

    private static BinaryExpression Lifted(ExpressionType type, ParameterExpression row) => Expression.MakeBinary(
        type, Expression.Property(Expression.Property(row, "FileSysInfo"), "RemoteSize"), Expression.Constant(5L, typeof(long?)), liftToNull: true, method: null);

    private static Expression<Func<OfflineFilesItem, bool>> Nested(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "a");
        return Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Invoke(predicate, row), row);
    }

    private static bool IsLong(string name) => name.Length > 8;

    private static bool HoldsNoPin(OfflineFilesItem item) => item.PinInfo?.Pinned != true;

    private static FileAttributes? Attributes(OfflineFilesItem item) => item.FileSysInfo?.LocalAttributes;

    private static DateTimeOffset? Written(OfflineFilesItem item) => item.FileSysInfo?.LocalLastWriteTime;
}
