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

    // One question a row, asked in several ways of the query; what is null through an info object is null in each.
    private static IEnumerable<TestCaseData> NullQuestions()
    {
        static TestCaseData Ask(string question, Func<IReadOnlyList<OfflineFilesItem>, object?> rows, params Func<IQueryable<OfflineFilesItem>, Task<object?>>[] ways) =>
            new TestCaseData(rows, ways).SetArgDisplayNames(question);

        yield return Ask(
            "the average size",
            rows => rows.Average(i => i.FileSysInfo?.LocalSize),
            async q => await q.AverageAsync(i => i.FileSysInfo!.LocalSize),
            async q => await q.Select(i => i.FileSysInfo!.LocalSize).OrderBy(size => size).AverageAsync(),
            async q => await q.Select(i => new { i.ItemName, Size = i.FileSysInfo!.LocalSize }).Distinct().AverageAsync(x => x.Size),
            async q => await q.GroupBy(_ => 1).Select(g => g.Average(i => i.FileSysInfo!.LocalSize)).SingleAsync());
        yield return Ask(
            "the first time of writing",
            rows => rows.Min(i => i.FileSysInfo?.LocalLastWriteTime),
            async q => await q.MinAsync(i => i.FileSysInfo!.LocalLastWriteTime),
            async q => await q.GroupBy(i => i.ItemType).Select(g => g.Min(i => i.FileSysInfo!.LocalLastWriteTime)).MinAsync());
        yield return Ask(
            "how many have the size 0",
            rows => rows.Count(i => i.FileSysInfo?.LocalSize == 0),
            async q => await q.CountAsync(i => i.FileSysInfo!.LocalSize == 0),
            async q => await q.Select(i => new { Size = i.FileSysInfo!.LocalSize }).Where(x => x.Size == 0).CountAsync(),
            async q => await q.CountBy(i => i.FileSysInfo!.LocalSize).Where(p => p.Key == 0).SumAsync(p => p.Value));
        yield return Ask(
            "how many parents are files",
            _ => 0,
            async q => await q.LeftJoin(q, i => i.ParentItemPath, p => p.ItemPath, (_, p) => p!.ItemType).CountAsync(type => type == OfflineFilesItemType.File));
        yield return Ask(
            "the smallest by size, the first path of several",
            rows => rows.OrderBy(i => i.ItemPath, StringComparer.OrdinalIgnoreCase).MinBy(i => i.FileSysInfo?.LocalSize)!.ItemPath,
            async q => (await q.MinByAsync(i => i.FileSysInfo!.LocalSize))!.ItemPath,
            async q => await q.OrderBy(i => i.ItemPath).Where(i => i.FileSysInfo != null).OrderBy(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemPath).Select(i => i.ItemPath).FirstAsync());
    }

    [TestCaseSource(nameof(NullQuestions))]
    public async Task Null_is_null_however_the_question_is_asked(
        Func<IReadOnlyList<OfflineFilesItem>, object?> rows, Func<IQueryable<OfflineFilesItem>, Task<object?>>[] ways)
    {
        await Cache.PinAsync(CacheScene.Plans);
        var expected = rows(await Cache.Items.ToListAsync());

        foreach (var ask in ways) Assert.That(await ask(Cache.Items), Is.EqualTo(expected));
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
