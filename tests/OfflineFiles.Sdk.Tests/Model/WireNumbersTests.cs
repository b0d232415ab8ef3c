using System.Globalization;

namespace OfflineFiles.Sdk.Tests.Model;

/// <summary>Every number that goes over the wire, against facts kept apart from the enums (Facts/numbers.tsv).</summary>
[TestFixture]
public sealed class WireNumbersTests
{
    private static readonly Type[] Enums =
    [
        typeof(OfflineFilesItemType), typeof(ConnectState), typeof(OfflineReason), typeof(PinState), typeof(HealthSyncStatus),
        typeof(SyncConflictResolution), typeof(SyncOperation), typeof(SyncState), typeof(ProgressReason),
        typeof(PinControlFlags), typeof(SyncControlFlags), typeof(SyncConflictPolicy), typeof(DeleteFlags), typeof(EncryptionControlFlags), typeof(TransitionFlags),
    ];

    public sealed record Fact(string Enum, string Member, long Number, string DocumentedName)
    {
        public override string ToString() => $"{DocumentedName} = {Number}";
    }

    private static IEnumerable<Fact> Facts() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", "numbers.tsv"))
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('\t')
        let number = cells[2].StartsWith("0x", StringComparison.Ordinal)
            ? long.Parse(cells[2].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : long.Parse(cells[2], CultureInfo.InvariantCulture)
        select new Fact(cells[0], cells[1], number, cells[3]);

    [TestCaseSource(nameof(Facts))]
    public void A_member_has_the_documented_number(Fact fact)
    {
        var type = Enums.Single(candidate => candidate.Name == fact.Enum);

        Assert.That(Convert.ToInt64(Enum.Parse(type, fact.Member), CultureInfo.InvariantCulture), Is.EqualTo(fact.Number));
    }

    [Test]
    public void No_enum_has_a_member_that_is_not_documented([ValueSource(nameof(Enums))] Type type)
    {
        var documented = Facts().Where(fact => fact.Enum == type.Name).Select(fact => fact.Member).ToList();

        // None is the name of "no flag", which has no name of its own on the wire.
        var own = type.IsDefined(typeof(FlagsAttribute), inherit: false) ? ["None"] : Array.Empty<string>();
        Assert.That(Enum.GetNames(type), Is.EquivalentTo(documented.Concat(own)));
    }
}
