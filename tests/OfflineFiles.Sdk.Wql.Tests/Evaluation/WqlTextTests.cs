namespace OfflineFiles.Sdk.Wql.Tests.Evaluation;

/// <summary>Two texts are equal if their letters have the same simple upper case, on every runtime.</summary>
[TestFixture]
internal sealed class WqlTextTests
{
    [TestCase("report.XLSX", "Report.xlsx", true)]
    [TestCase("ÉTÉ", "été", true)]
    [TestCase("Straße", "STRASSE", false, Description = "no letter becomes two")]
    [TestCase("Straße", "STRAẞE", false, Description = "the simple upper case of sharp s is itself")]
    [TestCase("\u00E9", "e\u0301", false, Description = "no normalisation")]
    [TestCase("i", "\u0130", false, Description = "the dotted capital I of Turkish")]
    [TestCase("I", "\u0131", false, Description = "the dotless small i of Turkish")]
    [TestCase("s", "\u017F", false, Description = "the long s")]
    [TestCase("k", "\u212A", false, Description = "the Kelvin sign has no upper case but itself")]
    [TestCase("\u00E5", "\u212B", false, Description = "nor has the Angstrom sign")]
    [TestCase("ΟΔΟΣ", "οδος", true, Description = "final sigma is a sigma")]
    [TestCase("\u00B5", "\u03BC", true, Description = "the micro sign is a mu")]
    [TestCase("\u01C4", "\u01C5", true, Description = "one letter in upper and in title case")]
    [TestCase("ⓐ", "Ⓐ", true)]
    [TestCase("ａ", "Ａ", true, Description = "full width")]
    [TestCase("\u10D0", "\u1C90", true, Description = "Georgian")]
    [TestCase("\u13A0", "\uAB70", true, Description = "Cherokee")]
    [TestCase("\U00010400", "\U00010428", true, Description = "Deseret: other to .NET Framework and to Windows Server 2016")]
    [TestCase("\U000104B0", "\U000104D8", true, Description = "Osage, Unicode 9.0")]
    [TestCase("\U00016E40", "\U00016E60", true, Description = "Medefaidrin, Unicode 11.0")]
    [TestCase("\uA7C0", "\uA7C1", true, Description = "old Polish O, Unicode 14.0")]
    [TestCase("\uA7DC", "\u019B", true, Description = "lambda with stroke, Unicode 16.0: other to an older ICU")]
    [TestCase("\U00010D50", "\U00010D70", true, Description = "Garay, Unicode 16.0: other to .NET 8")]
    [TestCase("\U00010428", "\U00010429", false)]
    [TestCase("", "\0", false)]
    public void Texts_are_equal_by_their_upper_case(string left, string right, bool expected)
    {
        Assert.That(WqlText.AreEqual(left, right), Is.EqualTo(expected));
        Assert.That(WqlText.AreEqual(right, left), Is.EqualTo(expected));
        Assert.That(WqlText.Compare(left, right) == 0, Is.EqualTo(expected));
        Assert.That(WqlText.Comparer.Equals(left, right), Is.EqualTo(expected));
        Assert.That(WqlText.ToUpper(left) == WqlText.ToUpper(right), Is.EqualTo(expected));
        if (expected) Assert.That(WqlText.GetHashCode(left), Is.EqualTo(WqlText.GetHashCode(right)));
        Assert.That(new WqlLikeMatcher(WqlLikePattern.Literal(left)).IsMatch(right), Is.EqualTo(expected));
        Assert.That(new WqlLikeMatcher(WqlLikePattern.Contains(left)).IsMatch($"a{right}b"), Is.EqualTo(expected || left.Length == 0));
    }

    [TestCase(null, "", Description = "null is first")]
    [TestCase("", "a")]
    [TestCase("a", "B")]
    [TestCase("A", "_", Description = "upper case counts, and that is before the underscore")]
    [TestCase("z", "é")]
    [TestCase("\uFF21", "\U00010400", Description = "letters beyond the first plane come last")]
    [TestCase("\uFF21", "\U00010428")]
    [TestCase("\U00010429", "\U00010402", Description = "by upper case, U+10401")]
    [TestCase("\U00010428", "\U00010C80")]
    [TestCase("é", "ÉE")]
    public void The_order_is_that_of_the_upper_case(string? earlier, string later)
    {
        Assert.That(WqlText.Compare(earlier, later), Is.Negative);
        Assert.That(WqlText.Compare(later, earlier), Is.Positive);
        Assert.That(WqlText.Comparer.Compare(earlier, later), Is.Negative);
    }

