namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

/// <summary>What languages without the interpolated strings of C# 10 call makes the same queries.</summary>
[TestFixture]
public sealed class WqlFormattableTests
{
    private const string Injection = "users' OR ItemType = 3 OR ItemName = 'x";

    private static readonly DateTimeOffset Point = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static IEnumerable<TestCaseData> Values()
    {
        // A predicate as a FormattableString -> as a handler.
        static TestCaseData Case(string name, FormattableString formattable, WqlPredicate predicate) =>
            new TestCaseData(formattable, predicate).SetArgDisplayNames(name);
        yield return Case("string", $"p = {Injection}", WqlPredicate.Create($"p = {Injection}"));
        yield return Case("char", $"p = {'\''}", WqlPredicate.Create($"p = {'\''}"));
        yield return Case("bool", $"p = {true}", WqlPredicate.Create($"p = {true}"));
        yield return Case("byte", $"p = {(byte)7}", WqlPredicate.Create($"p = {(byte)7}"));
        yield return Case("int", $"p = {-7}", WqlPredicate.Create($"p = {-7}"));
        yield return Case("ulong", $"p = {ulong.MaxValue}", WqlPredicate.Create($"p = {ulong.MaxValue}"));
        yield return Case("double", $"p = {0.5}", WqlPredicate.Create($"p = {0.5}"));
        yield return Case("float", $"p = {0.5f}", WqlPredicate.Create($"p = {0.5f}"));
        yield return Case("enum", $"p = {DayOfWeek.Friday}", WqlPredicate.Create($"p = {DayOfWeek.Friday}"));
        yield return Case("point in time", $"p > {Point}", WqlPredicate.Create($"p > {Point}"));
        yield return Case("DateTime", $"p > {Point.UtcDateTime}", WqlPredicate.Create($"p > {Point.UtcDateTime}"));
        yield return Case("interval", $"p > {TimeSpan.FromMinutes(1)}", WqlPredicate.Create($"p > {TimeSpan.FromMinutes(1)}"));
        yield return Case("Guid", $"p = {Guid.Empty}", WqlPredicate.Create($"p = {Guid.Empty}"));
        yield return Case("pattern", $"p LIKE {WqlLikePattern.StartsWith("a_b")}", WqlPredicate.Create($"p LIKE {WqlLikePattern.StartsWith("a_b")}"));
        yield return Case("constant", $"p = {WqlConstant.String("x")}", WqlPredicate.Create($"p = {WqlConstant.String("x")}"));
        yield return Case("null", $"p = {null}", WqlPredicate.Create($"p = {(string?)null}"));
        yield return Case("several, and braces", $"p = {"{0}"} OR q = {"}"} OR r = {1}", WqlPredicate.Create($"p = {"{0}"} OR q = {"}"} OR r = {1}"));
        yield return Case("no value", $"p = 1", WqlPredicate.Create($"p = 1"));
    }

    [TestCaseSource(nameof(Values))]
    public void A_value_is_the_same_constant(FormattableString formattable, WqlPredicate predicate) =>
        Assert.That(WqlPredicate.FromFormattable(formattable), Is.EqualTo(predicate));

    [Test]
    public void A_query_can_be_made_with_braces_of_its_own() => Assert.That(
        WqlQuery.FromFormattable($"ASSOCIATORS OF {{C.Key={"a"}}}"), Is.EqualTo(WqlQuery.Create($"ASSOCIATORS OF {{C.Key={"a"}}}")));

    [Test]
    public void A_value_out_of_place_is_refused()
    {
        Assert.That(() => WqlQuery.FromFormattable($"SELECT * FROM {"C"}"), Throws.TypeOf<WqlSyntaxException>());
        Assert.That(() => WqlPredicate.FromFormattable($"p = '{"x"}'"), Throws.TypeOf<WqlSyntaxException>());
    }

    [Test]
    public void A_value_that_is_no_constant_or_has_a_format_is_refused()
    {
        Assert.That(() => WqlPredicate.FromFormattable($"p = {new object()}"), Throws.ArgumentException.With.Message.Contains("the type System.Object cannot be put into a query"));
        Assert.That(() => WqlPredicate.FromFormattable($"p = {7:X}"), Throws.ArgumentException.With.Message.Contains("'{0:X}'"));
        Assert.That(() => WqlPredicate.FromFormattable($"p = {7,4}"), Throws.ArgumentException.With.Message.Contains("leave them out"));
        Assert.That(() => WqlPredicate.FromFormattable(null!), Throws.ArgumentNullException);
    }
}
