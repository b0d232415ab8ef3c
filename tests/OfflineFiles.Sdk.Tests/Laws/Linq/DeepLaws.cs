using System.Linq.Expressions;
using CsCheck;
using OfflineFiles.Sdk.Tests.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>A predicate means what its parts mean, however deep they nest and whatever stack there is.</summary>
[TestFixture]
public sealed class DeepLaws
{
    private static readonly ParameterExpression I = Expression.Parameter(typeof(OfflineFilesItem), "i");
    private static readonly Expression Name = Expression.Property(I, nameof(OfflineFilesItem.ItemName));
    private static readonly Expression Pinned = Expression.Property(Expression.Property(I, nameof(OfflineFilesItem.PinInfo)), nameof(PinInfo.Pinned));
    private static readonly Expression Size = Expression.Property(Expression.Property(I, nameof(OfflineFilesItem.FileSysInfo)), nameof(FileSysInfo.LocalSize));

    private static readonly Level[] Levels =
    [
        new("!", Expression.Not, (inner, _) => !inner),
        new("|| name", inner => Expression.OrElse(inner, Test("a_b.txt")), (inner, i) => inner || i.ItemName == "a_b.txt"),
        new("name ||", inner => Expression.OrElse(Test("axb.txt"), inner), (inner, i) => inner || i.ItemName == "axb.txt"),
        new("&& !name", inner => Expression.AndAlso(inner, Expression.Not(Test("axb.txt"))), (inner, i) => inner && i.ItemName != "axb.txt"),
        new("!name &&", inner => Expression.AndAlso(Expression.Not(Test("a_b.txt")), inner), (inner, i) => inner && i.ItemName != "a_b.txt"),
        new("== pinned", inner => Expression.Equal(inner, Pinned), (inner, i) => inner == IsPinned(i)),
        new("^ pinned", inner => Expression.ExclusiveOr(Pinned, inner), (inner, i) => inner != IsPinned(i)),
        new("? pinned", inner => Expression.Condition(inner, Pinned, Expression.Not(Pinned)), (inner, i) => inner == IsPinned(i)),
        new("pinned ?", inner => Expression.Condition(Pinned, inner, Test("axb.txt")), (inner, i) => IsPinned(i) ? inner : i.ItemName == "axb.txt"),
        new("size ?", inner => Expression.GreaterThan(Expression.Condition(inner, Size, Expression.Negate(Size)), Expression.Constant(6L)), (inner, i) => inner && i.FileSysInfo?.LocalSize > 6),
        new("as text", inner => Expression.Equal(Expression.Call(Expression.Call(inner, nameof(ToString), null), nameof(string.Trim), null), Expression.Constant("true")), (inner, _) => inner),
        new("called", inner => Expression.Invoke(Expression.Lambda<Func<OfflineFilesItem, bool>>(inner, I), I), (inner, _) => inner),
    ];

    [Test]
    public void A_predicate_of_any_depth_means_what_its_parts_mean() =>
        Gen.Select(Gen.Int[0, Levels.Length - 1].Array[1, 6], Gen.Int[100, 1500]).Sample(
            (pattern, depth) =>
            {
                var body = Test("axb.txt");
                var holds = SampleItems.All.Select(item => item.ItemName == "axb.txt").ToArray();
                for (var k = 0; k < depth; k++)
                {
                    var level = Levels[pattern[k % pattern.Length]];
                    body = level.Around(body);
                    for (var row = 0; row < holds.Length; row++) holds[row] = level.Meaning(holds[row], SampleItems.All[row]);
                }

                var predicate = Expression.Lambda<Func<OfflineFilesItem, bool>>(body, I);
                var expected = SampleItems.All.Where((_, row) => holds[row]).Select(item => item.ItemPath).Order().ToList();
                foreach (var backend in QueryAssert.Backends())
                    SmallStack.Run(() => Assert.That(
                        new OfflineFilesCache(backend).Items.Where(predicate).ToList().Select(item => item.ItemPath).Order(), Is.EqualTo(expected), backend.Pushdown.Name));
            },
            iter: LawBudget.Of(60),
            print: sample => $"{sample.Item2} levels of {string.Join(", ", sample.Item1.Select(level => Levels[level].Name))}");

    private static Expression Test(string name) => Expression.Equal(Name, Expression.Constant(name));

    private static bool IsPinned(OfflineFilesItem item) => item.PinInfo?.Pinned == true;

    private sealed record Level(string Name, Func<Expression, Expression> Around, Func<bool, OfflineFilesItem, bool> Meaning);
}
