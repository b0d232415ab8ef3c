using CsCheck;

namespace OfflineFiles.Sdk.Tests.Laws.Model;

[TestFixture]
public sealed class UncPathLaws
{
    private static readonly Gen<string> Component =
        Gen.String[Gen.Char, 1, 8].Where(text => text is not ("." or "..") && text.IndexOfAny(['\\', '/', '\0']) < 0);

    private static readonly Gen<string[]> Components = Component.Array[1, 6].Where(parts => parts is not (["?", ..] or [".", ..]));

    [Test]
    public void Joining_components_and_parsing_gives_the_components_back() =>
        Components.Sample(parts =>
        {
            var path = UncPath.Parse(@"\\" + string.Join('\\', parts));
            var read = new List<string>();
            for (var at = path; at is not null; at = at.Parent) read.Insert(0, at.Name);
            return read.SequenceEqual(parts) && path.Depth == parts.Length;
        });

    [Test]
    public void A_path_is_under_each_of_its_ancestors_and_under_nothing_else_it_meets() =>
        Gen.Select(Components, Components).Sample((left, right) =>
        {
            var path = UncPath.Parse(@"\\" + string.Join('\\', left));
            var other = UncPath.Parse(@"\\" + string.Join('\\', right));
            var isAncestor = right.Length < left.Length
                && left.Take(right.Length).SequenceEqual(right, StringComparer.OrdinalIgnoreCase);
            return path.IsUnder(other) == isAncestor && (path.Parent is null || path.IsUnder(path.Parent));
        });

    [Test]
    public void Any_text_is_either_a_path_that_prints_as_it_was_read_or_refused_without_a_crash() =>
        Gen.String[Gen.Char["\\/.?srv\0é"], 0, 12].Sample(text =>
            UncPath.TryParse(text, out var path)
                ? path.ToString() == (text.EndsWith('\\') ? text[..^1] : text)
                : path is null);
}
