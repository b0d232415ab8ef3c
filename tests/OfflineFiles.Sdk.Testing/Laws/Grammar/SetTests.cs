using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Searches in captured collections of every kind, in both ways that C# has written the search in an array.</summary>
internal static class SetTests
{
    private static readonly Gen<string[]> Texts = Pick.Of([.. LawValues.Texts, .. LawValues.Paths]).Array[0, 5];
    private static readonly Gen<string[]> Paths = Pick.Of(LawValues.Paths).Array[0, 5];
    private static readonly Gen<StringComparer> Comparer =
        Pick.Of(StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase, StringComparer.InvariantCulture, StringComparer.InvariantCultureIgnoreCase);

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Paths.Select(paths => Row.Body(i => paths.Contains(i.ItemPath))),
        Paths.Select(paths => Row.Body(i => Enumerable.Contains(paths, i.ParentItemPath))),
        Texts.Select(texts => Row.Body(i => texts.Contains(i.ItemName))),
        Texts.Select(texts => Row.Body(i => Enumerable.Contains(texts, i.ItemName))),
        Texts.Select(texts => new List<string?>([null, .. texts])).Select(texts => Row.Body(i => texts.Contains(i.ParentItemPath))),
        Texts.Select(texts => Row.Body(i => texts.Contains(i.ItemName.ToUpperInvariant()))),
        Gen.Select(Texts, Comparer, (texts, comparer) => new HashSet<string>(texts, comparer)).Select(texts => Row.Body(i => texts.Contains(i.ItemName.ToLowerInvariant()))),
        Texts.Select(texts => texts.ToHashSet()).Select(texts => Row.Body(i => texts.Contains(i.ItemName))),
        Gen.Select(Texts, Comparer, (texts, comparer) => new HashSet<string>(texts, comparer)).Select(texts => Row.Body(i => texts.Contains(i.ItemName))),
        Gen.Select(Paths, Comparer, (texts, comparer) => new HashSet<string>(texts, comparer)).Select(texts => Row.Body(i => texts.Contains(i.ItemPath))),
        Gen.Select(Texts, Comparer, (texts, comparer) => Row.Body(i => Enumerable.Contains(texts, i.ItemName, comparer))),
        Texts.Select(texts => Row.Body(i => texts.Any(text => text == i.ItemName))),
        Texts.Select(texts => Row.Body(i => texts.Any(text => i.ItemName.EndsWith(text)))),
        Texts.Select(texts => Row.Body(i => texts.All(text => !i.ItemPath.Contains(text)))),
        Texts.Select(texts => Row.Body(i => texts.Any(text => text.Length == i.ItemName.Length))),
        Texts.Select(texts => Row.Body(i => Array.Exists(texts, text => i.ParentItemPath!.StartsWith(text)))),
        Texts.Select(texts => texts.ToList()).Select(texts => Row.Body(i => texts.Exists(text => text == i.ParentItemPath))),
        Texts.Select(texts => texts.ToList()).Select(texts => Row.Body(i => texts.TrueForAll(text => text != i.ItemName))),
        Paths.Select(paths => paths.Select(UncPath.Parse).ToList()).Select(paths => Row.Body(i => paths.Any(path => i.IsUnder(path)))),
        Pick.Of(LawValues.Numbers).Array[0, 3].Select(numbers => Row.Body(i => numbers.All(number => i.FileSysInfo!.LocalSize > number || i.FileSysInfo.RemoteSize == number))),
        Paths.Select(paths => paths.Select(UncPath.Parse).ToList()).Select(paths => Row.Body(i => paths.Contains(i.Path))),
        Pick.Of(LawValues.Numbers).Array[0, 4].Select(numbers => Row.Body(i => numbers.Contains(i.FileSysInfo!.LocalSize))),
        Pick.Of<long?>([null, .. LawValues.Numbers]).HashSet[0, 4].Select(numbers => Row.Body(i => numbers.Contains(i.FileSysInfo!.RemoteSize))),
        Pick.Of<DateTimeOffset?>([null, .. LawValues.AskedTimes]).List[0, 4].Select(times => Row.Body(i => times.Contains(i.FileSysInfo!.LocalLastWriteTime))),
        Pick.Of(LawValues.AskedTimes).List[0, 4].Select(times => Row.Body(i => times.Contains(i.FileSysInfo!.LocalLastWriteTime!.Value))),
        Pick.Of(LawValues.Of<OfflineFilesItemType>()).Array[0, 3].Select(types => Row.Body(i => types.Contains(i.ItemType))),
        Pick.Of(LawValues.Of<PinState>()).List[0, 3].Select(states => Row.Body(i => states.Contains(i.PinInfo!.PinnedForUser))));
}
