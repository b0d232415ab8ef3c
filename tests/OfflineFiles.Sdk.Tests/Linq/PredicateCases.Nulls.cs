#pragma warning disable CA1858, CA2242, CS0464, CS0472, CS8073, IDE0150, CA2013 // Predicates as people write them, also where there is a better way.
using System.Linq.Expressions;
using Microsoft.FSharp.Core;
using Microsoft.VisualBasic;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <content>Null, however it is asked for; comparers; and operators that are not what they look like.</content>
internal sealed partial class PredicateCases
{
    private void NullTests()
    {
        Section("Null, however it is asked for");
        Case(i => (object?)i.PinInfo == null);
        Case(i => null == (object?)i.PinInfo);
        Case(i => (object?)i.PinInfo != null);
        Case(i => ReferenceEquals(i.PinInfo, null));
        Case(i => !ReferenceEquals(null, i.PinInfo));
        Case(i => object.Equals(i.PinInfo, null));
        Case(i => i.PinInfo!.Equals(null), _ => false);
        Case(i => EqualityComparer<PinInfo>.Default.Equals(i.PinInfo, null));
        Case(i => (i.PinInfo as object) == null);
        Case(i => (object?)i.PinInfo is PinInfo);
        Case(i => (object?)i.ParentItemPath == null);
        Case(i => ReferenceEquals(i.ParentItemPath, null));
        Case(i => i.ParentItemPath is object);
        Case(i => i.ParentItemPath is string);
        Case(i => !(i.ParentItemPath is string));
        Case(i => object.Equals(null, i.ParentItemPath));
        Case(i => string.Equals(i.ParentItemPath, null, StringComparison.Ordinal));
        Case(i => string.Equals(null, i.ParentItemPath, StringComparison.CurrentCulture));
        Case(i => i.ParentItemPath!.Equals(null, StringComparison.Ordinal), _ => false);
        Case(i => EqualityComparer<string>.Default.Equals(i.ParentItemPath, null));
        Case(i => StringComparer.OrdinalIgnoreCase.Equals(i.ParentItemPath, null));
        Case(i => (object?)i.Encrypted == null);
        Case(i => i.Encrypted is bool);
        Case(i => !(i.Encrypted is bool));
        Case(i => object.Equals(i.Encrypted, null));
        Case(i => Nullable.Equals(i.Encrypted, null));
        Case(i => EqualityComparer<bool?>.Default.Equals(i.Encrypted, null));
        Case(i => i.PinInfo!.Pinned == (bool?)null, i => i.PinInfo is null);
        Case(i => i.PinInfo!.Pinned != (bool?)null, i => i.PinInfo is not null);
        Case(i => ((bool?)i.PinInfo!.Pinned).HasValue, i => i.PinInfo is not null);
        Case(i => (object)i.PinInfo!.Pinned == null, i => i.PinInfo is null);
        Case(i => object.Equals(i.PinInfo!.Pinned, null), i => i.PinInfo is null);
        Case(i => (object)i.FileSysInfo!.LocalSize == null, i => i.FileSysInfo is null);
        Case(i => (object)i.FileSysInfo!.LocalSize is long, i => i.FileSysInfo is not null);
        Case(i => (object?)i.FileSysInfo!.RemoteSize == null, i => i.FileSysInfo?.RemoteSize == null);
        Case(i => ReferenceEquals(i.FileSysInfo!.RemoteSize, null), i => i.FileSysInfo?.RemoteSize == null);
        Case(i => i.FileSysInfo!.RemoteSize is long, i => i.FileSysInfo?.RemoteSize != null);
        Case(i => (object)i.ItemType == null, _ => false);
        Case(i => (object)i == null, _ => false);
        Case(i => Information.IsNothing(i.PinInfo), i => i.PinInfo is null);
        Case(i => Operators.IsNull(i.PinInfo), i => i.PinInfo is null);
        Built("i.PinInfo Is Nothing", i => Expression.ReferenceEqual(Expression.Property(i, "PinInfo"), Expression.Constant(null)), i => i.PinInfo is null);
        Built("i.ParentItemPath IsNot Nothing", i => Expression.ReferenceNotEqual(Expression.Constant(null), Expression.Property(i, "ParentItemPath")), i => i.ParentItemPath is not null);
        Built("i.PinInfo.GetType() == typeof(PinInfo)", i => Expression.TypeEqual(Expression.Property(i, "PinInfo"), typeof(PinInfo)), i => i.PinInfo is not null);
    }

