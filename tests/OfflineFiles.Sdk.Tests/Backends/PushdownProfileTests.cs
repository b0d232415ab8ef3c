using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Backends;

/// <summary>Which conjuncts the Windows provider may be asked: on the two names it takes for look-ups, nothing but an equality.</summary>
[TestFixture]
public sealed class PushdownProfileTests
{
    [TestCase(@"ItemPath = '\\\\srv\\share'")]
    [TestCase(@"'\\\\srv\\share' = ItemPath")]
    [TestCase(@"parentitempath = '\\\\srv\\share'")]
    [TestCase("ItemName LIKE '%.docx'")]
    [TestCase("ItemType = 0 OR Sparse = TRUE")]
    [TestCase("NOT PinInfo.Pinned = TRUE")]
    [TestCase("Encrypted IS NULL")]
    [TestCase("PinInfo ISA 'Win32_OfflineFilesPinInfo'")]
    public void What_keeps_all_rows_at_the_Windows_provider_is_allowed(string conjunct) =>
        Assert.That(PushdownProfile.WindowsProvider.Judge(Read(conjunct)), Is.EqualTo(PushdownVerdict.Allowed));

    [TestCase(@"ItemPath <> '\\\\srv\\share'")]
    [TestCase(@"ItemPath > '\\\\srv'")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\%'")]
    [TestCase("ItemPath IS NULL")]
    [TestCase("ParentItemPath = NULL")]
    [TestCase("ParentItemPath IS NOT NULL")]
    [TestCase("ParentItemPath = ''")]
    [TestCase(@"ItemPath = '\\\\srv\\a' OR ItemPath = '\\\\srv\\b'")]
    [TestCase(@"ItemType = 0 OR ParentItemPath = '\\\\srv\\a'")]
    [TestCase(@"NOT ItemPath = '\\\\srv\\a'")]
    [TestCase(@"ItemType = 0 OR (Sparse = TRUE AND NOT (ItemName = 'a' OR ItemPath = '\\\\srv\\a'))")]
    public void What_loses_rows_at_the_Windows_provider_is_refused_with_the_reason(string conjunct)
    {
        var verdict = PushdownProfile.WindowsProvider.Judge(Read(conjunct));

        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsAllowed, Is.False);
            Assert.That(verdict.Reason, Is.EqualTo("the Windows provider takes the first path it finds in a query for the one to look up, "
                + "so on ItemPath and ParentItemPath only '= constant' joined by AND keeps all rows"));
        });
    }

    [Test]
    public void The_two_plain_profiles_allow_everything_and_nothing()
    {
        var conjunct = Read("ItemPath LIKE '%'");

        Assert.Multiple(() =>
        {
            Assert.That(PushdownProfile.Everything.Judge(conjunct).IsAllowed, Is.True);
            Assert.That(PushdownProfile.Nothing.Judge(conjunct).IsAllowed, Is.False);
        });
    }

    [Test]
    public void Only_the_Windows_provider_is_known_to_search_by_path_alone_and_to_hold_what_is_above_an_item()
    {
        Assert.That(new[] { PushdownProfile.Everything, PushdownProfile.Nothing }.Select(profile => (profile.SearchesOnlyByPath, profile.HoldsAncestors)), Is.All.EqualTo((false, false)));
        Assert.That((PushdownProfile.WindowsProvider.SearchesOnlyByPath, PushdownProfile.WindowsProvider.HoldsAncestors), Is.EqualTo((true, true)));
    }

    [TestCase(ItemMembers.ItemPath, ItemMembers.ItemPath)]
    [TestCase(ItemMembers.ItemPath | ItemMembers.Sparse | ItemMembers.ItemName, ItemMembers.ItemPath | ItemMembers.Sparse | ItemMembers.ItemName)]
    [TestCase(ItemMembers.ItemPath | ItemMembers.PinInfo, ItemMembers.All)]
    [TestCase(ItemMembers.All, ItemMembers.All)]
    public void The_Windows_provider_is_asked_for_plain_members_alone_but_never_for_single_info_objects(ItemMembers read, ItemMembers asked)
    {
        Assert.That(PushdownProfile.WindowsProvider.Selects(read), Is.EqualTo(asked));
        Assert.That(PushdownProfile.WindowsProvider.Selects(asked), Is.EqualTo(asked), "what is asked for asks for itself");
        Assert.That((PushdownProfile.Everything.Selects(read), PushdownProfile.Nothing.Selects(read)), Is.EqualTo((read, ItemMembers.All)));
    }

    private static WqlPredicate Read(string where) => ((WqlSelectQuery)WqlQuery.Parse("SELECT * FROM Win32_OfflineFilesItem WHERE " + where)).Where!;
}
