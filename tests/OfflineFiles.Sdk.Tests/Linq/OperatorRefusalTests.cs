using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Word for word what is said of a query that cannot run: linq-refusals.cases.</summary>
[TestFixture]
public sealed class OperatorRefusalTests
{
    private static readonly OfflineFilesCache Elsewhere = new(new InMemoryBackend([], PushdownProfile.Everything));
    private static readonly string[] Names = ["a"];
    private static List<string>? Nothing => null;
    private static Func<OfflineFilesItem, bool>? NoCheck => null;
    private static readonly QueryOptions Endless = new() { Translations = [MethodTranslation.Create((OfflineFilesItem i) => Recursive(i), i => Recursive(i))] };
    private static readonly Dictionary<string, Func<IQueryable<OfflineFilesItem>, object?>> Queries = new()
    {
#pragma warning disable SYSLIB0061 // The comparer of rows is what is refused.
        [Name(items => items.Concat(Elsewhere.Items).ToList(), out var concat)] = concat,
        [Name(items => items.Join(Elsewhere.Items.Where(i => i.ItemName == "a"), i => i.ItemPath, i => i.ItemPath, (a, b) => a).ToList(), out var join)] = join,
        [Name(items => items.SelectMany(i => items).ToList(), out var many)] = many,
        [Name(items => items.Where(i => items.Any(p => p.ItemPath == i.ParentItemPath)).ToList(), out var correlated)] = correlated,
        [Name(items => ((IOrderedQueryable<OfflineFilesItem>)items).ThenBy(i => i.ItemName).ToList(), out var then)] = then,
        [Name(items => items.MinBy(i => i.ItemName, new ByPath()), out var min)] = min,
        [Name(items => items.Where(i => i.Children().Any()).ToList(), out var children)] = children,
        [Name(items => items.Where(i => i.Parent().Any()).ToList(), out var parent)] = parent,
        [Name(items => items.Where(i => i.Descendants().Count() > 3).ToList(), out var descendants)] = descendants,
        [Name(items => items.Where(i => items.Select(p => p.ParentItemPath).Contains(i.ItemPath)).ToList(), out var search)] = search,
        [Name(items => items.Where(i => Nothing!.Contains(i.ItemName)).ToList(), out var nowhere)] = nowhere,
        [Name(items => items.Where(i => Broken().Contains(i.ItemName)).ToList(), out var broken)] = broken,
        [Name(items => items.Where(i => i.ItemName.Length > Nothing!.Count).ToList(), out var ofNull)] = ofNull,
        [Name(items => items.Where(i => i.ItemName == Names[3]).ToList(), out var outside)] = outside,
        [Name(items => items.Where(i => i.ItemName == Fails()).ToList(), out var fails)] = fails,
        [Name(items => items.Where(i => WqlFunctions.Like(i.ItemName, null!)).ToList(), out var noPattern)] = noPattern,
        [Name(items => items.Where(i => WqlFunctions.IsA(i.PinInfo, "no name")).ToList(), out var noClass)] = noClass,
        [Name(items => items.WithOptions(Endless).Where(i => Recursive(i)).ToList(), out var endless)] = endless,
        [Name(items => items.Where(i => NoCheck!(i)).ToList(), out var noDelegate)] = noDelegate,
        [Name(items => items.Select(i => NoCheck!.Invoke(i)).ToList(), out var noInvoke)] = noInvoke,
        [Name(items => items.GroupBy(i => NoCheck!.DynamicInvoke(i)).ToList(), out var noDynamicInvoke)] = noDynamicInvoke,
        [Name(items => items.Provider.Execute(items.Take(3).Expression), out var rows)] = rows,
        [Name(items => items.Provider.Execute(Expression.Constant(1)), out var one)] = one,
        [Name(items => items.Provider.CreateQuery<int>(Expression.Constant(new[] { 1 }.AsQueryable())).ToList(), out var foreign)] = foreign,
#pragma warning restore SYSLIB0061
    };

    private static IEnumerable<TestCaseData> Cases() => CaseFile.Read("linq-refusals.cases");

    [TestCaseSource(nameof(Cases))]
    public async Task It_is_refused_in_these_words(string query, string expected)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

        var refusal = Assert.Throws<QueryTranslationException>(() => Queries[query](cache.Items));

        Assert.That(refusal!.Message, Is.EqualTo(CaseFile.Accept(query, expected, refusal.Message)));
        Assert.That(refusal.Message, Does.Contain(refusal.Expression).And.Contain(refusal.Reason).And.Contain(refusal.Advice));
    }

    [Test]
    public void Every_query_here_is_in_the_table() =>
        Assert.That(Cases().Select(each => (string)each.Arguments[0]!), Is.EquivalentTo(Queries.Keys));

    private static string Name(
        Func<IQueryable<OfflineFilesItem>, object?> query, out Func<IQueryable<OfflineFilesItem>, object?> same, [CallerArgumentExpression(nameof(query))] string text = "")
    {
        same = query;
        return text;
    }

    private static bool Recursive(OfflineFilesItem item) => throw new InvalidOperationException($"{item} should not be asked.");

    private static string Fails() => throw new InvalidOperationException("It failed.");

    private static IEnumerable<string> Broken()
    {
        yield return "a";
        throw new InvalidOperationException("The list is broken.");
    }

    private sealed class ByPath : IComparer<OfflineFilesItem>
    {
        public int Compare(OfflineFilesItem? x, OfflineFilesItem? y) => StringComparer.Ordinal.Compare(x?.ItemPath, y?.ItemPath);
    }
}