    private void NullOperands()
    {
        Section("An order with null, and a method given null, hold for nothing");
        Case(i => string.Compare(i.ItemName, null) > 0, _ => false);
        Case(i => string.Compare(null, i.ItemName) < 0, _ => false);
        Case(i => string.Compare(i.ItemName, null, StringComparison.Ordinal) > 0, _ => false);
        Case(i => i.ItemName.CompareTo(null) > 0, _ => false);
        Case(i => Comparer<string>.Default.Compare(i.ItemName, null) > 0, _ => false);
        Case(i => StringComparer.OrdinalIgnoreCase.Compare(i.ItemName, null) > 0, _ => false);
        Case(i => Nullable.Compare(i.FileSysInfo!.RemoteSize, null) > 0, _ => false);
        Case(i => i.FileSysInfo!.RemoteSize > null, _ => false);
        Case(i => Nullable.Compare(i.Encrypted, null) > 0, _ => false);
        Case(i => Nullable.Compare(null, i.Encrypted) < 0, _ => false);
        Case(i => Nullable.Compare(i.Encrypted, null) >= 0, _ => false);
        Case(i => Comparer<bool?>.Default.Compare(i.Encrypted, null) > 0, _ => false);
        Case(i => i.PinInfo!.Pinned.CompareTo((object?)null) > 0, _ => false);
        Case(i => i.FileSysInfo!.LocalSize.CompareTo((object?)null) > 0, _ => false);
        Case(i => Nullable.Compare<ConnectState>(i.ConnectionInfo!.ConnectState, null) > 0, _ => false);
        Case(i => Nullable.Compare<OfflineFilesItemType>(i.ItemType, null) >= 0, _ => false);
        Case(i => Comparer<UncPath>.Default.Compare(i.Path, null) > 0, _ => false);
        Case(i => Comparer<UncPath>.Default.Compare(i.Path.Parent, i.Path.Parent) >= 0, i => i.Path.Parent is not null);
        Case(i => i.ParentItemPath!.CompareTo(null) == 0, _ => false);
        Case(i => i.ParentItemPath!.CompareTo(null) != 0, _ => true);
        Case(i => Nullable.Compare(i.FileSysInfo!.RemoteSize, 5L) < 0, _ => false);
        Case(i => Nullable.Compare(i.FileSysInfo!.RemoteSize, 5L) > 0, i => i.FileSysInfo?.RemoteSize > 5);
    }

    private void ComparersAsked()
    {
        Section("Comparers that are asked");
        Case(i => EqualityComparer<string>.Default.Equals(i.ItemName, "SRV"), i => i.ItemName == "srv");
        Case(i => StringComparer.OrdinalIgnoreCase.Equals(i.ItemName, "SRV"), i => i.ItemName == "srv");
        Case(i => StringComparer.Ordinal.Equals(i.ItemName, "srv"), i => i.ItemName == "srv");
        Case(i => StringComparer.Ordinal.Equals(i.ItemName, "SRV"), _ => false);
        Case(i => Comparer<string>.Default.Compare(i.ItemName, "Q") < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        Case(i => StringComparer.OrdinalIgnoreCase.Compare(i.ItemName, "Q") < 0, i => string.Compare(i.ItemName, "q", IgnoreCase) < 0);
        Case(i => StringComparer.Ordinal.Compare(i.ItemName, "q") < 0, i => string.CompareOrdinal(i.ItemName, "q") < 0);
        Case(i => EqualityComparer<long>.Default.Equals(i.FileSysInfo!.LocalSize, 7), i => i.FileSysInfo?.LocalSize == 7);
        Case(i => Comparer<long>.Default.Compare(i.FileSysInfo!.LocalSize, 7) > 0, i => i.FileSysInfo?.LocalSize > 7);
        Case(i => i.FileSysInfo!.LocalSize.CompareTo(7) > 0, i => i.FileSysInfo?.LocalSize > 7);
        Case(i => 0 < i.FileSysInfo!.LocalSize.CompareTo(7), i => i.FileSysInfo?.LocalSize > 7);
        Case(i => DateTimeOffset.Compare(i.FileSysInfo!.LocalLastWriteTime!.Value, Monday.AddDays(3)) >= 0, i => Written(i) >= Monday.AddDays(3));
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.CompareTo(Monday.AddDays(3)) < 0, i => Written(i) < Monday.AddDays(3));
        Case(i => i.ItemType.CompareTo(OfflineFilesItemType.Share) >= 0, i => i.ItemType >= OfflineFilesItemType.Share);
        Case(i => Nullable.Equals(i.Encrypted, true), i => i.Encrypted == true);
    }

