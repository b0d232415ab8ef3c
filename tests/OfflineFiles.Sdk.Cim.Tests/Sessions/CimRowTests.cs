using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class CimRowTests
{
    [Test]
    public void Rows_of_one_class_and_the_same_names_share_their_shape()
    {
        var (first, second) = (new CimRow("A", [new("X", 1), new("Y", 2)]), new CimRow("A", [new("X", 3), new("Y", 4)]));

        Assert.That(second.Shape, Is.SameAs(first.Shape));
        Assert.That(new CimRow("B", [new("X", 1), new("Y", 2)]).Shape, Is.Not.SameAs(first.Shape));
        Assert.That(new CimRow("A", [new("Y", 1), new("X", 2)]).Shape, Is.Not.SameAs(first.Shape));
    }

    [Test]
    public void A_value_is_found_ignoring_case_and_what_is_missing_is_NULL()
    {
        var row = new CimRow("A", [new("Name", "x")]);

        Assert.That((row["NAME"], row["Other"], row[0], row[-1]), Is.EqualTo(((object?)"x", (object?)null, (object?)"x", (object?)null)));
    }

    [Test]
    public void Of_two_values_of_one_name_the_later_counts() =>
        Assert.That(new CimRow("A", [new("X", 1), new("x", 2)]).Values, Is.EqualTo(new[] { new KeyValuePair<string, object?>("X", 2) }));

    [Test]
    public void A_row_has_a_value_for_each_name_of_its_shape() =>
        Assert.That(
            () => new CimRow(CimRowShape.Of("A", ["X", "Y"]), [1]), Throws.ArgumentException.With.Message.Contains("A has 2 properties, not 1."));

    [Test]
    public void More_shapes_than_are_kept_still_read_right() => Assert.That(
        Enumerable.Range(0, 200).Select(number => new CimRow("A", [new($"P{number % 100}", number)])[$"p{number % 100}"]),
        Is.EqualTo(Enumerable.Range(0, 200)));
}
