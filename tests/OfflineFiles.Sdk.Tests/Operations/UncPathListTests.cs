namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>How people write paths, and what each spelling means. A list and a text that is converted read them alike, up to the blanks at the end.</summary>
[TestFixture]
public sealed class UncPathListTests
{
    private const string Plain = @"\\srv\share\a b.txt";

    private static IEnumerable<TestCaseData> Spellings()
    {
        static TestCaseData Case(string rule, string line, string expected = Plain) =>
            new TestCaseData(line, expected).SetArgDisplayNames($"{rule}: {ReadableText.Of(line)}");

        yield return Case("a path", Plain);
        yield return Case("blanks before it", " \t" + Plain);
        yield return Case("blanks after it", Plain + "  \t");
        yield return Case("what CR LF leaves of a line", Plain + "\r");
        yield return Case("a whole line", Plain + "\r\n");
        yield return Case("a byte order mark before it", "\uFEFF" + Plain);
        yield return Case("the mark that a dialog of Windows copies along", "\u202A" + Plain);
        yield return Case("a blank of a web page", "\u00A0" + Plain + "\u00A0");
        yield return Case("quotation marks", $"\"{Plain}\"");
        yield return Case("quotation marks and blanks", $"  \" {Plain}\"\t\r");
        yield return Case("single ones", $"'{Plain}'");
        yield return Case("English ones", $"\u201C{Plain}\u201D");
        yield return Case("German ones", $"\u201E{Plain}\u201C");
        yield return Case("French ones", $"\u00AB\u00A0{Plain}\u00BB");
        yield return Case("single typographic ones", $"\u2018{Plain}\u2019");
        yield return Case("backticks", $"`{Plain}`");
        yield return Case("the brackets of a mail", $"<{Plain}>");
        yield return Case("a blank at the end that is quoted is of the name", $"\"{Plain} \"", Plain + " ");
        yield return Case("an apostrophe in a name", @"\\srv\share\it's", @"\\srv\share\it's");
        yield return Case("a quotation mark at the end of a name alone", @"\\srv\share\a'", @"\\srv\share\a'");
        yield return Case("a backslash at the end", @"\\srv\share\", @"\\srv\share");
        yield return Case("forward slashes", "//srv/share/a b.txt");
        yield return Case("a forward slash at the end", "//srv/share/", @"\\srv\share");
        yield return Case("both slashes", @"\\srv\share/a b.txt");
        yield return Case("a device path", @"\\?\UNC\srv\share\a b.txt");
        yield return Case("a device path in small letters and with slashes", "//?/unc/srv/share/a b.txt");
        yield return Case("the other kind of device path", @"\\.\UNC\srv\share\a b.txt");
        yield return Case("a URL", "file://srv/share/a%20b.txt");
        yield return Case("a URL in a mail", "<file://srv/share/a%20b.txt>");
        yield return Case("a URL with a blank", "FILE://srv/share/a b.txt");
        yield return Case("a URL with four slashes", "file:////srv/share/a%20b.txt");
        yield return Case("a URL with five slashes", "file://///srv/share/a%20b.txt");
        yield return Case("a URL with backslashes", @"file:\\srv\share\a b.txt");
        yield return Case("a URL with letters of UTF-8", "file://srv/share/%C3%BC", @"\\srv\share\ü");
        yield return Case("an escape that is none", "file://srv/share/100%", @"\\srv\share\100%");
        yield return Case("a path with an escape is no URL", @"\\srv\share\a%20b", @"\\srv\share\a%20b");
        yield return Case("what PowerShell calls PSPath", $@"Microsoft.PowerShell.Core\FileSystem::{Plain}");
        yield return Case("the same without its module", $"filesystem::{Plain}");
        yield return Case("a server", "//srv", @"\\srv");
        yield return Case("a name that begins like a comment", @"\\srv\share\#1", @"\\srv\share\#1");
    }

    [TestCaseSource(nameof(Spellings))]
    public void A_line_of_a_list_is_read_as_it_was_meant(string line, string expected)
    {
        var list = UncPathList.Parse([line]);

        Assert.That(list.Paths.Select(path => path.ToString()), Is.EqualTo(new[] { expected }), string.Join(" ", list.Failures));
        Assert.That(list.Failures, Is.Empty);
    }

    [TestCaseSource(nameof(Spellings))]
    public void A_text_that_is_converted_is_read_likewise(string line, string expected)
    {
        UncPath path = line;

        // A name of the cache may end with a blank; what is a path already is not changed.
        Assert.That(path.ToString().TrimEnd(), Is.EqualTo(expected.TrimEnd()));
    }

    [TestCase("\\\\srv\\share\\ends with a blank ")]
    [TestCase("\\\\srv\\share\\'quoted'")]
    [TestCase("\\\\srv\\share\\%20")]
    [TestCase("\\\\srv\\share\\two\nlines")]
    public void The_text_of_an_item_is_converted_exactly(string text) => Assert.That((UncPath)text, Has.Property("Name").EqualTo(text[12..]));

    private static IEnumerable<TestCaseData> BadLines()
    {
        static TestCaseData Case(string? line, string reason) => new TestCaseData(line, reason).SetArgDisplayNames(ReadableText.Of(line ?? "null"));

        const string drive = "it begins with the drive letter Z:, which can mean another share for each user; give the path on the server";
        yield return Case(null, "it is null");
        yield return Case("report.xlsx", "it does not begin with two backslashes");
        yield return Case(@"\srv\share", "it does not begin with two backslashes");
        yield return Case(@"Z:\reports\x", drive);
        yield return Case("\"Z:/reports/x\"", drive);
        yield return Case("Z:", drive);
        yield return Case(@"\\?\Z:\reports", drive);
        yield return Case("file://srv/share/a%2Fb", "a name in the URL holds an escaped separator");
        yield return Case("file://srv/share/a%5Cb", "a name in the URL holds an escaped separator");
        yield return Case("file:///home/me/x", "it is the URL of a file on one machine, not on a server");
        yield return Case("file:x", "it is the URL of a file on one machine, not on a server");
        yield return Case("https://srv/share/x", "it is a URL, and only file:// URLs name files on a server");
        yield return Case("# the projects", "it begins with '#': a list has paths only, no comments");
        yield return Case("\"", "it begins with \" and does not end with it");
        yield return Case("\"\\\\srv\\share", "it begins with \" and does not end with it");
        yield return Case("\"\"", "it is empty");
        yield return Case("\\\\srv\\a\n\\\\srv\\b", "it holds a line break; give each path as a text of its own");
        yield return Case("//", "it names no server");
        yield return Case(@"\\?\Volume{1}\x", "it is a device path");
        yield return Case(@"\\?\UNC\", "it names no server");
        yield return Case("//srv/share/../x", "the component '..' is relative");
        yield return Case("\\\\srv\\sh\0are", "it holds a NUL character");

        // What an empty variable leaves behind: \\$server\share, \\srv\$share\folder, \\srv\share\$folder\. Another item would be worked on.
        yield return Case(@"\\\share", "it has an empty component");
        yield return Case(@"\\srv\\folder", "it has an empty component");
        yield return Case(@"\\srv\share\\", "it has an empty component");
        yield return Case(@"\\\\srv\\share", "it has an empty component");
    }

    [TestCaseSource(nameof(BadLines))]
    public void A_line_that_is_no_path_is_a_failure_that_says_which_and_why(string? line, string reason)
    {
        var failure = UncPathList.Parse([Plain, line]).Failures.Single();

        Assert.Multiple(() =>
        {
            Assert.That((failure.Status, failure.Input, failure.NativeCode), Is.EqualTo((OutcomeStatus.Failed, line ?? "", unchecked((int)0x800700A1))));
            Assert.That(failure.Error, Is.TypeOf<InvalidUncPathException>().With.Property("Reason").EqualTo(reason));
            Assert.That(failure.Message, Does.StartWith("Line 2: '").And.Contain(reason).And.Contain(ReadableText.Of(line?.Trim())));
            Assert.That(ReadableText.IsReadable(failure.ToString()), Is.True);
        });
    }

    [TestCaseSource(nameof(BadLines))]
    public void A_text_that_is_no_path_is_not_converted(string? line, string reason)
    {
        if (line is not null)
            Assert.That(() => (UncPath)line, Throws.TypeOf<InvalidUncPathException>().With.Property("Reason").EqualTo(reason).And.Property("Text").EqualTo(line));
    }

    [Test]
    public void A_list_is_read_line_by_line_whatever_ends_the_lines()
    {
        var list = UncPathList.Parse(new StringReader("\uFEFF\\\\srv\\a\r\n\n  \\\\srv\\b  \r\\\\SRV\\A\nnonsense\n\"//srv/c\"\n\t\nNonsense"));

        Assert.That(list.Paths.Select(path => path.ToString()), Is.EqualTo(new[] { @"\\srv\a", @"\\srv\b", @"\\srv\c" }), "each once, in the order of the list");
        Assert.That(list.Failures.Select(failure => failure.Message), Has.One.Items.And.All.StartsWith("Line 5: 'nonsense' is no UNC path"), "each text once");
        Assert.That(list.ToString(), Is.EqualTo("3 paths, 1 failures"));
    }

    [Test]
    public void The_path_of_a_failure_holds_the_text_and_leads_nowhere()
    {
        foreach (var line in new[] { @"Z:\reports\x", "x", "\"\"", @"\\srv\share\..\x" })
        {
            var path = UncPathList.Parse([line]).Failures.Single().Path;

            Assert.That((path.ToString(), path.Server, path.Share, path.Name, path.Depth), Is.EqualTo((line, "", (string?)null, line, 0)));
            Assert.That(new object?[] { path.Parent, path.ShareRoot, path.RelativeToShare }, Is.All.Null);
            Assert.That(path.IsUnder(@"\\srv\share"), Is.False);
            Assert.That(path, Is.EqualTo(UncPathList.Parse([line]).Failures.Single().Path));
        }
    }

    [Test]
    public void Null_is_no_list()
    {
        Assert.That(() => UncPathList.Parse((IEnumerable<string?>)null!), Throws.ArgumentNullException);
        Assert.That(() => UncPathList.Parse((TextReader)null!), Throws.ArgumentNullException);
    }
}
