#pragma warning disable CA1305, CA1307, CA1309, CA1310, CA1825, CA1861, IDE0300 // Expressions as people write them; they are never run.
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using OfflineFiles.Sdk.Linq.Text;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>How messages and Explain show an expression: Cases/expression-text.cases, nearly the source itself.</summary>
[TestFixture]
public sealed class ExpressionTextTests
{
    private static readonly string Table = Golden.InTests("Cases", "expression-text.cases");
    private static readonly string StaticName = "srv";
    private readonly List<(string Source, Expression Expression)> _cases = [];
    private readonly int _field = 3;

    private int Limit { get; } = 5;

    [Test]
    public async Task Every_expression_is_shown_as_the_table_says()
    {
        Members();
        Values();
        Operators();
        Casts();
        Calls();
        Creations();
        await Sections();
        var text = new StringBuilder("# Expressions -> how messages and Explain show them.\n");
        foreach (var (source, expression) in _cases) text.Append('\n').Append(source).Append(" -> ").Append(ExpressionText.Of(expression));
        text.Append('\n');

        if (Golden.IsUpdating) await File.WriteAllTextAsync(Table, text.ToString());
        Assert.That(text.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).ReplaceLineEndings("\n").Split('\n')));
    }

    private void Members()
    {
        var captured = 7;
        var outer = new { Inner = new { Size = 4L } };
        Case(i => i.ItemName);
        Case(i => i.FileSysInfo!.LocalSize);
        Case(i => captured);
        Case(i => outer.Inner.Size);
        Case(i => _field + Limit);
        Case(i => _field + captured);
        Case(i => StaticName);
        Case(i => string.Empty.Length);
        Case(i => "srv".Length);
        Case(i => OwnMethod(i) && captured == 7);
    }

    private void Values()
    {
        Case(i => "it's");
        Case(i => "say \"hello\"");
        Case(i => @"\\srv\data");
        Case(i => @"a\""b");
        Case(i => "tab\tand\nline\\");
        Case(i => 'c');
        Case(i => '\'');
        Case(i => '\n');
        Case(i => 1.5m);
        Case(i => -2.5);
        Case(i => true);
        Case(i => default(DateTime?));
        Case(i => (string?)null);
        Case(i => OfflineFilesItemType.File);
        Case(i => FileAttributes.Hidden | FileAttributes.System);
        Case(i => (FileAttributes)0x4000000);
        Case(i => typeof(OfflineFilesItem));
        Built("a DateTime", Expression.Constant(new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc)));
        Built("a DateTimeOffset", Expression.Constant(SampleItems.Monday));
        Built("a TimeSpan", Expression.Constant(TimeSpan.FromMinutes(90)));
        Built("a Guid", Expression.Constant(Guid.Empty));
        Built("an int?", Expression.Constant(3, typeof(int?)));
        Built("a list", Expression.Constant(new List<string?> { "a" }));
        Built("a parameter without a name", Expression.Parameter(typeof(int)));
        Built("a default", Expression.Default(typeof(DateTimeOffset)));
    }

    private void Operators()
    {
        var many = new[] { 1, 2, 3 };
        Case(i => i.ItemName == "a" && i.ItemType == OfflineFilesItemType.File || i.Encrypted == true);
        Case(i => i.ItemName == "a" && (i.ItemType == OfflineFilesItemType.File || i.Encrypted == true));
        Case(i => !(i.ItemName == "a") && !i.PinInfo!.Pinned);
        Case(i => i.ItemName == "a" && (i.ItemPath == "b" && i.ItemName == "c"));
        Case(i => (i.ItemName.Length + 1) * 2 - (3 - i.ItemName.Length) % 4);
        Case(i => -i.ItemName.Length < ~i.ItemName.Length);
        Case(i => i.ItemName.Length << 2 ^ 1);
        Case(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) != 0);
        Case(i => (i.FileSysInfo!.LocalAttributes & (FileAttributes.Hidden | FileAttributes.System)) == FileAttributes.Hidden);
        Case(i => i.ItemType > OfflineFilesItemType.Directory);
        Case(i => i.ItemName[0] == 'q');
        Case(i => i.ParentItemPath ?? i.ItemPath);
        Case(i => (i.ParentItemPath ?? i.ItemPath).Length);
        Case(i => i.ParentItemPath == null ? "none" : i.ItemName == "a" ? "a" : "b");
        Case(i => (i.ParentItemPath == null ? "none" : "some").Length);
        Case(i => i.ItemName + "-" + i.ItemType);
        Case(i => i is OfflineFilesItem);
        Case(i => !(i is OfflineFilesItem));
        Case(i => (i as object) == null);
        Case(i => many[1] + many.Length);
        Built("typeof", Expression.TypeEqual(Expression.Parameter(typeof(object), "x"), typeof(string)));
    }

    private void Casts()
    {
        short small = 1;
        var number = 3;
        object boxed = "srv";
        Case(i => (bool)i.Encrypted!);
        Case(i => (bool?)i.PinInfo!.Pinned);
        Case(i => (object)i.ItemName);
        Case(i => (string)boxed);
        Case(i => (long)number == small);
        Case(i => (short)number);
        Case(i => (int)i.ItemType + 1);
        Case(i => (OfflineFilesItemType)number);
        Case(i => (OfflineFilesItemType?)i.ItemType);
        Case(i => ((string)boxed).Length);
        Case(i => i.Path == (UncPath)@"\\srv\data");
        Case(i => (DateTimeOffset)DateTime.MinValue);
    }

    private void Calls()
    {
        var names = new List<string> { "a" };
        string[] array = ["a", "b"];
        var map = new Dictionary<string, int>();
        Func<OfflineFilesItem, bool> check = i => true;
        Expression<Func<OfflineFilesItem, bool>> predicate = i => true;
        Case(i => i.ItemName.StartsWith("q", StringComparison.OrdinalIgnoreCase));
        Case(i => string.IsNullOrEmpty(i.ItemName));
        Case(i => names.Contains(i.ItemName));
        Case(i => array.Contains(i.ItemName));
        Case(i => names.Any(name => name == i.ItemName));
        Case(i => names.Select((name, at) => name + at).Count());
        Case(i => names.OfType<object>().Cast<string>().First());
        Case(i => Enumerable.Empty<int>());
        Case(i => Enumerable.Range(0, 3));
        Case(i => names.Any(string.IsNullOrEmpty));
        Case(i => names[0] + map["b"]);
        Case(i => string.Concat(new[] { i.ItemName, "-", i.ItemPath, "-", "b" }));
        Case(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden | FileAttributes.System));
        Case(i => check(i));
        Case(i => predicate.Compile()(i));
        Case(i => new Func<int, int>(x => x + 1)(2));
        Case(i => Math.Max(i.ItemName.Length, 3));
        Built("an invoked lambda", Expression.Invoke(predicate, predicate.Parameters[0]));
        Built("a quoted lambda", Expression.Quote(predicate));
        Built("a lambda of nothing", Expression.Lambda(Expression.Constant(1)));
        Built("an indexer", Expression.Property(Expression.Parameter(typeof(Dictionary<string, int>), "map"), "Item", Expression.Constant("b")));
    }

    private void Creations()
    {
        var extra = 1;
        Case(i => new { i.ItemName, Size = i.FileSysInfo!.LocalSize, extra, Two = 2 });
        Case(i => new Uri(i.ItemPath));
        Case(i => new Pair(i.ItemName, 1));
        Case(i => new Pair("a", 1) { Note = i.ItemName });
        Case(i => new Bag { Name = i.ItemName, Inner = { Name = "b" }, Numbers = { 1, 2 } });
        Case(i => new List<int>());
        Case(i => new List<int> { 1, 2 });
        Case(i => new Dictionary<string, int?> { { "a", 1 } });
        Case(i => new[] { i.ItemName, "b" });
        Case(i => new object[] { i.ItemName });
        Case(i => new string[0]);
        Case(i => new int[3]);
        Case(i => new int?[2, 3]);
        Case(i => new KeyValuePair<string, int[]>("a", new[] { 1 }));
        Case(i => new DateTime(2026, 1, 5));
    }

    private async Task Sections()
    {
        var cache = new OfflineFilesCache(new InMemoryBackend([], OfflineFiles.Sdk.Backends.PushdownProfile.Everything));
        await using (cache)
        {
            Query(
                from i in cache.Items
                let name = i.ItemName
                let size = i.FileSysInfo!.LocalSize
                where name == "a" && size > 3
                select new { name, Bytes = size });
            Query(cache.Items.OfType<OfflineFilesItem>().Take(3));
            Query(cache.Items.GroupBy(i => i.ItemType, (type, rows) => new { type, Rows = rows.Count() }));
        }
    }

    private static bool OwnMethod(OfflineFilesItem item) => item is not null;

    private void Case<T>(Expression<Func<OfflineFilesItem, T>> lambda, [CallerArgumentExpression(nameof(lambda))] string source = "") => Built(source, lambda);

    private void Query(IQueryable query, [CallerArgumentExpression(nameof(query))] string source = "") =>
        Built(string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), query.Expression);

    private void Built(string source, Expression expression) => _cases.Add((source, expression));

    private sealed record Pair(string Name, int Number)
    {
        public string? Note { get; init; }
    }

    private sealed class Bag
    {
        public string? Name { get; set; }

        public Bag Inner => this;

        public List<int> Numbers { get; } = [];
    }
}