    private void OperatorsOfTheirOwn()
    {
        var text = (ParameterExpression i) => Expression.Property(i, "ItemName");
        var size = (ParameterExpression i) => Expression.Property(Expression.Property(i, "FileSysInfo"), "LocalSize");
        var remote = (ParameterExpression i) => Expression.Property(Expression.Property(i, "FileSysInfo"), "RemoteSize");
        Section("Operators with a method of their own");
        Built("i.ItemName < \"rrrr\" by a method", i => Expression.LessThan(text(i), Expression.Constant("rrrr"), liftToNull: false, Own(IsShorter)), i => i.ItemName.Length < 4);
        Built("i.ItemName == \"xyz\" by a method", i => Expression.Equal(text(i), Expression.Constant("xyz"), liftToNull: false, Own(IsAsLong)), i => i.ItemName.Length == 3);
        Built("!(i.ItemName != \"xyz\" by a method)", i => Expression.Not(Expression.NotEqual(text(i), Expression.Constant("xyz"), liftToNull: false, Own(IsNotAsLong))), i => i.ItemName.Length == 3);
        Built("i.FileSysInfo.LocalSize > 5 by a method", i => Expression.GreaterThan(size(i), Expression.Constant(5L), liftToNull: false, OwnOfNumbers(IsNear)), i => i.FileSysInfo?.LocalSize is >= 0 and < 10);
        Built("i.FileSysInfo.RemoteSize == null by a method", i => Expression.Equal(remote(i), Expression.Constant(null, typeof(long?)), liftToNull: false, OwnOfNumbers(IsNear)), i => i.FileSysInfo?.RemoteSize is null);
        Built("i.FileSysInfo.RemoteSize != 5 by a method", i => Expression.NotEqual(remote(i), Expression.Constant(5L, typeof(long?)), liftToNull: false, OwnOfNumbers(IsNear)), i => i.FileSysInfo?.RemoteSize is null);
        Built("(i.FileSysInfo.LocalSize + 5 by a method) == 8", i => Expression.Equal(Expression.Add(size(i), Expression.Constant(5L), new Func<long, long, long>(Fewer).Method), Expression.Constant(2L)), i => i.FileSysInfo?.LocalSize == 7);
        Built("!i.ItemName by a method", i => Expression.Not(text(i), new Func<string, bool>(IsEmpty).Method), _ => false);
        Built("(double)i.FileSysInfo.LocalSize by a method < 1", i => Expression.LessThan(Expression.Convert(size(i), typeof(double), new Func<long, double>(Reciprocal).Method), Expression.Constant(0.05)), i => i.FileSysInfo?.LocalSize > 20);
        Built("i.ItemName is the very object \"srv\"", i => Expression.ReferenceEqual(text(i), Expression.Constant(new string("srv".ToCharArray()))), _ => false);
        Built("i.ItemName < \"r\" in F#", i => Expression.LessThan(text(i), Expression.Constant("R"), liftToNull: false, new Func<string, string, bool>(LanguagePrimitives.HashCompare.GenericLessThanIntrinsic).Method), i => string.Compare(i.ItemName, "r", IgnoreCase) < 0);
        Case(i => LanguagePrimitives.HashCompare.GenericEqualityIntrinsic(i.ItemName, "SRV"), i => i.ItemName == "srv");
        Case(i => LanguagePrimitives.HashCompare.GenericLessThanIntrinsic(i.FileSysInfo!.LocalSize, 8), i => i.FileSysInfo?.LocalSize < 8);
    }

    private static System.Reflection.MethodInfo Own(Func<string, string, bool> method) => method.Method;

    private static System.Reflection.MethodInfo OwnOfNumbers(Func<long, long, bool> method) => method.Method;

    private static bool IsShorter(string left, string right) => left.Length < right.Length;

    private static bool IsAsLong(string left, string right) => left.Length == right.Length;

    private static bool IsNotAsLong(string left, string right) => left.Length != right.Length;

    private static bool IsNear(long left, long right) => Math.Abs(left - right) < 6;

    private static long Fewer(long left, long right) => left - right;

    private static bool IsEmpty(string text) => text.Length == 0;

    private static double Reciprocal(long number) => 1.0 / number;
}
