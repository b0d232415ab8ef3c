using CsCheck;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Tests.Laws.Changes;

/// <summary>What holds of the comparison of any two snapshots.</summary>
public sealed class SnapshotLaws
{
    // Both of one cache or of two that have nothing to do with one another, with single items changed.
    private static readonly Gen<(OfflineFilesItem[] Before, OfflineFilesItem[] After)> Pairs = Gen.OneOf(
        Gen.Select(ItemGen.Tree, ItemGen.Tree),
        Gen.Select(ItemGen.AnyRows, ItemGen.AnyRows),
        Gen.Select(ItemGen.Tree, ItemGen.Tree, (first, second) => (first, first.Concat(second).Reverse().Distinct().ToArray())));

    [Test]
    public void Replaying_the_changes_over_the_first_snapshot_yields_the_second() => Pairs.Sample(
        (before, after) =>
        {
            var replayed = Replay(before, CacheChanges.Between(before, after));
            return AreEqual(replayed, after);
        },
        iter: LawBudget.Of(2_000));

    [Test]
    public void A_snapshot_that_accepted_a_look_holds_what_it_found() => Pairs.Sample(
        (before, after) =>
        {
            var snapshot = new CacheSnapshot(before);
            var look = snapshot.Compare();
            foreach (var item in after) look.Add(item);
            look.Accept();
            return snapshot.Count == after.Length && AreEqual([.. snapshot.Items], after);
        },
        iter: LawBudget.Of(2_000));

    [Test]
    public void Equal_items_have_no_change_and_different_ones_have_one() => Pairs.Sample(
        (before, after) =>
        {
            var changed = CacheChanges.Between(before, after).Select(change => change.Path!).ToHashSet();
            var beforeByPath = before.ToDictionary(item => item.Path);
            var afterByPath = after.ToDictionary(item => item.Path);
            return beforeByPath.Keys.Union(afterByPath.Keys).All(path =>
                changed.Contains(path) != (beforeByPath.TryGetValue(path, out var old) && afterByPath.TryGetValue(path, out var now) && IsSame(old, now)));
        },
        iter: LawBudget.Of(2_000));

    [Test]
    public void Parents_come_before_their_children_and_go_after_them() => Pairs.Sample(
        (before, after) =>
        {
            var changes = CacheChanges.Between(before, after);
            var firstAt = changes.Select((change, index) => (change, index)).ToLookup(pair => (pair.change.Path!, IsGone(pair.change)), pair => pair.index);
            return changes.All(change => change.Path!.Parent is not { } parent
                || firstAt[(parent, IsGone(change))].All(at => at < firstAt[(change.Path, IsGone(change))].Min() != IsGone(change)));
        },
        iter: LawBudget.Of(2_000));

    [Test]
    public void The_way_back_tells_of_the_same_items() => Pairs.Sample(
        (before, after) =>
            CacheChanges.Between(before, after).Select(change => change.Path!).ToHashSet()
                .SetEquals(CacheChanges.Between(after, before).Select(change => change.Path!)),
        iter: LawBudget.Of(2_000));

    private static bool IsGone(CacheChange change) => change.Kind == CacheChangeKind.ItemRemoved;

    private static OfflineFilesItem[] Replay(OfflineFilesItem[] before, IEnumerable<CacheChange> changes)
    {
        var state = before.ToDictionary(item => item.Path);
        foreach (var change in changes)
        {
            if (change.OldPath is { } oldPath && !state.Remove(oldPath)) throw new InvalidOperationException($"{oldPath} was not there.");
            if (change.Kind == CacheChangeKind.ItemAdded && state.ContainsKey(change.Path!)) throw new InvalidOperationException($"{change.Path} was there already.");
            if (IsGone(change) != (change.Current is null)) throw new InvalidOperationException($"{change} does not know what it is.");
            if (change.Current is { } current) state[change.Path!] = current;
            else if (!state.Remove(change.Path!)) throw new InvalidOperationException($"{change.Path} was not there.");
        }

        return [.. state.Values];
    }

    private static bool AreEqual(OfflineFilesItem[] left, OfflineFilesItem[] right)
    {
        var byPath = right.ToDictionary(item => item.Path);
        return left.Length == right.Length && left.All(item => byPath.TryGetValue(item.Path, out var other) && IsSame(item, other));
    }

    // Said apart from the product: text for text, member for member.
    private static bool IsSame(OfflineFilesItem left, OfflineFilesItem right) => typeof(OfflineFilesItem).GetProperties()
        .Where(property => Enum.TryParse<ItemMembers>(property.Name, out _))
        .All(property => Equals(property.GetValue(left), property.GetValue(right)));
}
