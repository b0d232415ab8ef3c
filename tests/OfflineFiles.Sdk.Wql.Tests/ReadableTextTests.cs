using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Wql.Tests;

/// <summary>What stands in texts for people, character by character over all of Unicode.</summary>
[TestFixture]
public sealed class ReadableTextTests
{
    // Default_Ignorable_Code_Point that is neither Cf nor Cc: a reader sees nothing of them.
    private static readonly int[] Ignorable =
        [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xE0100, 0xE01EF];

    [Test]
    public void Every_character_that_cannot_be_seen_is_written_by_its_number()
    {
        var raw = from point in Points()
                  where IsUnseen(point)
                  let text = char.ConvertFromUtf32(point)
                  where ReadableText.Of($"a{text}b") != $"a{Number(point)}b"
                  select Number(point);

        Assert.That(raw, Is.Empty);
        Assert.That(Ignorable.Where(point => ReadableText.IsReadable(char.ConvertFromUtf32(point))).Select(Number), Is.Empty);
    }

    [Test]
    public void Every_letter_digit_sign_and_symbol_stays()
    {
        var changed = from point in Points()
                      where Category(point) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                          or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                          or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.OtherPunctuation
                          or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
                      where !ReadableText.IsReadable(char.ConvertFromUtf32(point))
                      select Number(point);

        Assert.That(changed, Is.Empty);
    }

    [TestCase("\U0001F600", "\U0001F600")]
    [TestCase("\U000E0041", @"\U000E0041")]
    [TestCase("\uFFFE\uFFFF\U0001FFFF", @"\uFFFE\uFFFF\U0001FFFF")]
    public void A_pair_is_one_character(string text, string readable) => Assert.That(ReadableText.Of(text), Is.EqualTo(readable));

    [Test]
    public void Half_a_pair_is_none()
    {
        Assert.That(ReadableText.Of("\uD800"), Is.EqualTo(@"\uD800"));
        Assert.That(ReadableText.Of("a\uDC00b"), Is.EqualTo(@"a\uDC00b"));
        Assert.That(ReadableText.Of("\uDC00\uD800"), Is.EqualTo(@"\uDC00\uD800"));
    }

    [TestCase("e\u0301", "e\u0301")]
    [TestCase("\u0301a", @"\u0301a")]
    [TestCase("'\u0301a", @"'\u0301a")]
    [TestCase(@"\srv\" + "\u0338x", @"\srv\\u0338x")]
    public void A_mark_needs_a_letter_to_sit_on(string text, string readable) => Assert.That(ReadableText.Of(text), Is.EqualTo(readable));

    [TestCase(null, "")]
    [TestCase("", "")]
    [TestCase("two words", "two words")]
    [TestCase("tab\tline\r\n", @"tab\u0009line\u000D\u000A")]
    [TestCase("photo\u202Egpj.exe", @"photo\u202Egpj.exe")]
    [TestCase(@"\\srv\share\100%", @"\\srv\share\100%")]
    public void A_text_is_shown_on_one_line(string? text, string readable) => Assert.That(ReadableText.Of(text), Is.EqualTo(readable));

    [Test]
    public void A_readable_text_is_readable_again() =>
        Assert.That(ReadableText.Of(ReadableText.Of("a\u00A0b\n\U000E0001")), Is.EqualTo(ReadableText.Of("a\u00A0b\n\U000E0001")));

    [Test]
    public void A_long_text_keeps_its_beginning_and_its_end()
    {
        var text = "SELECT " + new string('x', 1_103_410) + " END";

        Assert.That(ReadableText.Of(text), Does.StartWith("SELECT xxx").And.EndsWith("xxx END").And.Contains("x... (1,102,421 characters left out) ...x"));
        Assert.That(ReadableText.Of(text), Has.Length.LessThan(ReadableText.Longest + 50));
        Assert.That(ReadableText.Of(new string('x', ReadableText.Longest)), Is.EqualTo(new string('x', ReadableText.Longest)));
        Assert.That(ReadableText.Of("abcdefgh", 4), Is.EqualTo("abc... (4 characters left out) ...h"));
        Assert.That(ReadableText.Of("ab\U0001F600\U0001F600gh", 4), Is.EqualTo("ab... (5 characters left out) ...h"), "a pair is not cut in two");
    }

    [Test]
    public void The_message_of_every_error_is_readable()
    {
        var error = new OfflineFilesException("a\nb" + new string('x', 1_000_000) + "\u202E", new InvalidOperationException("x"));

        Assert.That(error.Message, Does.StartWith(@"a\u000Ab").And.EndsWith(@"\u202E").And.Length.LessThan(4200));
    }

    private static IEnumerable<int> Points() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid);

    private static UnicodeCategory Category(int point) => CharUnicodeInfo.GetUnicodeCategory(point);

    private static bool IsUnseen(int point) => point != ' ' && Category(point)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    private static string Number(int point) => point > 0xFFFF ? $"\\U{point:X8}" : $"\\u{point:X4}";

    [TestCase("SELECT * FROM X WHERE a = 'b' 'c\u202E'")]
    [TestCase("SELECT * FROM X WHERE a = 'b\nc' 'd\u00A0'")]
    public void A_syntax_error_is_written_once(string text)
    {
        var error = Assert.Throws<WqlSyntaxException>(() => WqlQuery.Parse(text))!.Error;

        Assert.That(error.ToString(), Is.EqualTo(error.Message));
    }
}
