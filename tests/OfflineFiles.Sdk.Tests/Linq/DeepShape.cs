using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A predicate as programs make them: of any length, or nested to any depth.</summary>
/// <param name="Name">What is long or deep in it.</param>
/// <param name="Size">How long or deep it is.</param>
/// <param name="Make">Makes it of a size.</param>
/// <param name="Meaning">The rows it holds for, whatever its size.</param>
internal sealed record DeepShape(
    string Name, int Size, Func<int, Expression<Func<OfflineFilesItem, bool>>> Make, Func<OfflineFilesItem, bool> Meaning)
{
    // What is promised. Some shapes are always as long and as deep as this, the others in CI a part of it: with OFFLINEFILES_LAW_FACTOR=7 all are.
    private const int Terms = 50_000;
    private const int Levels = 10_000;

    private static readonly int Long = Math.Min(Terms, LawBudget.Of(7_500));
    private static readonly int Deep = Math.Min(Levels, LawBudget.Of(1_500));

    private static readonly ParameterExpression I = Expression.Parameter(typeof(OfflineFilesItem), "i");
    private static readonly Expression ItemName = Expression.Property(I, nameof(OfflineFilesItem.ItemName));
    private static readonly Expression LocalSize = Expression.Property(Expression.Property(I, nameof(OfflineFilesItem.FileSysInfo)), nameof(FileSysInfo.LocalSize));
    private static readonly Expression Pinned = Expression.Property(Expression.Property(I, nameof(OfflineFilesItem.PinInfo)), nameof(PinInfo.Pinned));
    private static readonly MethodInfo CompileMethod = typeof(Expression<Func<OfflineFilesItem, bool>>).GetMethod(nameof(LambdaExpression.Compile), Type.EmptyTypes)!;
    private static readonly MethodInfo ConcatMethod = new Func<string?, string?, string>(string.Concat).Method;

    /// <summary>One row of a test each. What the backend is asked for runs at it or in the caller, by its profile; what WQL cannot say runs in the caller.</summary>
    public static IReadOnlyList<DeepShape> All { get; } =
    [
        // Chains of one operator, as a loop over values makes them.
        new("|| that leans to the left", Terms, n => Lambda(Tests(n).Aggregate(Expression.OrElse)), IsLast),
        new("|| that leans to the right", Terms, n => Lambda(Tests(n).Reverse().Aggregate((right, left) => Expression.OrElse(left, right))), IsLast),
        new("|| that is balanced", Deep, n => Lambda(Balanced([.. Tests(n)], Expression.OrElse)), IsLast),
        new("| that leans to the left", Deep, n => Lambda(Tests(n).Aggregate(Expression.Or)), IsLast),
        new("&& that leans to the left", Long, n => Lambda(Nots(n).Aggregate(Expression.AndAlso)), i => !IsLast(i)),
        new("&& that leans to the right", Deep, n => Lambda(Nots(n).Aggregate((right, left) => Expression.AndAlso(left, right))), i => !IsLast(i)),
        new("& that leans to the left", Deep, n => Lambda(Nots(n).Aggregate(Expression.And)), i => !IsLast(i)),
        new("! of a long ||", Deep, n => Lambda(Expression.Not(Tests(n).Aggregate(Expression.OrElse))), i => !IsLast(i)),
        new("two long && joined by ||", Deep, n => Lambda(Expression.OrElse(
            Nots(n / 2).Aggregate(Expression.AndAlso), Nots(n / 2).Aggregate(Expression.AndAlso))), i => !IsLast(i)),
        new("|| over members that may be null", Deep, n => Lambda(Enumerable.Range(0, n).Select(k => (Expression)Expression.NotEqual(LocalSize, Expression.Constant((long)k))).Aggregate(Expression.OrElse)), _ => true),
        new("null tests joined by && in a ||", Deep, n => Lambda(Expression.OrElse(
            Enumerable.Range(0, n).Select(_ => (Expression)Expression.NotEqual(Parent, Expression.Constant(null, typeof(string)))).Aggregate(Expression.AndAlso), Test("axb.txt"))), i => i.ParentItemPath != null),
        new("|| of what WQL cannot say", Deep, n => Lambda(Enumerable.Range(0, n).Select(k => (Expression)Expression.Equal(
            Expression.Property(ItemName, nameof(string.Length)), Expression.Constant(k + 7))).Aggregate(Expression.OrElse)), i => i.ItemName.Length >= 7),
        new("|| of captured variables", Deep, n => Lambda(Enumerable.Range(0, n).Select(k => (Expression)Expression.Equal(
            ItemName, Expression.Field(Expression.Constant(new Box(Value(k, n))), nameof(Box.Value)))).Aggregate(Expression.OrElse)), IsLast),
        new("Contains in a long list", Terms, n => Contains([.. Enumerable.Range(0, n).Select(k => Value(k, n))]), IsLast),

        // Predicates of predicates.
        new("Invoke of the ones before", Levels, n => Predicates(n, before => Expression.Invoke(before, I)), IsLast),
        new("Invoke of the ones before, compiled", Deep, n => Predicates(n, before => Expression.Invoke(Expression.Call(Expression.Constant(before, typeof(Expression<Func<OfflineFilesItem, bool>>)), CompileMethod), I)), IsLast),
        new("bodies of the ones before", Deep, n => Predicates(n, before => before.Body), IsLast),
        new("lambdas in lambdas", Deep / 5, n => Lambda(NestedAny(n)), i => i.ItemName.Length > 0),

        // Depth of other kinds.
        new("&& and || in turn", Deep, n => Lambda(Enumerable.Range(0, n).Aggregate(Test("axb.txt"), (inner, k) =>
            k % 2 == 0 ? Expression.OrElse(inner, Test($"x{k}")) : Expression.AndAlso(inner, Expression.Not(Test($"x{k}"))))), IsLast),
        new("&& and || in turn that lean to the right", Levels, n => Lambda(Enumerable.Range(0, n).Aggregate(Test("axb.txt"), (inner, k) =>
            k % 2 == 0 ? Expression.OrElse(Test($"x{k}"), inner) : Expression.AndAlso(Expression.Not(Test($"x{k}")), inner))), IsLast),
        new("&& and || in turn over members that may be null", Deep, n => Lambda(Enumerable.Range(0, n).Aggregate(Test("axb.txt"), (inner, k) =>
            k % 2 == 0 ? Expression.OrElse(Expression.Equal(LocalSize, Expression.Constant(-1L - k)), inner) : Expression.AndAlso(Expression.NotEqual(LocalSize, Expression.Constant(-1L - k)), inner))), IsLast),
        new("! of !", Levels, n => Lambda(Repeat(n, Test("axb.txt"), Expression.Not)), IsLast),
        new("== true", Deep, n => Lambda(Repeat(n, Test("axb.txt"), inner => Expression.Equal(inner, Expression.Constant(true)))), IsLast),
        new("== of bools", Deep, n => Lambda(Repeat(n, Test("axb.txt"), inner => Expression.Equal(inner, Expression.Equal(Pinned, Pinned)))), IsLast),
        new("+ of strings", Levels, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Add(inner, Expression.Constant(""), ConcatMethod)))), IsLast),
        new("+ of strings from the right", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Add(Expression.Constant(""), inner, ConcatMethod)))), IsLast),
        new("Concat", Levels, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Call(ConcatMethod, inner, Expression.Constant(""))))), IsLast),
        new("Trim", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Call(inner, nameof(string.Trim), null)))), IsLast),
        new("ToString", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Call(inner, typeof(string).GetMethod(nameof(ToString), Type.EmptyTypes)!)))), IsLast),
        new("ToUpper", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Call(inner, nameof(string.ToUpper), null)))), IsLast),
        new("conversions", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Convert(Expression.Convert(inner, typeof(object)), typeof(string))))), IsLast),
        new("conversions of numbers", Deep, n => Lambda(Expression.Equal(Repeat(n, LocalSize, inner => Expression.Convert(Expression.Convert(inner, typeof(double)), typeof(long))), Expression.Constant(7L))), i => i.FileSysInfo?.LocalSize == 7),
        new("?? from the left", Deep, n => Lambda(Text(Repeat(n, Parent, inner => Expression.Coalesce(inner, ItemName)), "axb.txt")), _ => false),
        new("?? from the right", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Coalesce(Parent, inner)), "axb.txt")), _ => false),
        new("?: where it is not so", Levels, n => Lambda(Text(Enumerable.Range(0, n).Aggregate(ItemName, (inner, k) => Expression.Condition(Test($"x{k}"), Expression.Constant("no"), inner)))), IsLast),
        new("?: where it is so", Deep, n => Lambda(Text(Repeat(n, ItemName, inner => Expression.Condition(Pinned, inner, ItemName)))), IsLast),
        new("?: of bools", Deep, n => Lambda(Repeat(n, Test("axb.txt"), inner => Expression.Condition(Pinned, inner, Test("axb.txt")))), IsLast),
        new("?: in the test of ?:", Deep, n => Lambda(Repeat(n, Test("axb.txt"), inner => Expression.Condition(inner, Expression.Not(Pinned), Pinned))), null!),
        new("?: of what may be null in the test of ?:", Deep, n => Lambda(Expression.Equal(Repeat(n, LocalSize, inner =>
            Expression.Condition(Expression.Equal(inner, Expression.Constant(7L)), LocalSize, LocalSize)), Expression.Constant(7L))), i => i.FileSysInfo?.LocalSize == 7),
        new("== of what may be null in ==", Deep, n => Lambda(Repeat(n, Expression.Equal(LocalSize, LocalSize), inner =>
            Expression.Equal(Expression.Condition(inner, LocalSize, LocalSize), LocalSize))), _ => true),
        new("members", Deep, n => Lambda(Expression.Equal(
            Repeat(n, Expression.Property(I, nameof(OfflineFilesItem.Path)), inner => Expression.Property(inner, nameof(UncPath.Parent))), Expression.Constant(null, typeof(UncPath)))), _ => true),
        new("members of what may be null", Deep, n => Lambda(Expression.Equal(Repeat(n, Expression.Property(I, nameof(OfflineFilesItem.Path)), inner => Expression.Condition(
            Expression.Equal(inner, Expression.Constant(null, typeof(UncPath))), Expression.Constant(null, typeof(UncPath)), Expression.Property(inner, nameof(UncPath.ShareRoot))), most: 12),
            Expression.Constant(null, typeof(UncPath)))), i => i.ItemType == OfflineFilesItemType.Server),
        new("+ of numbers", Deep, n => Lambda(Expression.Equal(Repeat(n, LocalSize, inner => Expression.Add(inner, Expression.Constant(0L))), Expression.Constant(7L))), i => i.FileSysInfo?.LocalSize == 7),
        new("+ of numbers that may be null", Deep, n => Lambda(Expression.Equal(Repeat(n, LocalSize, inner => Expression.Subtract(Expression.Add(inner, LocalSize), LocalSize)), Expression.Constant(7L))), i => i.FileSysInfo?.LocalSize == 7),
        new("- of -", Deep, n => Lambda(Expression.Equal(Repeat(n, LocalSize, Expression.Negate), Expression.Constant(7L))), i => i.FileSysInfo?.LocalSize == 7),
        new("constants", Deep, n => Lambda(Expression.Equal(LocalSize, Repeat(n, Expression.Constant(7L), inner => Expression.Add(inner, Expression.Constant(0L))))), i => i.FileSysInfo?.LocalSize == 7),
        new("times", Deep, n => Lambda(Expression.GreaterThan(Repeat(
            n,
            Expression.Property(Expression.Property(Expression.Property(I, nameof(OfflineFilesItem.FileSysInfo)), nameof(FileSysInfo.LocalLastWriteTime)), "Value"),
            inner => Expression.Call(inner, nameof(DateTimeOffset.AddDays), null, Expression.Constant(0.0))), Expression.Constant(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero)))), i => i.FileSysInfo?.LocalLastWriteTime?.Year > 1900),
    ];

    private static Expression Parent => Expression.Property(I, nameof(OfflineFilesItem.ParentItemPath));

    public override string ToString() => Name;

    public Expression<Func<OfflineFilesItem, bool>> Predicate() => Make(Size);

    private static Expression<Func<OfflineFilesItem, bool>> Lambda(Expression body) => Expression.Lambda<Func<OfflineFilesItem, bool>>(body, I);

    private static Expression Repeat(int times, Expression inner, Func<Expression, Expression> around, int most = int.MaxValue)
    {
        for (var k = 0; k < Math.Min(times, most); k++) inner = around(inner);
        return inner;
    }

    private static string Value(int k, int n) => k == n - 1 ? "axb.txt" : $"x{k}";

    private static bool IsLast(OfflineFilesItem item) => item.ItemName == "axb.txt";

    private static Expression Text(Expression text, string value = "axb.txt") => Expression.Equal(text, Expression.Constant(value));

    private static Expression Test(string value) => Text(ItemName, value);

    private static IEnumerable<Expression> Tests(int n) => Enumerable.Range(0, n).Select(k => Test(Value(k, n)));

    private static IEnumerable<Expression> Nots(int n) => Tests(n).Select(test => (Expression)Expression.Not(test));

    private static Expression Balanced(ReadOnlySpan<Expression> parts, Func<Expression, Expression, Expression> join) => parts.Length == 1
        ? parts[0]
        : join(Balanced(parts[..(parts.Length / 2)], join), Balanced(parts[(parts.Length / 2)..], join));

    private static Expression<Func<OfflineFilesItem, bool>> Contains(List<string> names) => i => names.Contains(i.ItemName);

    private static Expression<Func<OfflineFilesItem, bool>> Predicates(int n, Func<Expression<Func<OfflineFilesItem, bool>>, Expression> call)
    {
        var all = Lambda(Test("x"));
        for (var k = 0; k < n; k++) all = Lambda(Expression.OrElse(call(all), Test(Value(k, n))));
        return all;
    }

    private static Expression NestedAny(int n)
    {
        var any = new Func<IEnumerable<char>, Func<char, bool>, bool>(Enumerable.Any).Method;
        Expression inner = Expression.Constant(true);
        for (var k = 0; k < n; k++)
        {
            var c = Expression.Parameter(typeof(char), "c");
            inner = Expression.Call(any, ItemName, Expression.Lambda<Func<char, bool>>(k == 0 ? Expression.NotEqual(c, Expression.Constant('\0')) : inner, c));
        }

        return inner;
    }

    private sealed class Box(string value)
    {
        public readonly string Value = value;
    }
}
