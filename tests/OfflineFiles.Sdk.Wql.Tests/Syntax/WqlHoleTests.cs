using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

[TestFixture]
internal sealed class WqlHoleTests
{
    private const string Quoted = "A value writes its own quotes and escapes: leave the quotes around it out.";
    private const string Touching = "A value is a whole constant: put a blank between it and what stands beside it.";
    private const string Sign = "A value brings its own sign: pass the negative number, and leave the minus out.";

    private static readonly string[] Hostile =
    [
        "", "'", "\"", "\\", "\\'", "''", "' OR ItemType = 0 OR 'a' = '", "\" OR 1 = a --", "%", "_[", "\0", "\n", "\r\n", "\uD800", "\uDC00\uD83D", "NULL", "TRUE", "5",
        "a\\\\b", "\\\\server\\share\\dir", "}", "{", ";", new string('\'', 50_000), new string('\\', 50_001),
    ];

    private static IEnumerable<TestCaseData> HostileCases =>
        Hostile.Select((value, index) => new TestCaseData(value).SetArgDisplayNames($"value {index}, {value.Length} characters"));

    [TestCaseSource(nameof(HostileCases))]
    public void Whatever_a_value_holds_it_is_one_string_and_nothing_else(string value)
    {
        var query = (WqlSelectQuery)WqlQuery.Create($"SELECT * FROM C WHERE a = {value} AND b LIKE {value} AND {value} = c");

        Assert.That(
            query.Where,
            Is.EqualTo(WqlPredicate.And(
                new WqlComparison(new WqlProperty("a"), WqlComparisonOperator.Equal, WqlConstant.String(value)),
                new WqlLike(new WqlProperty("b"), new WqlLikePattern(value)),
                new WqlComparison(new WqlProperty("c"), WqlComparisonOperator.Equal, WqlConstant.String(value)))));
    }

    [TestCaseSource(nameof(HostileCases))]
    public void Whatever_a_value_holds_it_is_one_key_of_a_path(string value)
    {
        var query = (WqlAssociatorsQuery)WqlQuery.Create($"ASSOCIATORS OF {{C.K={value},L={7}}} WHERE KeysOnly");

        Assert.That(query.Source, Is.EqualTo(WqlObjectPath.Instance(
            "C", new WqlObjectPathKey("K", WqlConstant.String(value)), new WqlObjectPathKey("L", WqlConstant.Integer(7)))));
    }

