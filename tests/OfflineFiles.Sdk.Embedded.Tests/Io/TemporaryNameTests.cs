using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class TemporaryNameTests
{
    [TestCase(0x1u, 0x2u, TemporaryRole.Written, ".~of0000000100000002")]
    [TestCase(0xFFFFFFFFu, 0xABCDEF01u, TemporaryRole.Aside, ".~offfffffffabcdef01a")]
    public void A_name_is_marked_and_reads_back(uint instance, uint operation, TemporaryRole role, string text)
    {
        var name = new TemporaryName(instance, operation, role);
        Assert.That(name.ToString(), Is.EqualTo(text));
        Assert.That(TemporaryName.TryParse(text, out var read), Is.True);
        Assert.That(read, Is.EqualTo(name));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("report.docx")]
    [TestCase(".~of")]
    [TestCase(".~of000000010000000")]
    [TestCase(".~of0000000100000002b")]
    [TestCase(".~of0000000100000002aa")]
    [TestCase(".~of000000010000000g")]
    [TestCase(".~of+00000010000000a")]
    [TestCase(".~of0000000A00000002")]
    [TestCase(".~OF0000000100000002")]
    [TestCase("x.~of0000000100000002")]
    public void A_users_name_is_never_taken_for_a_marked_one(string? name) =>
        Assert.That(TemporaryName.TryParse(name, out _), Is.False);
}
