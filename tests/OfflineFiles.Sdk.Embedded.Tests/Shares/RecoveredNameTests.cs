using System.Text;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

[TestFixture]
public sealed class RecoveredNameTests
{
    [TestCase("report.docx", 1, "report (recovered v1).docx")]
    [TestCase("a.tar.gz", 2, "a.tar (recovered v2).gz")]
    [TestCase(".rc", 1, ".rc (recovered v1)")]
    [TestCase("plain", 12, "plain (recovered v12)")]
    public void The_number_goes_before_the_extension(string name, int number, string expected) =>
        Assert.That(RecoveredName.Make(name, number), Is.EqualTo(expected));

    [TestCase('x', ".txt")]
    [TestCase('ü', ".txt")]
    [TestCase('漢', ".txt")]
    public void A_long_stem_is_cut_so_that_the_name_fits(char filler, string extension)
    {
        var made = RecoveredName.Make(new string(filler, 250 / Encoding.UTF8.GetByteCount([filler])) + extension, 1);

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetByteCount(made), Is.InRange(252, 255));
            Assert.That(made, Does.EndWith(" (recovered v1)" + extension));
        });
    }

    [Test]
    public void A_character_of_two_halves_is_cut_as_a_whole()
    {
        var made = RecoveredName.Make(string.Concat(Enumerable.Repeat("😀", 63)), 1);

        Assert.That(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(made), Throws.Nothing);
    }

    [Test]
    public void An_extension_that_leaves_no_room_is_cut_like_the_rest()
    {
        var made = RecoveredName.Make("a." + new string('e', 250), 1);

        Assert.That((Encoding.UTF8.GetByteCount(made), made[^15..]), Is.EqualTo((255, " (recovered v1)")));
    }
}
