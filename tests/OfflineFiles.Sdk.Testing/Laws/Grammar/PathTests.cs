using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Tests of paths as paths.</summary>
internal static class PathTests
{
    private static readonly Gen<UncPath> Path = Pick.Of(LawValues.Paths).Select(UncPath.Parse);

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Path.Select(path => Row.Body(i => i.IsUnder(path))),
        Path.Select(path => Row.Body(i => i.Path.IsUnder(path))),
        Path.Select(path => Row.Body(i => i.Path.IsAtOrUnder(path))),
        Path.Select(path => Row.Body(i => i.Path.Parent!.IsUnder(path))),
        Path.Select(path => Row.Body(i => path.IsUnder(i.Path))),
        Path.Select(path => Row.Body(i => i.Path == path)),
        Path.Select(path => Row.Body(i => i.Path != path)),
        Path.Select(path => Row.Body(i => i.Path.Equals(path))),
        Path.Select(path => Row.Body(i => i.ItemPath == path)),
        Path.Select(path => Row.Body(i => i.Path.Parent == path)),
        Path.Select(path => Row.Body(i => i.Path.ShareRoot == path)),
        Path.Select(path => Row.Body(i => i.Path.Parent != path)),
        Path.Select(path => Row.Body(i => i.Path.Parent!.IsAtOrUnder(path))),
        Path.Select(path => Row.Body(i => i.Path.Parent!.Parent == path)),
        Path.Select(path => Row.Body(i => path.IsAtOrUnder(i.Path))),
        Path.Select(path => Row.Body(i => i.Path.Server == path.Server)),
        Path.Select(path => Row.Body(i => i.Path.Server != path.Name)),
        Path.Select(path => Row.Body(i => i.Path.Share == path.Share)),
        Pick.Of([.. LawValues.Names, "", @"a\b"]).Select(name => Row.Body(i => i.Path.Name == name)),
        Pick.Of(LawValues.Names).Select(name => Row.Body(i => i.Path.Name != name)),
        Pick.Of(
            Row.Body(i => i.Path.Parent == null),
            Row.Body(i => i.Path.Parent != null),
            Row.Body(i => i.Path.ShareRoot == null),
            Row.Body(i => i.Path.ShareRoot == i.Path)),
        Path.Select(path => Row.Body(i => i.Path < path)),
        Path.Select(path => Row.Body(i => i.Path.CompareTo(path) >= 0)),
        Gen.Int[1, 4].Select(depth => Row.Body(i => i.Path.Depth == depth)));
}
