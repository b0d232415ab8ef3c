using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Shares;

/// <summary>What two hints say about one another, and when a hint says nothing: that depends on the share.</summary>
[TestFixture]
internal sealed class ShareTraitsTests
{
    private const long Second = 1_000_000_000;

    private static readonly ShareToken Hint = ShareToken.ForFile(10, 5 * Second + 7, 6 * Second, 42);
    private static readonly ShareTraits Weak = new() { TimeStep = Second, IsWritable = true };
    private static readonly ShareTraits Moved = Weak with { ReadingMovesTimes = true };

    private static readonly object[] Pairs =
    [
        // What differs, and what a local file system, and one over FUSE, say: the same version, the same after a rename.
        new object[] { "nothing", Hint, true, true, true, true },
        new object[] { "the size", ShareToken.ForFile(11, 5 * Second + 7, 6 * Second, 42), false, false, false, false },
        new object[] { "the change time", ShareToken.ForFile(10, 5 * Second + 7, 9 * Second, 42), false, true, true, true },
        new object[] { "the number", ShareToken.ForFile(10, 5 * Second + 7, 6 * Second, 43), false, false, true, true },
        new object[] { "the write time, within a step", ShareToken.ForFile(10, 5 * Second, 6 * Second, 42), false, false, true, true },
        new object[] { "the write time, by a step", ShareToken.ForFile(10, 6 * Second, 6 * Second, 42), false, false, false, false },
        new object[] { "the kind", ShareToken.ForDirectory(FileAttributes.Directory, 42), false, false, false, false },
    ];

    [TestCaseSource(nameof(Pairs))]
    public void Hints_are_compared_by_what_means_something_on_the_share(
        string what, object other, bool isSameHere, bool isSameRenamedHere, bool isSameOverFuse, bool isSameRenamedOverFuse)
    {
        var found = (ShareToken)other;
        Assert.That(
            (ShareTraits.Trusted.SameVersion(Hint, found), ShareTraits.Trusted.SameAcrossRename(Hint, found), Weak.SameVersion(Hint, found), Weak.SameAcrossRename(Hint, found)),
            Is.EqualTo((isSameHere, isSameRenamedHere, isSameOverFuse, isSameRenamedOverFuse)),
            what);
    }

    [TestCaseSource(nameof(Pairs))]
    public void Where_reading_moves_the_write_time_it_says_nothing(
        string what, object other, bool isSameHere, bool isSameRenamedHere, bool isSameOverFuse, bool isSameRenamedOverFuse)
    {
        var isTime = what == "the write time, by a step";
        Assert.That(
            (Moved.SameVersion(Hint, (ShareToken)other), Moved.SameAcrossRename(Hint, (ShareToken)other)),
            Is.EqualTo((isSameOverFuse || isTime, isSameRenamedOverFuse || isTime)),
            what);
        Assert.That((Moved with { IdsAreStable = true, RenameKeepsTimes = true, ChangeTimeIsReal = true }).HintsProve, Is.False);
    }

    [Test]
    public void Nothing_is_the_same_as_nothing_alone() => Assert.That(
        (Weak.SameVersion(null, null), Weak.SameVersion(Hint, null), Weak.SameVersion(null, Hint)), Is.EqualTo((true, false, false)));

    // Stamps of the share alone: a clock of this machine proves nothing.
    [TestCase(6 * Second + 1, true, Description = "any later change would get a later stamp")]
    [TestCase(6 * Second, false, Description = "a change within the same step would get the same stamp")]
    [TestCase(5 * Second, false, Description = "a stamp of the future")]
    [TestCase(null, false, Description = "nothing could be written, so nobody knows the clock")]
    public void A_hint_is_firm_when_its_newest_stamp_lies_before_a_stamp_taken_before_the_look(long? clock, bool isFirm)
    {
        Assert.That(ShareTraits.Trusted.IsFirm(Hint, clock), Is.EqualTo(isFirm));
        Assert.That(Weak.IsFirm(Hint, clock), Is.False, "its only stamp can be set back");
    }

    [Test]
    public void They_read_back_from_their_text_and_another_text_is_none()
    {
        Assert.That(ShareTraits.TryParse(Weak.ToString()), Is.EqualTo(Weak));
        Assert.That(ShareTraits.TryParse(Moved.ToString()), Is.EqualTo(Moved));
        Assert.That(ShareTraits.TryParse(ShareTraits.Trusted.ToString()), Is.EqualTo(ShareTraits.Trusted));
        Assert.That(new[] { null, "", "1", "1;0", "1;000000000", "x;0000000000", "1;000000000x" }.Select(ShareTraits.TryParse), Is.All.Null);
    }

    [Test]
    public void A_stamp_before_1970_is_rounded_down_like_any_other() => Assert.That(
        ShareToken.ForFile(1, -1, 0, 0).Coarse(Second).ModifiedNanoseconds, Is.EqualTo((Int128)(-Second)));
}
