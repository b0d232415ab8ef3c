using CsCheck;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Sync.Apply;
using OfflineFiles.Sdk.Embedded.Versions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Sync.Laws;

/// <summary>Two sides of a directory, however their names are spelled and in whatever order they came, meet as by looking each name up, ignoring case.</summary>
[TestFixture]
internal sealed class DirectorySidesLaws
{
    private static readonly UncPath Directory = @"\\srv\docs\d";

    private static readonly Gen<string> Names = Gen.OneOf(
        Pick.Of("a", "A", "b", "B", "ab", "aB", "Ab", "AB", "ß", "ſ", "S", "é", "É", "\uFFFD", "\U00010400", "\U00010428", "_", "Z", "z", "[", "a b", "k", "\u212A"),
        Gen.String[Gen.OneOf(Gen.Const('a'), Gen.Const('A'), Gen.Const('b'), Gen.Const('_')), 1, 3]);

    [Test]
    public Task Names_meet_as_in_a_dictionary() => Gen.Select(Names.Array[0, 12], Names.Array[0, 12], Gen.Bool.Array[12], Gen.Bool).SampleAsync(
        (listed, cached, quiet, isReal) => MeetAsync(listed, cached, quiet, new ShareTraits { ChangeTimeIsReal = isReal }),
        iter: LawBudget.Of(3000),
        threads: 1);

    private static async Task MeetAsync(string[] listed, string[] cached, bool[] isQuiet, ShareTraits traits)
    {
        var entries = Listed(listed);
        var names = cached.Distinct(WqlText.Comparer).ToList();
        // What takes more than a glance is read from the store: here are those that never do.
        var quiet = names.Where((name, i) => isQuiet[i] && traits.ChangeTimeIsReal && entries.Exists(entry => entry.Name == name && entry.Kind == ShareEntryKind.File)).ToList();
        var sides = new DirectorySides(
            null!,
            new Glance(
                Directory,
                [.. names.Except(quiet).Select(name => Fetcher.NewRow(Directory.Append(name), EntryOf(name)))],
                [.. quiet.Select(name => new QuietItem(name, EntryOf(name).Token))]),
            entries);

        var left = names.ToDictionary(name => name, WqlText.Comparer);
        var chosen = ShareListing.Choose(entries, name => left.GetValueOrDefault(name));
        Assert.That(sides.Count, Is.EqualTo(entries.Count));
        for (var i = 0; i < sides.Count; i++)
        {
            var isSame = sides.TakeIfAsItWas(i, traits) is not null;
            Assert.That(isSame, Is.EqualTo(quiet.Contains(entries[i].Name)), entries[i].Name);
            Assert.That(sides[i], Is.EqualTo(chosen[i]));
            if (isSame) left.Remove(entries[i].Name);
            else if (chosen[i].LeftAlone is null)
                Assert.That((await sides.TakeAsync(i, CancellationToken.None))?.Path.Name, Is.EqualTo(left.Remove(entries[i].Name, out var name) ? name : null));
            else if (!chosen[i].Entry.NameClash)
            {
                sides.Drop(i);
                left.Remove(entries[i].Name);
            }
        }

        foreach (var entry in entries.Where(entry => entry.NameClash)) left.Remove(entry.Name);
        var rest = new List<string>();
        await foreach (var row in sides.TakeRestAsync(CancellationToken.None)) rest.Add(row.Path.Name);
        Assert.That(rest, Is.EqualTo(left.Values.Order(StringComparer.Ordinal)));
    }

    private static List<ShareEntry> Listed(string[] names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [.. distinct.Select(name => EntryOf(name) with { NameClash = distinct.Count(other => WqlText.AreEqual(other, name)) > 1 })];
    }

    /// <summary>A name that ends with Z is that of a link.</summary>
    private static ShareEntry EntryOf(string name) => new()
    {
        Name = name,
        Kind = name.EndsWith('Z') ? ShareEntryKind.Unsupported : ShareEntryKind.File,
        Unsupported = name.EndsWith('Z') ? UnsupportedReason.Link : UnsupportedReason.None,
        Size = name.Length,
        Attributes = FileAttributes.Normal,
        LastWriteTimeUtc = DateTime.UnixEpoch,
        ChangeTimeUtc = DateTime.UnixEpoch,
        LastAccessTimeUtc = DateTime.UnixEpoch,
        Token = ShareToken.ForFile(name.Length, 1, 2, 4),
    };
}
