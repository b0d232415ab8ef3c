using System.Linq.Expressions;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>Queries in C#: the answer is that of the same question asked of the rows, wherever the parts of it ran.</summary>
public abstract class LinqConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    // Each question, and the same with what a query means by it spelled out for LINQ to Objects: strings ignore case, null tests are false.
    private static IEnumerable<TestCaseData<Expression<Func<OfflineFilesItem, bool>>, Func<OfflineFilesItem, bool>>> Questions()
    {
        TestCaseData<Expression<Func<OfflineFilesItem, bool>>, Func<OfflineFilesItem, bool>> Ask(
            Expression<Func<OfflineFilesItem, bool>> query, Func<OfflineFilesItem, bool> rows)
        {
            var question = new TestCaseData<Expression<Func<OfflineFilesItem, bool>>, Func<OfflineFilesItem, bool>>(query, rows);
            question.SetArgDisplayNames(query.Body.ToString());
            return question;
        }

        const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
        yield return Ask(i => i.ItemType == OfflineFilesItemType.File, i => i.ItemType == OfflineFilesItemType.File);
        yield return Ask(i => i.ItemName.StartsWith("20"), i => i.ItemName.StartsWith("20", Ignoring));
        yield return Ask(i => i.ItemName.EndsWith(".TXT"), i => i.ItemName.EndsWith(".txt", Ignoring));
        yield return Ask(i => i.ItemPath == @"\\SRV\docs\readme.txt", i => i.ItemPath == @"\\srv\docs\readme.txt");
        yield return Ask(i => i.ItemPath != @"\\SRV\docs\readme.txt", i => i.ItemPath != @"\\srv\docs\readme.txt");
        yield return Ask(i => i.ItemPath.StartsWith(@"\\srv\docs\plans\"), i => i.ItemPath.StartsWith(@"\\srv\docs\plans\", Ignoring));
        yield return Ask(
            i => i.ItemPath == @"\\srv\docs" || i.ItemType == OfflineFilesItemType.File,
            i => i.ItemPath == @"\\srv\docs" || i.ItemType == OfflineFilesItemType.File);
        yield return Ask(i => i.ParentItemPath == @"\\srv\docs\plans", i => i.ParentItemPath == @"\\srv\docs\plans");
        yield return Ask(
            i => !(i.ParentItemPath == @"\\srv\docs\plans") && i.ItemType == OfflineFilesItemType.File,
            i => i.ParentItemPath != @"\\srv\docs\plans" && i.ItemType == OfflineFilesItemType.File);
        yield return Ask(i => i.PinInfo!.Pinned, i => i.PinInfo is { Pinned: true });
        yield return Ask(i => !i.PinInfo!.Pinned, i => i.PinInfo is not { Pinned: true });
        yield return Ask(i => i.Encrypted != true, i => i.Encrypted != true);
        yield return Ask(i => i.Sparse == false, i => i.Sparse == false);
        yield return Ask(i => i.FileSysInfo!.LocalSize > 7, i => i.FileSysInfo?.LocalSize > 7);
        yield return Ask(i => i.DirtyInfo == null, i => i.DirtyInfo is null);
        yield return Ask(i => i.ItemName.Length == 8, i => i.ItemName.Length == 8);
        yield return Ask(i => i.IsUnder(CacheScene.Plans), i => i.Path.IsUnder(CacheScene.Plans));
    }

    [TestCaseSource(nameof(Questions))]
    public async Task The_answer_is_that_of_the_rows(Expression<Func<OfflineFilesItem, bool>> query, Func<OfflineFilesItem, bool> rows)
    {
        await Cache.PinAsync(CacheScene.Plans);
        await Cache.PinAsync(CacheScene.Readme, new PinOptions { Flags = PinControlFlags.ForAll });
        var everything = await Cache.Items.ToListAsync();
        Assert.That(everything, Has.Count.EqualTo(6));

        var answer = await Cache.Items.Where(query).ToListAsync();

        Assert.That(answer.Select(item => item.ItemPath), Is.EquivalentTo(everything.Where(rows).Select(item => item.ItemPath)), Cache.Items.Where(query).Explain().ToString());
    }

    [Test]
    public async Task Order_projection_and_counts_run_over_the_same_rows()
    {
        await Cache.PinAsync(CacheScene.Share);

        Assert.That(
            await Cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).OrderByDescending(i => i.ItemName).Select(i => i.ItemName).ToListAsync(),
            Is.EqualTo(new[] { "readme.txt", "2025.txt", "2024.txt" }));
        Assert.That(await Cache.Items.CountAsync(i => i.ItemType == OfflineFilesItemType.Share), Is.EqualTo(1));
        Assert.That(await Cache.Items.AnyAsync(i => i.ItemName == "gone.txt"), Is.False);
    }
}
