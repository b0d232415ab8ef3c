using CsCheck;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Wql;

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

    private static bool IsMatch(WqlLikePattern pattern, string value) => new WqlLikeMatcher(pattern).IsMatch(value);
}
