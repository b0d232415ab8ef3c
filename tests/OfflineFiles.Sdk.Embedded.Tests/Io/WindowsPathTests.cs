using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class WindowsPathTests
{
    [TestCase("report.docx", true)]
    [TestCase(".hidden", true)]
    [TestCase("console", true)]
    [TestCase("com", true)]
    [TestCase("com10", true)]
    [TestCase("a:b", false)]
    [TestCase("what?", false)]
    [TestCase("tab\tname", false)]
    [TestCase("dot.", false)]
    [TestCase("space ", false)]
    [TestCase("CON", false)]
    [TestCase("nul.txt", false)]
    [TestCase("COM0", false)]
    [TestCase("lpt9.log", false)]
    [TestCase("con1", true)]
    public void Windows_holds_a_name_or_refuses_it(string name, bool isHeld) =>
        Assert.That(WindowsPath.FindFault(name) is null, Is.EqualTo(isHeld));
}