    [TestCase("Grüße.txt", "ÜSS", -1, -1)]
    [TestCase("Grüße.txt", "ÜßE", 2, 2)]
    [TestCase("été ÉTÉ", "té", 1, 5)]
    [TestCase("a\U00010400b\U00010428B", "\U00010400B", 1, 4)]
    [TestCase("abc", "", 0, 3, Description = "the last place of nothing is the end, also where .NET Framework says otherwise")]
    [TestCase("", "", 0, 0)]
    [TestCase("", "é", -1, -1)]
    public void A_text_is_found_in_any_case(string text, string value, int first, int last)
    {
        Assert.That(WqlText.IndexOf(text, value), Is.EqualTo(first));
        Assert.That(WqlText.LastIndexOf(text, value), Is.EqualTo(last));
        Assert.That(WqlText.Contains(text, value), Is.EqualTo(first >= 0));
        Assert.That(WqlText.StartsWith(text, value), Is.EqualTo(first == 0));
        Assert.That(WqlText.EndsWith(text, value), Is.EqualTo(last >= 0 && last == text.Length - value.Length));
    }

    // Not in attributes, whose texts are stored as UTF-8: that has no halves.
    [Test]
    public void Half_a_letter_has_no_case_and_comes_before_all_whole_ones_of_its_plane()
    {
        Assert.Multiple(() =>
        {
            Assert.That(WqlText.AreEqual("\uDC00", "\uDC28"), Is.False);
            Assert.That(WqlText.AreEqual("x\uDC00", "X\uDC28"), Is.False);
            Assert.That(WqlText.AreEqual("\uD801\uD801\uDC00", "\uD801\uD801\uDC28"), Is.True, "the second half belongs to the first half right before it");
            Assert.That(WqlText.Compare("\uD801x", "\uD801\uDC28"), Is.Negative);
            Assert.That(WqlText.Compare("\uD802", "\uD801\uDC28"), Is.Negative);
            Assert.That(WqlText.Compare("\uD801\uD802\uDC00", "\uD801\uDC00"), Is.Negative);
            Assert.That(WqlText.IndexOf("a\U00010400", "\uDC00"), Is.EqualTo(2), "it is found, in the case it has");
            Assert.That(WqlText.IndexOf("a\U00010400", "\uDC28"), Is.EqualTo(-1));
            Assert.That(WqlText.LastIndexOf("a\U00010400", "\uDC28"), Is.EqualTo(-1));
        });
    }

    [Test]
    public void Null_equals_null_only()
    {
        Assert.That(WqlText.AreEqual(null, null), Is.True);
        Assert.That(WqlText.AreEqual(null, "") || WqlText.AreEqual("", null), Is.False);
        Assert.That(WqlText.Compare(null, null), Is.Zero);
    }

    // ToUpperInvariant takes the long s for an S, or not: it depends on where the program runs.
    [Test]
    public void A_name_of_the_language_is_not_written_with_a_long_s()
    {
        Assert.That(WqlSystemProperties.TryGetMember<string>("__CLA\u017FS", row => row, classes: null, out _), Is.False);
        Assert.That(WqlSystemProperties.TryGetMember<string>("__claSS", row => row, classes: null, out _), Is.True);
        Assert.That(WqlQuery.TryParse("ASSOCIATORS OF {a=@} WHERE A\u017F\u017FocClass = b", out _, out _), Is.False);
        Assert.That(WqlName.Nearest("\u019BX", ["\uA7DCX"]), Is.EqualTo("\uA7DCX"));
    }

    [Test]
    public void Names_of_classes_and_properties_are_the_same_in_any_case()
    {
        var shape = new WqlRowShape<string> { { "Gr\u019B\u00DFe", WqlMember.String<string>(row => row) } };

        Assert.That(shape.TryGetMember(new WqlProperty("GR\uA7DC\u00DFE"), out _), Is.True);
        Assert.That(WqlName.AreEqual("\u019B", "\uA7DC"), Is.True);
        Assert.That(new WqlProperty("a", "\u019B"), Is.EqualTo(new WqlProperty("A", "\uA7DC")));
        Assert.That(new WqlProperty("a", "\u019B").GetHashCode(), Is.EqualTo(new WqlProperty("A", "\uA7DC").GetHashCode()));
    }
}
