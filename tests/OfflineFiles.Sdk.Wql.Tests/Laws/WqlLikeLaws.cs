using CsCheck;
using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

[TestFixture]
internal sealed class WqlLikeLaws
{
    private static readonly Gen<string> Pattern = Gen.Char["aAbBc%%%___[[]]^-Ä"].Array[0, 9].Select(c => new string(c));

    // Half of the sets made whole: a random bracket is mostly an unclosed one.
    private static readonly Gen<string> PatternOfParts = Gen.OneOf(
        "a", "B", "ab", "%", "_", "[ab]", "[^ab]", "[a-c]", "[^B-b]", "[-a]", "[%]", "[[]", "[]", "]", "^", "-", "ä").Array[0, 7].Select(string.Concat);

    private static readonly Gen<string> Value = Gen.Char["aAbBcC%_[]^-äÄ"].Array[0, 8].Select(c => new string(c));

    // A text and one close to it: the same, in another case, with a letter more or less.
    private static readonly Gen<(string Text, string Other)> Neighbours = Gen.Select(WqlGen.Text, WqlGen.Text, Gen.Int[0, 6]).Select(
        (text, other, kind) => (text, kind switch
        {
            0 => text,
            1 => text.ToUpperInvariant(),
            2 => text.ToLowerInvariant(),
            3 => text + other,
            4 => other + text,
            5 => text.Length > 0 ? text[1..] : other,
            _ => other,
        }));

    [Test]
    public void Matching_is_what_trying_everything_finds() => Gen.Select(Gen.OneOf(Pattern, PatternOfParts), Value).Sample(
        (pattern, value) => IsMatch(new(pattern), value) == NaiveLike.IsMatch(pattern, value), iter: LawBudget.Of(20_000));

    [Test]
    public void Matching_does_not_see_case() => Gen.Select(PatternOfParts, Value).Sample((pattern, value) =>
        IsMatch(new(pattern), value) == IsMatch(new(pattern.ToUpperInvariant()), value.ToLowerInvariant()));

    [Test]
    public void A_literal_pattern_matches_its_text_in_any_case_and_nothing_else() => Neighbours.Sample((text, other) =>
        IsMatch(WqlLikePattern.Literal(text), text)
        && IsMatch(WqlLikePattern.Literal(text), other) == string.Equals(text, other, StringComparison.OrdinalIgnoreCase));

    [Test]
    public void A_literal_pattern_gives_its_text_back() => WqlGen.Text.Sample(text =>
        WqlLikePattern.Literal(text).TryGetLiteral(out var literal) && literal == text);

    [Test]
    public void Beginning_end_and_middle_are_what_the_string_methods_say() => Neighbours.Sample((text, other) =>
        IsMatch(WqlLikePattern.StartsWith(text), other) == other.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        && IsMatch(WqlLikePattern.EndsWith(text), other) == other.EndsWith(text, StringComparison.OrdinalIgnoreCase)
        && IsMatch(WqlLikePattern.Contains(text), other) == other.Contains(text, StringComparison.OrdinalIgnoreCase));

    [Test]
    public void Whatever_matches_begins_with_the_prefix_and_a_pure_prefix_is_enough() =>
        Gen.Select(Gen.OneOf(Pattern, PatternOfParts), Value).Sample((pattern, value) =>
        {
            var like = new WqlLikePattern(pattern);
            like.TryGetPrefix(out var prefix, out var isPure);
            var begins = value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
            return isPure ? IsMatch(like, value) == begins : begins || !IsMatch(like, value);
        });

    // Letters of both planes, and lone surrogates, in texts long enough for a search to need several words.
    private static readonly Gen<string> LongText = Gen.Frequency(
        (8, Gen.OneOf("a", "A", "b")),
        (1, Gen.OneOf("ä", "Ä", "ſ", "s", "\u212A", "k", "\U00010400", "\U00010428", "\uD801", "\uDC28"))).Array[0, 200].Select(string.Concat);

    [Test]
    public void A_text_is_found_where_the_platform_finds_it() => Gen.Select(LongText, LongText, Gen.Int[0, 200], Gen.Int[1, 150]).Sample(
        (value, other, start, length) =>
        {
            var text = WithoutHalves(start + length <= value.Length ? value.Substring(start, length).ToUpperInvariant() : other);
            if (text.Length == 0) return true;
            var expected = value.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            return new LikeSegment([new LikeText(text)]).Find(value, 0, value.Length) == expected
                && new LikeAutomaton([.. new LikeText(text).Units]).Find(value, 0, value.Length) == expected;
        },
        iter: LawBudget.Of(5_000));

    [Test]
    public void A_segment_is_found_at_the_first_place_where_it_matches() => Gen.Select(
        Gen.OneOf("a", "A", "ab", "_", "[ab]", "[^a]", "[a-c]", "ä").Array[1, 90].Select(string.Concat),
        Gen.Char["aAbÄ"].Array[0, 300].Select(c => new string(c))).Sample(
        (pattern, value) =>
        {
            var segment = LikeProgram.Read(pattern).Segments[0];
            var expected = Enumerable.Range(0, value.Length + 1).FirstOrDefault(index => segment.IsMatchAt(value, index), -1);
            var units = LikeProgram.Read(pattern).Segments[0].Units;
            return segment.Find(value, 0, value.Length) == expected && new LikeAutomaton([.. units]).Find(value, 0, value.Length) == expected;
        },
        iter: LawBudget.Of(5_000));

    // The platform does not say what half a letter is equal to.
    private static string WithoutHalves(string text)
    {
        if (text.Length > 0 && char.IsLowSurrogate(text[0])) text = text[1..];
        return text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }

    private static bool IsMatch(WqlLikePattern pattern, string value) => new WqlLikeMatcher(pattern).IsMatch(value);
}
