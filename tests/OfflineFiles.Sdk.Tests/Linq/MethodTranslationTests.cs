using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What methods of the caller's own mean in a query, and what WqlFunctions answer outside of one.</summary>
[TestFixture]
public sealed class MethodTranslationTests
{
    private static readonly QueryOptions Options = new()
    {
        ClientEvaluation = ClientEvaluation.Throw,
        Translations =
        [
            MethodTranslation.Create((OfflineFilesItem i) => IsOffice(i), i => HasEnding(i, ".xlsx") || HasEnding(i, ".docx")),
            MethodTranslation.Create((string ending, OfflineFilesItem i) => HasEnding(i, ending), (ending, i) => i.ItemName.EndsWith(ending)),
            MethodTranslation.Create((OfflineFilesItem i) => Endless(i), i => Endless(i)),
        ],
    };

    [Test]
    public async Task A_registered_method_is_replaced_by_its_meaning_wherever_it_is_called()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), Options);

        Assert.That(cache.Items.Where(i => IsOffice(i)).ToWql(), Does.EndWith("WHERE ItemName LIKE '%.xlsx' OR ItemName LIKE '%.docx'"));
        Assert.That(cache.Items.Where(i => !HasEnding(i, ".txt")).ToWql(), Does.EndWith("WHERE NOT ItemName LIKE '%.txt'"));
        Assert.That(cache.Items.Select(i => IsOffice(i)).ToList().Count(isOffice => isOffice), Is.EqualTo(2));
        Assert.That(await cache.Items.CountAsync(i => IsOffice(i)), Is.EqualTo(2));
    }

    [Test]
    public async Task An_operator_that_carries_a_registered_method_has_its_meaning()
    {
        var before = MethodTranslation.Create((string left, string right) => ComesBefore(left, right), (left, right) => string.Compare(left, right) < 0);
        await using var cache = new OfflineFilesCache(
            new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { Translations = [before] });
        var i = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var test = Expression.LessThan(
            Expression.Property(i, nameof(OfflineFilesItem.ItemName)), Expression.Constant("q"), liftToNull: false, new Func<string, string, bool>(ComesBefore).Method);

        Assert.That(cache.Items.Where(Expression.Lambda<Func<OfflineFilesItem, bool>>(test, i)).ToWql(), Does.EndWith("WHERE ItemName < 'q'"));
    }

    [Test]
    public async Task A_meaning_that_leads_back_to_itself_is_refused()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), Options);

        Assert.That(() => cache.Items.Where(i => Endless(i)).ToWql(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("leads back to itself"));
    }

    [Test]
    public void Only_a_call_with_each_parameter_once_can_be_given_a_meaning()
    {
        Assert.That(() => MethodTranslation.Create((OfflineFilesItem i) => i.ItemName, i => i.ItemName), Throws.ArgumentException);
        Assert.That(() => MethodTranslation.Create((OfflineFilesItem i) => HasEnding(i, "x"), _ => true), Throws.ArgumentException);
        Assert.That(() => MethodTranslation.Create((string text) => string.Concat(text, text), text => text), Throws.ArgumentException);
    }

    [Test]
    public void Outside_of_a_query_the_functions_of_WQL_answer_the_same()
    {
        Assert.That(WqlFunctions.Like("Report7.XLSX", "report[0-9]%"), Is.True);
        Assert.That(WqlFunctions.Like(null, "%"), Is.False);
        Assert.That(() => WqlFunctions.Like("a", null!), Throws.ArgumentNullException);
        Assert.That(WqlFunctions.IsA(new PinInfo(), "win32_OfflineFilesPinInfo"), Is.True);
        Assert.That(WqlFunctions.IsA("text", "Win32_OfflineFilesItem"), Is.False);
        Assert.That(() => WqlFunctions.IsA(null, "no name"), Throws.ArgumentException);
    }

    [TestCase("[ab")]
    [TestCase("a[")]
    [TestCase("%[^a%")]
    [TestCase("[]")]
    [TestCase("[z-a]")]
    [TestCase("[[]")]
    [TestCase("]")]
    public async Task Whatever_a_pattern_is_the_function_says_what_the_matcher_says_in_a_query_and_outside(string pattern)
    {
        var matcher = new WqlLikeMatcher(new WqlLikePattern(pattern));
        string?[] texts = [null, "", "a", "b", "ab", "[ab", "[", "]", "a[", .. SampleItems.All.Select(item => item.ItemName)];
        Assert.That(texts.Select(text => WqlFunctions.Like(text, pattern)), Is.EqualTo(texts.Select(matcher.IsMatch)));

        foreach (var profile in new[] { PushdownProfile.Everything, PushdownProfile.WindowsProvider, PushdownProfile.Nothing })
        {
            await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, profile));
            Assert.That(
                cache.Items.Where(i => WqlFunctions.Like(i.ItemName, pattern)).Select(i => i.ItemPath),
                Is.EquivalentTo(SampleItems.All.Where(i => matcher.IsMatch(i.ItemName)).Select(i => i.ItemPath)));
            Assert.That(
                cache.Items.Where(i => !WqlFunctions.Like(i.ItemName, pattern)).Select(i => i.ItemPath),
                Is.EquivalentTo(SampleItems.All.Where(i => !matcher.IsMatch(i.ItemName)).Select(i => i.ItemPath)));
        }
    }

    [Test]
    public async Task What_no_function_takes_is_refused_before_anything_runs()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Nothing));

        Assert.That(
            () => cache.Items.Where(i => WqlFunctions.IsA(i.PinInfo, "no name")).ToWql(),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("'no name' is no name of a class"));
    }

    [Test]
    public async Task A_collection_that_is_null_or_cannot_be_read_is_refused()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        List<string>? nothing = null;

        Assert.That(() => cache.Items.Where(i => nothing!.Contains(i.ItemName)).ToWql(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("'nothing'"));
        Assert.That(
            () => cache.Items.Where(i => Broken().Contains(i.ItemName)).ToWql(),
            Throws.TypeOf<QueryTranslationException>().With.InnerException.TypeOf<InvalidOperationException>());
    }

    [Test]
    public async Task Ten_thousand_names_are_one_translation()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var names = Enumerable.Range(0, 10_000).Select(n => $"name{n}").Append("SRV").ToList();

        Assert.That(await cache.Items.CountAsync(i => names.Contains(i.ItemName)), Is.EqualTo(1));
        Assert.That(await cache.Items.CountAsync(i => !names.Contains(i.ItemName)), Is.EqualTo(SampleItems.All.Count - 1));
    }

    [Test]
    public async Task A_captured_value_is_evaluated_once()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Nothing));
        var calls = 0;
        Func<string> name = () => $"q{++calls}.xlsx";

        Assert.That(cache.Items.Where(i => i.ItemName == name() || i.ItemName.Length == 99).ToList(), Has.Count.EqualTo(1));
        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_projection_makes_is_made_for_each_row()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

        Assert.That(cache.Items.Select(i => new { i.ItemName, Notes = new List<string>() }).AsEnumerable().Select(row => row.Notes).Distinct().Count(), Is.EqualTo(SampleItems.All.Count));
    }

    private static bool ComesBefore(string left, string right) => string.CompareOrdinal(left, right) < 0;

    private static bool IsOffice(OfflineFilesItem item) => throw new InvalidOperationException($"{item} should not be asked.");

    private static bool HasEnding(OfflineFilesItem item, string ending) => throw new InvalidOperationException($"{item} should not be asked for {ending}.");

    private static bool Endless(OfflineFilesItem item) => throw new InvalidOperationException($"{item} should not be asked.");

    private static IEnumerable<string> Broken()
    {
        yield return "a";
        throw new InvalidOperationException("The list is broken.");
    }
}
