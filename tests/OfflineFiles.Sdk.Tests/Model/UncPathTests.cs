namespace OfflineFiles.Sdk.Tests.Model;

[TestFixture]
public sealed class UncPathTests
{
    [TestCase(@"\\srv", "srv", null, "srv", 1, null)]
    [TestCase(@"\\srv\share", "srv", "share", "share", 2, @"\\srv")]
    [TestCase(@"\\srv\share\", "srv", "share", "share", 2, @"\\srv")]
    [TestCase(@"\\srv\share\dir\file.txt", "srv", "share", "file.txt", 4, @"\\srv\share\dir")]
    [TestCase(@"\\srv.example.com\c$\a b\ü", "srv.example.com", "c$", "ü", 4, @"\\srv.example.com\c$\a b")]
    [TestCase(@"\\?x\share", "?x", "share", "share", 2, @"\\?x")]
    [TestCase(@"\\srv\share\a:b", "srv", "share", "a:b", 3, @"\\srv\share")]
    [TestCase(@"\\srv\share\...", "srv", "share", "...", 3, @"\\srv\share")]
    public void A_path_knows_its_parts(string text, string server, string? share, string name, int depth, string? parent)
    {
        var path = UncPath.Parse(text);

        Assert.Multiple(() =>
        {
            Assert.That(path.Server, Is.EqualTo(server));
            Assert.That(path.Share, Is.EqualTo(share));
            Assert.That(path.Name, Is.EqualTo(name));
            Assert.That(path.Depth, Is.EqualTo(depth));
            Assert.That(path.Parent?.ToString(), Is.EqualTo(parent));
            Assert.That(path.ToString(), Is.EqualTo(text.TrimEnd('\\')));
        });
    }

    [TestCase(null, "it is null")]
    [TestCase("", "it is empty")]
    [TestCase(@"C:\data", "it does not begin with two backslashes")]
    [TestCase(@"\srv\share", "it does not begin with two backslashes")]
    [TestCase("//srv/share", "it does not begin with two backslashes")]
    [TestCase(@"\\", "it names no server")]
    [TestCase(@"\\\share", "it has an empty component")]
    [TestCase(@"\\srv\\share", "it has an empty component")]
    [TestCase(@"\\srv\share\\", "it has an empty component")]
    [TestCase(@"\\?\C:\data", "it is a device path")]
    [TestCase(@"\\.\pipe\x", "it is a device path")]
    [TestCase(@"\\srv\share\..\other", "the component '..' is relative")]
    [TestCase(@"\\srv\.", "the component '.' is relative")]
    [TestCase(@"\\srv\share/dir", @"a component holds a separator ('\' or '/')")]
    [TestCase("\\\\srv\\sh\0are", "it holds a NUL character")]
    public void What_is_no_UNC_path_is_refused_with_the_reason(string? text, string reason)
    {
        Assert.Multiple(() =>
        {
            Assert.That(UncPath.TryParse(text, out var path), Is.False);
            Assert.That(path, Is.Null);
            Assert.That(() => UncPath.Parse(text!), Throws.TypeOf<InvalidUncPathException>()
                .With.Property(nameof(InvalidUncPathException.Reason)).EqualTo(reason)
                .And.Message.EqualTo($@"'{ReadableText.Of(text)}' is no UNC path: {reason}. Write \\server, \\server\share or \\server\share\directory\file."));
        });
    }

    [Test]
    public void Paths_compare_ignoring_case_and_keep_their_spelling()
    {
        var lower = UncPath.Parse(@"\\srv\share\ä");
        var upper = UncPath.Parse(@"\\SRV\Share\Ä");

        Assert.Multiple(() =>
        {
            Assert.That(lower, Is.EqualTo(upper));
            Assert.That(lower == upper, Is.True);
            Assert.That(lower.GetHashCode(), Is.EqualTo(upper.GetHashCode()));
            Assert.That(lower.CompareTo(upper), Is.Zero);
            Assert.That(upper.ToString(), Is.EqualTo(@"\\SRV\Share\Ä"));
        });
    }

    [TestCase(@"\\srv\share\dir\file", @"\\SRV\SHARE", true)]
    [TestCase(@"\\srv\share\dir", @"\\srv\share\dir", false)]
    [TestCase(@"\\srv\share\directory", @"\\srv\share\dir", false)]
    [TestCase(@"\\srv\share", @"\\srv\share\dir", false)]
    [TestCase(@"\\srv\share", @"\\srv", true)]
    public void A_path_is_under_another_when_it_is_a_whole_component_below(string path, string ancestor, bool expected)
    {
        Assert.That(UncPath.Parse(path).IsUnder(ancestor), Is.EqualTo(expected));
    }

    [Test]
    public void A_path_is_at_or_under_itself()
    {
        Assert.That(UncPath.Parse(@"\\srv\share").IsAtOrUnder(@"\\SRV\share"), Is.True);
    }

    [TestCase(@"\\srv", null, null)]
    [TestCase(@"\\srv\share", @"\\srv\share", "")]
    [TestCase(@"\\srv\share\a\b", @"\\srv\share", @"a\b")]
    public void A_path_knows_its_share_and_where_in_it_it_is(string text, string? root, string? relative)
    {
        var path = UncPath.Parse(text);

        Assert.Multiple(() =>
        {
            Assert.That(path.ShareRoot?.ToString(), Is.EqualTo(root));
            Assert.That(path.RelativeToShare, Is.EqualTo(relative));
        });
    }

    [TestCase("")]
    [TestCase("..")]
    [TestCase(@"a\b")]
    [TestCase("a/b")]
    public void Only_a_component_can_be_appended(string name)
    {
        Assert.That(() => UncPath.Parse(@"\\srv\share").Append(name), Throws.TypeOf<InvalidUncPathException>());
    }

    [Test]
    public void A_text_is_taken_where_a_path_is_asked_for_and_null_stays_null()
    {
        UncPath? none = (string?)null;
        UncPath some = @"\\srv\share";

        Assert.Multiple(() =>
        {
            Assert.That(none, Is.Null);
            Assert.That(some.Share, Is.EqualTo("share"));
            Assert.That(() => { UncPath bad = "share"; return bad; }, Throws.TypeOf<InvalidUncPathException>());
        });
    }
}
