using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>Which names Windows can hold (Microsoft Learn: Naming Files, Paths, and Namespaces). The table is the same on every system.</summary>
[TestFixture]
internal sealed class WindowsPathTests
{
    [TestCase("report.docx")]
    [TestCase(".hidden")]
    [TestCase("..two")]
    [TestCase("a b.txt")]
    [TestCase("Grüße 日本 🎉.txt")]
    [TestCase("x²")]
    [TestCase("console")]
    [TestCase("con1")]
    [TestCase("com")]
    [TestCase("com10")]
    [TestCase("COM⁴")]
    [TestCase("COM١")]
    [TestCase("xCON")]
    [TestCase("conin")]
    [TestCase("CONIN$$")]
    [TestCase("CLOCK$")]
    public void Windows_holds_a_name(string name) => Assert.That(FaultOf(name), Is.Null);

    [TestCase("a<b")]
    [TestCase("a>b")]
    [TestCase("a:b")]
    [TestCase("file.txt:stream")]
    [TestCase("\"a\"")]
    [TestCase("a/b")]
    [TestCase(@"a\b")]
    [TestCase("a|b")]
    [TestCase("what?")]
    [TestCase("*")]
    [TestCase("nul\0")]
    [TestCase("tab\tname")]
    [TestCase("unit\u001fseparator")]
    public void Windows_refuses_a_character(string name) => Assert.That(FaultOf(name), Does.Contain("forbids"));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("dot.")]
    [TestCase("space ")]
    [TestCase("a.txt. ")]
    public void Windows_drops_dots_and_spaces_at_the_end(string name) => Assert.That(FaultOf(name), Does.Contain("a dot or a space"));

    [TestCase("CON")]
    [TestCase("con")]
    [TestCase("PRN")]
    [TestCase("AUX")]
    [TestCase("NUL")]
    [TestCase("nul.txt")]
    [TestCase("NUL.tar.gz")]
    [TestCase("nul .txt")]
    [TestCase("COM0")]
    [TestCase("COM1")]
    [TestCase("com9.log")]
    [TestCase("LPT0")]
    [TestCase("lpt9.log")]
    [TestCase("COM¹")]
    [TestCase("COM²")]
    [TestCase("com³.txt")]
    [TestCase("LPT¹")]
    [TestCase("lpt²")]
    [TestCase("LPT³ .x")]
    [TestCase("CONIN$")]
    [TestCase("conout$")]
    [TestCase("CONOUT$.log")]
    public void A_device_has_the_name(string name) => Assert.That(FaultOf(name), Does.Contain("that of a device"));

    [TestCase(new[] { 'a', '\uD83C' })]
    [TestCase(new[] { '\uDF89', 'a' })]
    [TestCase(new[] { '\uDF89', '\uD83C' })]
    public void Half_a_character_names_nothing(char[] name) => Assert.That(FaultOf(new string(name)), Does.Contain("half a character"));

    [TestCase(@"\\?\C:\a\b", @"C:\a\b")]
    [TestCase(@"\\?\UNC\server\share\a", @"\\server\share\a")]
    [TestCase(@"\\server\share\a", @"\\server\share\a")]
    public void A_message_shows_a_path_as_people_write_it(string path, string shown) => Assert.That(WindowsPath.Shown(path), Is.EqualTo(shown));

    private static string? FaultOf(string name) => WindowsPath.FindFault(name);
}
