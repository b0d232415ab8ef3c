using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace Documentation.Pages;

// <page>
/// <summary>The files directly in a directory, as the cache of one share. Pins are kept in memory.</summary>
public sealed class DirectoryBackend(UncPath share, string directory) : CacheBackend
{
    private readonly ConcurrentDictionary<UncPath, PinState> _pins = new();
    private volatile bool _isDisposed;

    public override BackendDescription Description { get; } = new("Directory", directory);
    public override BackendCapabilities Capabilities => BackendCapabilities.Pin;
    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var members = ItemProperties.Instance.MembersOf(query);
        if (query.Where is not null) members |= ItemProperties.Instance.MembersOf(query.Where);
        var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        foreach (var path in Paths())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            var item = Read(path, members, query.ToString());
            if (matches(item)) yield return item;
        }
    }

    public override async ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        await Task.Run(() => Paths().Contains(path) ? Read(path, ItemMembers.All) : null, cancellationToken);

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
        Task.Run(() => new OfflineFilesCacheState { Enabled = true, Active = Paths().Count > 0, Location = directory }, cancellationToken);

    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        var (known, outcomes) = (Paths(), new List<ItemOutcome>());
        foreach (var path in paths.Concat(known.Where(item => options.Deep && paths.Any(item.IsUnder))).Distinct())
        {
            if (cancellationToken.IsCancellationRequested) throw new OperationCancelledException(Report(), cancellationToken);
            var error = known.Contains(path) ? null : new ItemNotFoundException(path, $"{path} was to be pinned and is not in {directory}.");
            if (error is null) _pins[path] = PinState.Pinned;
            var status = error is null ? OutcomeStatus.Done : OutcomeStatus.Failed;
            outcomes.Add(new ItemOutcome { Path = path, Status = status, Message = error?.Message, Error = error });
        }

        return Task.FromResult(Report());

        OperationReport Report() => new() { Operation = OfflineFilesOperation.Pin, Outcomes = outcomes };
    }

    public override ValueTask DisposeAsync() => new(Task.FromResult(_isDisposed = true));

    private OfflineFilesItem Read(UncPath path, ItemMembers members, string? query = null) => new(path, TypeOf(path))
    {
        LoadedMembers = members,
        Origin = query,
        FileSysInfo = path.Depth < 3 || !members.HasFlag(ItemMembers.FileSysInfo) ? null : Measure(new FileInfo(Path.Combine(directory, path.Name))),
        PinInfo = path.Depth < 2 ? null : new PinInfo { Pinned = _pins.ContainsKey(path), PinnedForUser = _pins.GetValueOrDefault(path) },
    };

    private List<UncPath> Paths() => _isDisposed ? throw new ObjectDisposedException(nameof(DirectoryBackend))
        : !Directory.Exists(directory) ? throw new OfflineFilesBackendException($"{directory} was to be read and is not there.")
        : [share.Parent!, share, .. Directory.EnumerateFiles(directory).Select(file => share.Append(Path.GetFileName(file)))];

    private static FileSysInfo? Measure(FileInfo file) => file.Exists ? new FileSysInfo { LocalSize = file.Length } : null;

    private static OfflineFilesItemType TypeOf(UncPath path) => path.Depth switch
    {
        1 => OfflineFilesItemType.Server,
        2 => OfflineFilesItemType.Share,
        _ => OfflineFilesItemType.File,
    };
}
// </page>

/// <summary>That the page about backends shows a backend that compiles, is short, and keeps the contract that the page tells.</summary>
[TestFixture]
public sealed class WritingABackendPageTests
{
    private static readonly DocumentPage Page = new("writing-a-backend.md");
    private static readonly UncPath Share = UncPath.Parse(@"\\nas\music");

    private const string ImplicitUsings =
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;";

    private string _directory = null!;
    private DirectoryBackend _backend = null!;
    private OfflineFilesCache _cache = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _directory = Directory.CreateTempSubdirectory("offlinefiles-page-").FullName;
        foreach (var (name, length) in new[] { ("a.ogg", 0), ("b.ogg", 10), ("C.txt", 2000) })
            await File.WriteAllBytesAsync(Path.Combine(_directory, name), new byte[length]);
        _backend = new DirectoryBackend(Share, _directory);
        _cache = new OfflineFilesCache(_backend);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _cache.DisposeAsync();
        await _backend.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_usings_on_the_page_are_enough() => Assert.That(Page.UsingsOfTest, Is.SupersetOf(Page.Usings));

    [Test]
    public void The_backend_on_the_page_has_at_most_60_lines()
    {
        var code = Page.CodeOfTest.ToList();

        Assert.That(code.FindIndex(line => line.StartsWith("var backend", StringComparison.Ordinal)), Is.InRange(30, 60));
    }

    [Test]
    public void The_page_and_the_documentation_name_every_member_that_is_to_be_written()
    {
        var members = typeof(CacheBackend).GetMembers().Where(member => member switch
        {
            PropertyInfo property => property.GetMethod!.IsAbstract,
            MethodInfo method => method is { IsAbstract: true, IsSpecialName: false },
            _ => false,
        }).Select(member => member.Name).ToList();

        Assert.That(members, Has.Count.EqualTo(7));
        Assert.That(members.Where(name => !Page.Text.Contains($"| `{name}` |", StringComparison.Ordinal)), Is.Empty, "on the page");
        Assert.That(members.Where(name => !Documentation().Contains($"<see cref=\"{name}\"/>", StringComparison.Ordinal)), Is.Empty, "in the documentation");
    }

