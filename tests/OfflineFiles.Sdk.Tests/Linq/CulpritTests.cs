#pragma warning disable CA1305, CA1307, CA1309, CA1310, CA1806, CA1820, CA1826, CA1829, CA1861, CS0252, CS0253, CS0472 // Predicates as people write them.
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// What is said of a predicate that cannot be WQL: the part at fault, in the very words of the lambda, and the reason that is true of that part.
/// Cases/linq-culprits.cases.
/// </summary>
[TestFixture]
public sealed class CulpritTests
{
    private const string Ban = ", and the options forbid to evaluate it in the caller";

    private static readonly string Table = Golden.InTests("Cases", "linq-culprits.cases");
    private static readonly List<string> Listed = ["a"];
    private readonly List<(string Source, Expression<Func<OfflineFilesItem, bool>> Predicate)> _cases = [];
    private readonly HashSet<string> _valued = [];
    private readonly int _field = 3;

    private int Limit { get; } = 5;

    [Test]
    public async Task Every_refusal_names_the_part_at_fault_as_it_was_written()
    {
        Casts();
        Indexers();
        Receivers();
        Calls();
        Trees();
        await using var cache = new OfflineFilesCache(
            new InMemoryBackend([], PushdownProfile.Everything), new QueryOptions { ClientEvaluation = ClientEvaluation.Throw });
        var text = new StringBuilder("# Predicates that cannot be WQL -> the part at fault: why.\n\n");
        var elsewhere = new List<string>();
        foreach (var (source, predicate) in _cases)
        {
            var refusal = cache.Items.Where(predicate).Explain().Refusal;
            text.Append(source).Append(" -> ").Append(refusal is null ? "pushed" : $"{refusal.Expression}: {refusal.Reason.Replace(Ban, "", StringComparison.Ordinal)}").Append('\n');
            if (refusal is not null && !_valued.Contains(source) && !Plain(source).Contains(Plain(refusal.Expression), StringComparison.Ordinal))
                elsewhere.Add($"{refusal.Expression} is not in {source}");
        }

        if (Golden.IsUpdating) await File.WriteAllTextAsync(Table, text.ToString());
        Assert.That(text.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).ReplaceLineEndings("\n").Split('\n')));
        Assert.That(elsewhere, Is.Empty);
    }

    [TestCase(3, "the backend only enumerates")]
    [TestCase(3_000, "the backend only enumerates")]
    public async Task A_backend_that_is_asked_for_nothing_is_not_said_to_take_too_few_terms(int count, string reason)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend([], PushdownProfile.Nothing));
        var names = Enumerable.Range(0, count).Select(number => $"{number}").ToList();

        Assert.That(cache.Items.Where(i => names.Contains(i.ItemName)).Explain().Predicates[0].ResidualBecause, Is.EqualTo(reason));
    }

    [Test]
    public async Task Too_many_paths_are_said_to_be_too_many_and_not_to_be_answered_wrongly()
    {
        await using var cache = new OfflineFilesCache(new WindowsTrapBackend([]));
        var paths = Enumerable.Range(0, 3_000).Select(number => $@"\\srv\data\{number}").ToList();

        Assert.That(
            cache.Items.Where(i => paths.Contains(i.ItemPath)).Explain().Predicates[0].ResidualBecause,
            Is.EqualTo("it names 3,000 places in the cache, and beyond 256 of them one pass through the cache is quicker"));
    }

    private void Casts()
    {
        object boxed = "a";
        Case(i => (byte)i.ItemType == 3);
        Case(i => (sbyte)i.ItemType == 3);
        Case(i => (short)i.ItemType == 3);
        Case(i => (ushort)i.PinInfo!.PinnedForUser == 1);
        Case(i => (uint)i.ItemType == 3);
        Case(i => (uint)i.ItemType > 1);
        Case(i => (uint)i.FileSysInfo!.LocalAttributes == 32);
        Case(i => (long)i.ItemType == 3);
        Case(i => (ulong)i.ItemType == 3);
        Case(i => (float)i.ItemType > 0.5f);
        Case(i => (double)i.ItemType > 0.5);
        Case(i => (decimal)i.ItemType > 0.5m);
        Case(i => (byte)i.FileSysInfo!.LocalSize == 3);
        Case(i => (int)i.FileSysInfo!.LocalSize == 3);
        Case(i => (uint)i.FileSysInfo!.LocalSize == 3);
        Case(i => (byte?)i.FileSysInfo!.RemoteAttributes == 3);
        Case(i => (char)i.ItemType == 'a');
        Case(i => (byte)i.ItemName.Length == 3);
        Case(i => checked((int)i.FileSysInfo!.LocalSize) == 3);
        Case(i => checked((int)i.FileSysInfo!.LocalSize + 1) == 3);
        Case(i => checked(-i.FileSysInfo!.LocalSize * 2) == 4);
        Case(i => ((IFormattable)i.FileSysInfo!.LocalSize).ToString("x", null) == "a");
        Valued(i => (object)i.ItemName == boxed);
        Case(i => (object)i.ItemName == (object)i.ItemPath);
        Valued(i => (i.ItemName as IComparable) == boxed);
    }

    private void Indexers()
    {
        var names = new List<string> { "a" };
        string[] array = ["a", "b"];
        var map = new Dictionary<string, int>();
        var word = "word";
        Case(i => i.ItemName[0] == 'q');
        Case(i => i.ItemName[i.ItemName.Length - 1] == 'x');
        Valued(i => word[i.ItemName.Length] == 'x');
        Case(i => map[i.ItemName] == 1);
        Case(i => names[i.ItemName.Length] == "a");
        Case(i => array[i.ItemName.Length] == "a");
        Case(i => i.ItemName.ToCharArray()[0] == 'a');
        Case(i => i.ItemName.Split(new[] { '.' })[0] == "a");
    }

    private void Receivers()
    {
        var names = new List<string> { "a" };
        string[] array = ["a", "b"];
        var regex = new Regex("a");
        var own = new Own("a");
        var pair = (Size: 3, Name: "a");
        Func<OfflineFilesItem, bool> check = i => true;
        Case(i => names.IndexOf(i.ItemName, 0) >= 0);
        Case(i => names.FindIndex(name => name.Length == i.ItemName.Length) == 1);
        Case(i => Array.IndexOf(array, i.ItemName, 1) == 1);
        Valued(i => Listed.LastIndexOf(i.ItemName) == 0);
        Valued(i => names.Concat(array).Count() == i.ItemName.Length);
        Case(i => regex.IsMatch(i.ItemName));
#pragma warning disable CA1874 // The spelling is the case.
        Case(i => regex.Match(i.ItemName).Success);
#pragma warning restore CA1874
        Case(i => own.Matches(i.ItemName));
        Case(i => own.Inner.Matches(i.ItemName));
        Valued(i => own.Name.Length == i.ItemName.Length);
        Valued(i => pair.Name.Length < i.ItemName.Length);
        Case(i => check(i));
        Valued(i => _field < i.ItemName.Length);
        Valued(i => Limit + 1 < i.ItemName.Length);
        Valued(i => names.Contains(i.ItemName.Substring(1)));
        Case(i => new[] { i.ItemName, "b" }.Contains("a"));
    }

    private void Calls()
    {
        Case(i => i.ItemName.Trim().Equals("a"));
        Case(i => i.ItemName.Trim().StartsWith("a"));
        Case(i => i.ItemName.Trim() == i.ItemPath);
        Case(i => i.ItemName + "!" == "a!");
        Case(i => $"{i.ItemName}!" == "a!");
        Case(i => $"{i.ItemName,5}|{i.FileSysInfo!.LocalSize:N0}" == "a");
        Case(i => string.Format("{0}-{0}", i.ItemName) == "a-a");
        Case(i => Math.Max(i.FileSysInfo!.LocalSize, 3) > 4);
        Case(i => i.FileSysInfo!.LocalSize % 2 == 0);
        Case(i => (i.FileSysInfo!.LocalAttributes ^ FileAttributes.Hidden) == FileAttributes.Archive);
        Case(i => i.ItemName.Any(c => char.IsDigit(c)));
        Case(i => i.ItemName.Any(char.IsDigit));
        Case(i => i.ItemName.OfType<char>().Any());
        Case(i => Own.Is<string>(i.ItemName));
        Case(i => i.ItemName.IsOwn(3));
        Case(i => (i.ParentItemPath ?? "x").Length > 3);
        Case(i => (i.ItemType == OfflineFilesItemType.File ? i.ItemName : i.ItemPath).Length > 3);
        Case(i => i.ItemType == OfflineFilesItemType.File && (i.PinInfo!.Pinned || i.ItemName.Length == 3));
        Case(i => i.Path.Name.Length == 3);
        Case(i => i.FileSysInfo!.LocalLastWriteTime!.Value.DayOfWeek == DayOfWeek.Monday);
        Case(i => i.GetHashCode() == 3);
        Case(i => i.ToString() == "a");
    }

    private void Trees()
    {
        var row = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var name = Expression.Property(row, nameof(OfflineFilesItem.ItemName));
        var length = Expression.Call(name, typeof(string).GetProperty("Length")!.GetMethod!);
        Built("a getter that is called", Expression.Equal(length, Expression.Constant(3)), row);
        Built("an operator that is called", Expression.Call(typeof(string).GetMethod("op_Equality")!, Expression.Call(name, "Trim", null), Expression.Constant("a")), row);
        Built("an operator that computes", Expression.GreaterThan(
            Expression.Call(typeof(decimal).GetMethod("op_Addition")!, Expression.Convert(length, typeof(decimal)), Expression.Constant(1m)), Expression.Constant(3m)), row);
        Built("a checked conversion", Expression.Equal(Expression.ConvertChecked(Expression.Property(row, "ItemType"), typeof(byte)), Expression.Constant((byte)3)), row);
    }

    private static string Plain(string source) => source.Replace("!.", ".", StringComparison.Ordinal).Replace("!)", ")", StringComparison.Ordinal);

    /// <summary>A predicate of which not the words are shown but values that it captured, or the class of a static member.</summary>
    private void Valued(Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string source = "")
    {
        _valued.Add(source);
        Case(predicate, source);
    }

    private void Case(Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string source = "") => _cases.Add((source, predicate));

    private void Built(string source, Expression body, ParameterExpression row) => Valued(Expression.Lambda<Func<OfflineFilesItem, bool>>(body, row), source);

    private sealed record Own(string Name)
    {
        public Own Inner => this;

        public static bool Is<T>(object value) => value is T;

        public bool Matches(string text) => text == Name;
    }
}

internal static class OwnExtensions
{
    public static bool IsOwn(this string text, int length) => text.Length == length;
}
