namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

[TestFixture]
internal sealed class WqlLikeTests
{
    private static IEnumerable<TestCaseData> Matches => CaseFile.Read("wql-like.cases");

    [TestCaseSource(nameof(Matches))]
    public void A_pattern_matches_the_whole_value_or_not(string input, string expected)
    {
        var separator = input.IndexOf(" ~ ", StringComparison.Ordinal);
        var matcher = new WqlLikeMatcher(new WqlLikePattern(input[..separator]));

        Assert.That(expected, Is.AnyOf("match", "no"));
        Assert.That(matcher.IsMatch(input[(separator + 3)..]), Is.EqualTo(expected == "match"));
    }

    [TestCase("%")]
    [TestCase("")]
    [TestCase("[^a]")]
    public void Null_matches_no_pattern(string pattern) =>
        Assert.That(new WqlLikeMatcher(new WqlLikePattern(pattern)).IsMatch(null), Is.False);

    [Test]
    public void User_text_is_bracketed_where_it_has_wildcards()
    {
        Assert.That(WqlLikePattern.Literal("50%_[x]^-").Text, Is.EqualTo("50[%][_][[]x]^-"));
        Assert.That(WqlLikePattern.StartsWith("a_").Text, Is.EqualTo("a[_]%"));
        Assert.That(WqlLikePattern.EndsWith("a_").Text, Is.EqualTo("%a[_]"));
        Assert.That(WqlLikePattern.Contains("a_").Text, Is.EqualTo("%a[_]%"));
    }

    [TestCase("abc", "abc", false)]
    [TestCase("abc%", "abc", true)]
    [TestCase("a[_]c%%", "a_c", true)]
    [TestCase("abc%d", "abc", false)]
    [TestCase("ab_%", "ab", false)]
    [TestCase("ab[cd]%", "ab", false)]
    [TestCase("%abc", "", false)]
    [TestCase("[ab]c", "", false)]
    [TestCase("%", "", false)]
    [TestCase("", "", false)]
    [TestCase("abc[", "", false, Description = "matches nothing")]
    public void The_literal_beginning_of_a_pattern_is_told(string pattern, string prefix, bool isPure)
    {
        var hasPrefix = new WqlLikePattern(pattern).TryGetPrefix(out var found, out var isPurePrefix);

        Assert.That(found, Is.EqualTo(prefix));
        Assert.That(isPurePrefix, Is.EqualTo(isPure));
        Assert.That(hasPrefix, Is.EqualTo(prefix.Length > 0));
    }

    [TestCase("abc", "abc")]
    [TestCase("", "")]
    [TestCase("[%]", "%")]
    [TestCase("%abc", null)]
    [TestCase("%%a[[]", null)]
    [TestCase("%abc%", null)]
    [TestCase("%", null)]
    [TestCase("abc%", null)]
    [TestCase("%a%b", null)]
    [TestCase("%a_", null)]
    [TestCase("abc[", null)]
    public void A_pattern_without_wildcards_is_told_as_its_text(string pattern, string? literal)
    {
        var like = new WqlLikePattern(pattern);

        Assert.That(like.TryGetLiteral(out var foundLiteral), Is.EqualTo(literal is not null));
        Assert.That(foundLiteral, Is.EqualTo(literal));
    }

    [Test]
    public void Sets_and_equality_ignore_case_alike_for_every_character()
    {
        var different = new List<int>();
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            foreach (var other in new[] { char.ToUpperInvariant(c), char.ToLowerInvariant(c) })
            {
                if (c is '^' or ']' or '-') continue;
                var inSet = new WqlLikeMatcher(new WqlLikePattern($"[{c}\u0001]")).IsMatch(other.ToString());
                if (inSet != string.Equals(c.ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase)) different.Add(code);
            }
        }

        Assert.That(different, Is.Empty);
    }
}
