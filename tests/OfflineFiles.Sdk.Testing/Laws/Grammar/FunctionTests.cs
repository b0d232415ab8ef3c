using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Calls of functions that are not .NET's: those of WQL, those of the caller with a meaning or without, and lambdas invoked.</summary>
internal static class FunctionTests
{
    private static readonly Func<string?, bool> IsShort = text => text is { Length: < 3 };

    private static readonly Gen<string> Pattern = Pick.Of(
        "", "%", "a%", "%a%", "_", "__", "[a-c]%", "[[]x]", "[^a]", "%[_]b", "ß%", "k", "%\0%", "\U0001F600%", @"\\s\a\%", @"\\S\_%", @"\\%\%\%");

    private static readonly Gen<string> Class = Pick.Of("Win32_OfflineFilesPinInfo", "win32_offlinefilespininfo", "Win32_OfflineFilesItem", "Win32_OfflineFilesFileSysInfo", "CIM_Thing");
    private static readonly Gen<string> Text = Pick.Of([.. LawValues.Names, .. LawValues.Paths]);

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Pattern.Select(pattern => Row.Body(i => WqlFunctions.Like(i.ItemName, pattern))),
        Pattern.Select(pattern => Row.Body(i => WqlFunctions.Like(i.ParentItemPath, pattern))),
        Pattern.Select(pattern => Row.Body(i => WqlFunctions.Like(i.ItemPath, pattern))),
        Class.Select(name => Row.Body(i => WqlFunctions.IsA(i, name))),
        Gen.Select(Row.Objects, Class, (info, name) => (Expression)Expression.Call(typeof(WqlFunctions), nameof(WqlFunctions.IsA), null, info, Expression.Constant(name))),
        Pick.Of(LawValues.Numbers).Select(size => Row.Body(i => OwnMethods.IsLargerThan(i, size))),
        Text.Select(text => Row.Body(i => OwnMethods.Begins(i.ParentItemPath, text))),
        Text.Select(text => Row.Body(i => OwnMethods.Begins(i.ItemName, text) && OwnMethods.IsKept(i))),
        Gen.Const(Row.Body(i => OwnMethods.HasNoMeaning(i.ParentItemPath))),
        Gen.Const(Row.Body(i => IsShort(i.ParentItemPath))),
        Gen.Select(Row.MembersOf(typeof(string)), Text, (member, text) => Invoke<string>(name => name == text || name.StartsWith(text), member)),
        Gen.Select(Row.MembersOf(typeof(long)), Pick.Of(LawValues.Numbers), (member, number) => Invoke<long>(size => size > number && size != 7, member)),
        Gen.Select(Row.MembersOf(typeof(bool?)), Gen.Bool, (member, value) => Invoke<bool?>(flag => flag == value || flag == null, member)));

    private static Expression Invoke<T>(Expression<Func<T, bool>> lambda, Expression argument) => Expression.Invoke(lambda, argument);
}