    [Test]
    public void The_backend_in_the_documentation_compiles_with_the_usings_of_the_page()
    {
        var code = Documentation().Split("<code>")[1].Split("</code>")[0].Replace("///", "", StringComparison.Ordinal);
        var source = $"{string.Join('\n', Page.Usings)}\n{ImplicitUsings}\n{WebUtility.HtmlDecode(code)}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("Reader", [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.That(compilation.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning), Is.Empty);
    }

    [Test]
    public async Task The_code_on_the_page_prints_what_the_page_says()
    {
        var output = new StringWriter();
        await UseAsync(_directory, output);

        Assert.That(DocumentPage.Lines(output), Is.EqualTo(Page.Output), DocumentPage.Lines(output));
    }

    private static IEnumerable<TestCaseData> Queries()
    {
        static TestCaseData Case(string name, Expression<Func<OfflineFilesItem, bool>> predicate, params string[] expected) =>
            new TestCaseData(predicate, expected).SetArgDisplayNames(name);

        yield return Case("everything", i => true, "nas", "music", "a.ogg", "b.ogg", "C.txt");
        yield return Case("a text, ignoring case", i => i.ItemName.StartsWith("c."), "C.txt");
        yield return Case("a number in an object", i => i.FileSysInfo!.LocalSize > 5, "b.ogg", "C.txt");
        yield return Case("an object that is null", i => i.FileSysInfo == null, "nas", "music");
        yield return Case("a negation over null", i => !i.PinInfo!.Pinned, "nas", "music", "a.ogg", "C.txt");
        yield return Case("an enum", i => i.PinInfo!.PinnedForUser == PinState.Pinned, "b.ogg");
        yield return Case("what WQL cannot say", i => i.ItemName.Length > 3 && i.FileSysInfo!.LocalSize % 20 == 0, "a.ogg", "C.txt");
        yield return Case("the children of the share", i => i.ParentItemPath == Share.ToString(), "a.ogg", "b.ogg", "C.txt");
        yield return Case("below the server", i => i.IsUnder(Share.Parent!), "music", "a.ogg", "b.ogg", "C.txt");
    }

    [TestCaseSource(nameof(Queries))]
    public async Task It_answers_queries_as_every_backend_does(Expression<Func<OfflineFilesItem, bool>> predicate, string[] expected)
    {
        await _cache.PinAsync(Share.Append("b.ogg"));

        Assert.That(await _cache.Items.Where(predicate).Select(i => i.ItemName).ToListAsync(), Is.EquivalentTo(expected), "with a select list");
        Assert.That((await _cache.Items.Where(predicate).ToListAsync()).Select(item => item.ItemName), Is.EquivalentTo(expected), "whole items");
    }

    [Test]
    public async Task A_row_holds_what_was_selected_and_says_so()
    {
        var query = (WqlSelectQuery)WqlQuery.Parse("SELECT ItemName FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = FALSE AND ItemType = 0");
        var rows = new List<OfflineFilesItem>();
        await foreach (var row in _backend.QueryItemsAsync(query, CancellationToken.None)) rows.Add(row);

        Assert.That(rows.Select(row => row.ItemName), Is.EquivalentTo(new[] { "a.ogg", "b.ogg", "C.txt" }));
        Assert.That(() => rows[0].FileSysInfo, Throws.TypeOf<MemberNotLoadedException>().With.Property("Query").EqualTo(query.ToString()));
        Assert.That(await _cache.QueryText("SELECT FileSysInfo.LocalSize FROM Win32_OfflineFilesItem WHERE ItemName LIKE '%.ogg'").ToListAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_operation_reports_each_item_once_and_what_is_not_there()
    {
        var report = await _cache.PinAsync([Share, Share.Append("b.ogg"), Share.Append("gone")]);

        Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path.Name} {outcome.Status}"),
            Is.EquivalentTo(new[] { "music Done", "a.ogg Done", "b.ogg Done", "C.txt Done", "gone Failed" }));
        Assert.That(report.With(OutcomeStatus.Failed).Single().Error, Is.TypeOf<ItemNotFoundException>());
        Assert.That((await _cache.FindAsync(Share.Append("a.ogg")))!.WhyPinned, Does.StartWith("It is pinned by a user"));
        await Assert.ThatAsync(() => _cache.UnpinAsync(Share), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("Directory"));
    }

    [Test]
    public async Task It_honours_tokens_and_its_end()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThatAsync(() => _cache.PinAsync(Share, null, null, source.Token), Throws.TypeOf<OperationCancelledException>());
        await Assert.ThatAsync(() => _cache.Items.ToListAsync(source.Token), Throws.InstanceOf<OperationCanceledException>());

        await _cache.DisposeAsync();

        await Assert.ThatAsync(() => _backend.FindItemAsync(Share, CancellationToken.None).AsTask(), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => _backend.GetStateAsync(CancellationToken.None), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => _backend.PinAsync([Share], PinOptions.Default, null, CancellationToken.None), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(
            async () => { await foreach (var _ in _backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default)) { } },
            Throws.TypeOf<ObjectDisposedException>());
    }

    private static string Documentation([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/OfflineFiles.Sdk/Backends/CacheBackend.cs")).Split("public abstract class")[0];

    private static async Task UseAsync(string directory, TextWriter Console)
    {
        // <page>
        var backend = new DirectoryBackend(@"\\nas\music", directory);
        await using var cache = new OfflineFilesCache(backend);

        await cache.PinAsync(@"\\nas\music\b.ogg");
        var pinned = cache.Items.Where(i => i.PinInfo!.Pinned).Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize });
        Console.WriteLine(pinned.ToWql());
        foreach (var file in await pinned.ToListAsync()) Console.WriteLine(file);
        // </page>
    }
}
