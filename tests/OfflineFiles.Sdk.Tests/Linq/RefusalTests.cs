using System.Reflection;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What cannot run is refused, with the part at fault, the reason and what to write instead.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private static OfflineFilesCache Open() => new(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

    [Test]
    public async Task A_captured_value_that_cannot_be_read_is_named_with_its_cause()
    {
        await using var cache = Open();
        string? nothing = null;

        var refusal = Assert.Throws<QueryTranslationException>(() => cache.Items.Where(i => i.ItemName.Length > nothing!.Length).ToWql());

        Assert.That(refusal!.Expression, Is.EqualTo("nothing.Length"));
        Assert.That(refusal.InnerException, Is.Not.Null);
    }

    [Test]
    public async Task A_query_inside_a_query_is_refused_where_it_would_run_for_each_row()
    {
        await using var cache = Open();
        var parents = cache.Items.Select(i => i.ParentItemPath);

        Assert.That(
            () => cache.Items.Where(i => parents.Contains(i.ItemPath)).ToListAsync(),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("for each row").And.Message.Contains("ToListAsync()"));
        Assert.That(await cache.Items.CountAsync(i => i.ItemName == cache.Items.First().ItemName), Is.EqualTo(1));
    }

    [Test]
    public void An_async_operator_on_a_foreign_query_says_so() =>
        Assert.That(
            () => new[] { 1 }.AsQueryable().ToListAsync(),
            Throws.TypeOf<OfflineFilesException>().With.Message.Contains("EnumerableQuery").And.Message.Contains("cache.Items"));

    [Test]
    public async Task Without_a_synchronous_backend_foreach_names_its_async_twin()
    {
        var backend = Substitute.For<ICacheBackend>();
        backend.Pushdown.Returns(PushdownProfile.Everything);
        backend.Description.Returns(new BackendDescription("Remote", "far away"));
        await using var cache = new OfflineFilesCache(backend, ownsBackend: false);

        Assert.That(() => cache.Items.ToList(), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("ToListAsync"));
        Assert.That(() => cache.Items.Count(), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("CountAsync"));
    }

    [Test]
    public async Task A_closed_cache_answers_no_query_but_its_text()
    {
        var cache = Open();
        var query = cache.Items.Where(i => i.ItemName == "srv");
        await cache.DisposeAsync();

        Assert.That(() => query.ToList(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => query.ToListAsync(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(query.ToString(), Does.Contain("closed"));
    }

    [Test]
    public void A_meaning_that_cannot_be_used_is_refused_in_these_words()
    {
        Assert.That(
            () => MethodTranslation.Create((OfflineFilesItem i) => i.ItemName, i => i.ItemName),
            Throws.ArgumentException.With.Message.StartsWith("'i => i.ItemName' is no call of a method with the parameters of the lambda, each once and nothing else."));
    }

    [Test]
    public void Rows_of_a_type_that_has_no_code_are_refused_in_these_words() =>
        Assert.That(
            () => TypedList.Of(new NotCompiledAhead()),
            Throws.TypeOf<QueryTranslationException>().With.Message.EqualTo(
                "'decimal' cannot be part of this query, because the types of its rows were not compiled ahead, and this application makes no code at run time."
                + " Read the rows first, with ToListAsync(), and do it on them."));

    [Test]
    public async Task Null_arguments_are_refused()
    {
        await using var cache = Open();

        Assert.That(() => cache.Items.WithOptions(null!), Throws.ArgumentNullException);
        Assert.That(() => cache.Items.FirstAsync(null!), Throws.ArgumentNullException);
        Assert.That(() => ((IQueryable<OfflineFilesItem>)null!).ToWql(), Throws.ArgumentNullException);
    }

    // Where no code can be made at run time, making a generic type of it fails like this.
    private sealed class NotCompiledAhead() : TypeDelegator(typeof(decimal))
    {
        public override bool IsSignatureType => throw new NotSupportedException("No code was compiled for it.");
    }
}