    [Test]
    public void Every_kind_of_value_is_written_as_its_constant()
    {
        var utc = new DateTime(2024, 1, 31, 9, 30, 0, DateTimeKind.Utc);
        int? none = null;
        DayOfWeek? day = null;
        string[] texts =
        [
            Right(WqlPredicate.Create($"a = {"it's"}")),
            Right(WqlPredicate.Create($"a = {'x'}")),
            Right(WqlPredicate.Create($"a = {true}")),
            Right(WqlPredicate.Create($"a = {(bool?)false}")),
            Right(WqlPredicate.Create($"a = {(byte)5}")),
            Right(WqlPredicate.Create($"a = {(short)-5}")),
            Right(WqlPredicate.Create($"a = {int.MinValue}")),
            Right(WqlPredicate.Create($"a = {uint.MaxValue}")),
            Right(WqlPredicate.Create($"a = {long.MinValue}")),
            Right(WqlPredicate.Create($"a = {ulong.MaxValue}")),
            Right(WqlPredicate.Create($"a = {-0.25}")),
            Right(WqlPredicate.Create($"a = {1e21}")),
            Right(WqlPredicate.Create($"a = {new DateTimeOffset(2024, 1, 31, 9, 30, 0, TimeSpan.FromHours(1))}")),
            Right(WqlPredicate.Create($"a = {utc}")),
            Right(WqlPredicate.Create($"a = {TimeSpan.FromHours(26)}")),
            Right(WqlPredicate.Create($"a = {new Guid("0123456789abcdef0123456789abcdef")}")),
            Right(WqlPredicate.Create($"a = {DayOfWeek.Friday}")),
            Right(WqlPredicate.Create($"a = {WqlConstant.String("x")}")),
            WqlPredicate.Create($"a LIKE {WqlLikePattern.StartsWith("50%")}").ToString(),
            WqlPredicate.Create($"a = {none}").ToString(),
            WqlPredicate.Create($"a <> {day}").ToString(),
            WqlPredicate.Create($"a = {(string?)null}").ToString(),
        ];

        Assert.That(texts, Is.EqualTo(new[]
        {
            "'it\\'s'", "'x'", "TRUE", "FALSE", "5", "-5", "-2147483648", "4294967295", "-9223372036854775808", "18446744073709551615", "-0.25",
            "1000000000000000000000.0", "'20240131083000.000000+000'", "'20240131093000.000000+000'", "'00000001020000.000000:000'",
            "'01234567-89ab-cdef-0123-456789abcdef'", "5", "'x'", "a LIKE '50[%]%'", "a IS NULL", "a IS NOT NULL", "a IS NULL",
        }));

        static string Right(WqlPredicate predicate) => ((WqlComparison)predicate).Constant.ToString();
    }

    [Test]
    public void A_number_stands_after_within_too()
    {
        var (poll, gather, count) = (0.5, 300, 5);
        var query = WqlQuery.Create($"SELECT * FROM E WITHIN {poll} GROUP WITHIN {gather} HAVING NumberOfEvents > {count}");

        Assert.That(query.ToString(), Is.EqualTo("SELECT * FROM E WITHIN 0.5 GROUP WITHIN 300 HAVING NumberOfEvents > 5"));
    }

    [Test]
    public void A_value_in_quotes_is_refused_whatever_it_holds()
    {
        foreach (var value in Hostile.Append(" OR ItemType = 0 OR ItemName = ").Append("plain"))
        {
            Refused(() => WqlQuery.Create($"SELECT * FROM C WHERE ItemName = '{value}'"), hint: null);
            Refused(() => WqlQuery.Create($"SELECT * FROM C WHERE ItemName = \"{value}\""), hint: null);
            Refused(() => WqlQuery.Create($"SELECT * FROM C WHERE a LIKE '%{value}%' OR b = 'x'"), hint: null);
            Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{C.K=\"{value}\"}}"), hint: null);
        }

        Refused(() => WqlPredicate.Create($"a = 'x {5} y'"), Quoted);
        Refused(() => WqlPredicate.Create($"a LIKE '{"x"}%'"), Quoted);
        Refused(() => WqlPredicate.Create($"a = \"{"x"}\""), Quoted);
    }

    [Test]
    public void A_value_that_touches_what_is_beside_it_is_refused()
    {
        Refused(() => WqlPredicate.Create($"a{1} = 5"), Touching);
        Refused(() => WqlPredicate.Create($"a = {1}{2}"), Touching);
        Refused(() => WqlPredicate.Create($"a = -{5}"), Sign);
        Refused(() => WqlPredicate.Create($"a = {5}.5"), Touching);
        Refused(() => WqlPredicate.Create($"a = 1.{5}"), Touching);
        Refused(() => WqlPredicate.Create($"a = x{true}"), Touching);
        Refused(() => WqlPredicate.Create($"a = {true}x"), Touching);
        Refused(() => WqlPredicate.Create($"a = {5}AND b = 1"), Touching);
        Refused(() => WqlPredicate.Create($"a = {"x"}{"y"}"), hint: null);
        Refused(() => WqlPredicate.Create($"a = {"x"}'y'"), hint: null);
    }

    [Test]
    public void A_value_stands_only_where_a_constant_may()
    {
        Refused(() => WqlQuery.Create($"SELECT {"a"} FROM C"), hint: null);
        Refused(() => WqlQuery.Create($"SELECT * FROM {"C"}"), hint: null);
        Refused(() => WqlQuery.Create($"{"SELECT * FROM C"}"), hint: null);
        Refused(() => WqlPredicate.Create($"{"a"} = {"b"}"), hint: null);
        Refused(() => WqlPredicate.Create($"a {"="} 5"), hint: null);
        Refused(() => WqlPredicate.Create($"a.{"b"} = 5"), hint: null);
        Refused(() => WqlPredicate.Create($"a LIKE {5}"), hint: null);
        Refused(() => WqlQuery.Create($"SELECT * FROM E WITHIN {TimeSpan.FromSeconds(5)}"), hint: null);
        Refused(() => WqlQuery.Create($"SELECT * FROM E WITHIN {-5}"), hint: null);
        Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{{"C"}}}"), hint: null);
        Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{root\\{5}:C=@}}"), hint: null);
        Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{root\\{true}\\cimv2:C=@}}"), hint: null);
        Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{{5}:C=@}}"), hint: null);
        Refused(() => WqlQuery.Create($"ASSOCIATORS OF {{C=@}} WHERE AssocClass = {"A"}"), hint: null);
    }

    [Test]
    public void The_message_says_what_to_write_instead()
    {
        var exception = Assert.Throws<WqlSyntaxException>(() => WqlQuery.Create($"SELECT * FROM C WHERE a = '{"x"}' OR b = 1"))!;

        Assert.That(exception.Error.Message, Is.EqualTo($"Line 1, column 27: found a value inside '', expected a value that stands by itself. {Quoted}"));
        Assert.That(exception.Text, Is.EqualTo("SELECT * FROM C WHERE a = ''x'' OR b = 1"));
    }

    [Test]
    public void What_is_no_constant_is_refused_before_the_text_is_read()
    {
        Assert.That(() => WqlPredicate.Create($"a = {new DateTime(2024, 1, 31)}"), Throws.ArgumentException);
        Assert.That(() => WqlPredicate.Create($"a = {double.NaN}"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlPredicate.Create($"a = {TimeSpan.FromTicks(-1)}"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlPredicate.Create($"a LIKE {(WqlLikePattern)null!}"), Throws.ArgumentNullException);
    }

    private static IEnumerable<TestCaseData> Values()
    {
        static TestCaseData Case(object? value, string constant) => new TestCaseData(value, constant).SetArgDisplayNames($"{value?.GetType().Name} {value}");

        yield return Case("it's", "'it\\'s'");
        yield return Case('x', "'x'");
        yield return Case(true, "TRUE");
        yield return Case((sbyte)-5, "-5");
        yield return Case((byte)5, "5");
        yield return Case((short)-5, "-5");
        yield return Case((ushort)5, "5");
        yield return Case(int.MinValue, "-2147483648");
        yield return Case(uint.MaxValue, "4294967295");
        yield return Case(long.MinValue, "-9223372036854775808");
        yield return Case(ulong.MaxValue, "18446744073709551615");
        yield return Case(0.5f, "0.5");
        yield return Case(-0.25, "-0.25");
        yield return Case(5m, "5");
        yield return Case(5.00m, "5");
        yield return Case(-7m, "-7");
        yield return Case(0.1m, "0.1");
        yield return Case(1e20m, "100000000000000000000.0");
        yield return Case(new DateTimeOffset(2024, 1, 31, 9, 30, 0, TimeSpan.FromHours(1)), "'20240131083000.000000+000'");
        yield return Case(new DateTime(2024, 1, 31, 9, 30, 0, DateTimeKind.Utc), "'20240131093000.000000+000'");
        yield return Case(TimeSpan.FromHours(26), "'00000001020000.000000:000'");
        yield return Case(new Guid("0123456789abcdef0123456789abcdef"), "'01234567-89ab-cdef-0123-456789abcdef'");
        yield return Case(DayOfWeek.Friday, "5");
        yield return Case(WqlConstant.String("x"), "'x'");
        yield return Case(WqlLikePattern.StartsWith("50%"), "'50[%]%'");
    }

    [TestCaseSource(nameof(Values))]
    public void A_value_of_a_type_known_only_at_run_time_is_written_as_its_constant(object value, string constant) =>
        Assert.That(WqlPredicate.Create($"a = {value}").ToString(), Is.EqualTo("a = " + constant));

    [Test]
    public void A_decimal_a_character_or_null_may_stand_in_a_hole_too()
    {
        decimal? price = 0.1m;
        char? letter = 'x';
        object? nothing = null;

        Assert.That(WqlPredicate.Create($"a = {5m} OR a = {price} OR a = {(decimal?)null}").ToString(), Is.EqualTo("a = 5 OR a = 0.1 OR a IS NULL"));
        Assert.That(WqlPredicate.Create($"a = {letter} OR a = {(char?)null} OR a = {nothing}").ToString(), Is.EqualTo("a = 'x' OR a IS NULL OR a IS NULL"));
    }

    [Test]
    public void What_is_no_constant_and_known_only_at_run_time_is_refused_with_the_way_out()
    {
        (object Value, string Words)[] values =
        [
            (new[] { 1, 2 }, "join them with WqlPredicate.Or"), (new List<string>(), "WQL has no IN"), (new DateOnly(2024, 1, 31), "whole day"),
            (new TimeOnly(9, 30), "no point in time"), (new Uri("file://srv/share"), "uri.LocalPath"), (Task.FromResult("x"), "await it"),
            (WqlPredicate.Parse("a = 1"), "WqlPredicate.And"), (new WqlProperty("a"), "It is a name"), (new Version(1, 0), "value.ToString()"),
            (new ValueTask(), "await it"), (new ValueTask<int>(5), "await it"), ((1, "a"), "each of its values"), (Tuple.Create(1), "each of its values"),
            (new Index(5), "pass a number"), (1..2, "pass a number"), (typeof(int), "type.Name"), (new Regex("a"), "WqlLikePattern"), (new FileInfo("a"), "FullName"),
            (new Action(() => { }), "call it"), (new StringBuilder("a"), "value.ToString()"), (new object(), "Pass a string"),
        ];
        foreach (var (value, words) in values)
        {
            var error = Assert.Throws<ArgumentException>(() => WqlPredicate.Create($"a = {value}"))!;
            Assert.That(error.Message, Does.Contain(value.GetType().ToString()).And.Contain(words));
        }
    }

    [Test]
    public void A_whole_number_beyond_64_bits_has_no_constant()
    {
        var large = BigInteger.Pow(2, 64);

        Assert.That(() => WqlPredicate.Create($"a = {large}"), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("18446744073709551615"));
        Assert.That(() => WqlPredicate.Create($"a = {(Int128)long.MinValue - 1}"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlPredicate.Create($"a = {UInt128.MaxValue}"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlPredicate.Create($"a = {(object)large}"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WqlPredicate.Create($"a = {Half.NaN}"), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_default_value_is_no_text()
    {
        Assert.That(() => WqlQuery.Create(default), Throws.ArgumentException.With.Message.Contains("write it as an interpolated string"));
        Assert.That(() => WqlQuery.Create(default, WqlParseOptions.Lenient), Throws.ArgumentException);
        Assert.That(() => WqlPredicate.Create(default), Throws.ArgumentException.With.Message.Contains("interpolated string"));
    }

    [Test]
    public void A_value_where_a_name_belongs_is_refused_with_the_reason() => Assert.That(
        () => WqlQuery.Create($"SELECT * FROM {"C"}"),
        Throws.TypeOf<WqlSyntaxException>().With.Message.Contains("names, operators and keywords are written into the text itself"));

    [Test]
    public void A_text_with_values_is_read_leniently_when_asked()
    {
        var query = WqlQuery.Create($"SELECT FROM C WHERE a NOT LIKE {"x;"};", WqlParseOptions.Lenient);

        Assert.That(query.ToString(), Is.EqualTo("SELECT * FROM C WHERE NOT a LIKE 'x;'"));
        Assert.That(query.Habits.Select(habit => habit.Kind), Is.EqualTo([WqlHabitKind.NoSelectList, WqlHabitKind.NotLike, WqlHabitKind.TrailingSemicolon]));
        Assert.That(() => WqlQuery.Create($"SELECT * FROM C WHERE a = +{5}", WqlParseOptions.Lenient), Throws.TypeOf<WqlSyntaxException>());
        Assert.That(() => WqlQuery.Create($"SELECT * FROM C WHERE a = {5}e{5}", WqlParseOptions.Lenient), Throws.TypeOf<WqlSyntaxException>());
    }

    [Test]
    public void A_text_without_values_is_read_as_ever() => Assert.That(WqlQuery.Create($"SELECT * FROM C"), Is.EqualTo(new WqlSelectQuery("C")));

    private static void Refused(Func<object> make, string? hint)
    {
        var exception = Assert.Throws<WqlSyntaxException>(() => make())!;
        if (hint is not null) Assert.That(exception.Error.Hint, Is.EqualTo(hint));
    }
}
