using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

[TestFixture]
internal sealed class ShareTokenTests
{
    private static readonly ShareToken[] Tokens =
    [
        ShareToken.ForFile(0, 0, 0, 0),
        ShareToken.ForFile(long.MaxValue, -1, long.MinValue, UInt128.MaxValue),
        ShareToken.ForFile(1, (Int128)long.MaxValue * 1000, (Int128)long.MinValue * 1000, 1),
        ShareToken.ForDirectory(FileAttributes.Directory | FileAttributes.ReadOnly, 42),
        ShareToken.ForUnsupported(7, 8),
    ];

    [TestCaseSource(nameof(Tokens))]
    public void A_token_reads_back_from_its_text(object token) => Assert.That(ShareToken.Parse(token.ToString()!), Is.EqualTo(token));

    [Test]
    public void A_token_that_an_earlier_version_wrote_is_the_same_token() =>
        Assert.That(ShareToken.Parse("F:7:1700000000123456789:1700000000987654321:0:2a"), Is.EqualTo(ShareToken.ForFile(7, 1700000000123456789, 1700000000987654321, 42)));

    [TestCase("")]
    [TestCase("F:1:2:3:0")]
    [TestCase("X:1:2:3:0:4")]
    [TestCase("F:one:2:3:0:4")]
    public void Another_text_is_no_token(string text) => Assert.Throws<FormatException>(() => ShareToken.Parse(text));

    [Test]
    public void Each_part_counts_and_only_the_change_time_is_lost_by_a_rename()
    {
        var token = ShareToken.ForFile(1, 2, 3, 4);
        ShareToken[] others = [ShareToken.ForFile(9, 2, 3, 4), ShareToken.ForFile(1, 9, 3, 4), ShareToken.ForFile(1, 2, 3, 9)];
        Assert.That(others, Has.None.EqualTo(token));
        Assert.That(others.Select(other => ShareTraits.Trusted.SameAcrossRename(token, other)), Is.All.False);
        var renamed = ShareToken.ForFile(1, 2, 9, 4);
        Assert.That((renamed == token, ShareTraits.Trusted.SameAcrossRename(renamed, token)), Is.EqualTo((false, true)));
    }
}
