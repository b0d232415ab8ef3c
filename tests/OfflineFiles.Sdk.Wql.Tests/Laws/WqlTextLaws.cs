using CsCheck;
using OfflineFiles.Sdk.Wql.Casing;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

/// <summary>How texts compare, over random texts: as the platform has it, and of one piece.</summary>
[TestFixture]
internal sealed class WqlTextLaws
{
    // Letters that every version of Unicode of the last years knows, in all their cases; and halves of letters.
    private static readonly Gen<string> Letter = Gen.OneOf(
        "a", "A", "z", "_", "[", "\0", "é", "É", "ß", "ı", "İ", "ſ", "s", "\u212A", "k", "µ", "μ", "Μ", "σ", "ς", "Σ", "ǅ", "ǆ", "ꭰ", "Ꭰ",
        "\uFF21", "\uFF41", "\uE000", "\U00010400", "\U00010428", "\U00010401", "\U00010C80", "\U00010CC0", "\U0001E900", "\U0001E922", "\U0001F600",
        "\uD801", "\uD802", "\uDC00", "\uDC28");

    private static readonly Gen<string> Text = Gen.OneOf(
        Letter.Array[0, 6].Select(string.Concat),
        Gen.OneOf("a", "A", "é", "É", "\U00010400", "\U00010428").Array[0, 5].Select(string.Concat),
        WqlGen.Text);

    private static readonly Gen<(string Left, string Right)> Two = Gen.OneOf(
        Gen.Select(Text, Text),
        Gen.Select(Text, text => (text, text.ToLowerInvariant())),
        Gen.Select(Text, Text, (text, other) => (text + other, text.ToUpperInvariant())),
        Gen.Select(Text, Text, (text, other) => (other + text, text.ToUpperInvariant())));

    [Test]
    public void Texts_compare_as_the_platform_compares_them() => Two.Sample(
        (left, right) => Math.Sign(WqlText.Compare(left, right)) == Math.Sign(string.Compare(left, right, StringComparison.OrdinalIgnoreCase))
            && WqlText.AreEqual(left, right) == string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            && WqlText.StartsWith(left, right) == left.StartsWith(right, StringComparison.OrdinalIgnoreCase)
            && WqlText.EndsWith(left, right) == left.EndsWith(right, StringComparison.OrdinalIgnoreCase)
            && WqlText.IndexOf(left, right) == left.IndexOf(right, StringComparison.OrdinalIgnoreCase)
            && WqlText.LastIndexOf(left, right) == left.LastIndexOf(right, StringComparison.OrdinalIgnoreCase),
        iter: LawBudget.Of(200_000));

    /// <summary>The table alone, also where a text of ASCII would be left to the runtime.</summary>
    [Test]
    public void The_table_compares_as_the_platform_does() => Two.Sample(
        (left, right) => Math.Sign(CaseFolding.Compare(left, right)) == Math.Sign(string.Compare(left, right, StringComparison.OrdinalIgnoreCase))
            && (left.Length == right.Length && CaseFolding.AreEqual(left, 0, right, 0, left.Length)) == string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            && (right.Length == 0 || CaseFolding.IndexOf(left, right, 0, left.Length) == left.IndexOf(right, StringComparison.OrdinalIgnoreCase))
            && (right.Length == 0 || CaseFolding.LastIndexOf(left, right) == left.LastIndexOf(right, StringComparison.OrdinalIgnoreCase)),
        iter: LawBudget.Of(200_000));

    [Test]
    public void Equal_texts_have_one_upper_case_one_hash_code_and_one_place() => Two.Sample((left, right) =>
    {
        var areEqual = WqlText.AreEqual(left, right);
        return areEqual == (WqlText.ToUpper(left) == WqlText.ToUpper(right))
            && areEqual == (WqlText.Compare(left, right) == 0)
            && (!areEqual || WqlText.GetHashCode(left) == WqlText.GetHashCode(right))
            && WqlText.AreEqual(left, WqlText.ToUpper(left))
            && WqlText.Comparer.Equals(left, right) == areEqual;
    });

    [Test]
    public void The_order_is_total() => Gen.Select(Text, Text, Text).Sample((first, second, third) =>
    {
        string[] sorted = [first, second, third];
        Array.Sort(sorted, WqlText.Comparer);
        return WqlText.Compare(sorted[0], sorted[1]) <= 0 && WqlText.Compare(sorted[1], sorted[2]) <= 0 && WqlText.Compare(sorted[0], sorted[2]) <= 0
            && Math.Sign(WqlText.Compare(first, second)) == -Math.Sign(WqlText.Compare(second, first));
    });

    [Test]
    public void A_text_is_found_where_it_first_and_last_equals_what_is_there() => Two.Sample((text, value) =>
    {
        int[] places = [.. Enumerable.Range(0, Math.Max(0, text.Length - value.Length + 1))
            .Where(index => WqlText.AreEqual(text.Substring(index, value.Length), value))];
        return WqlText.IndexOf(text, value) == (places.Length == 0 ? -1 : places[0])
            && WqlText.LastIndexOf(text, value) == (places.Length == 0 ? -1 : places[^1])
            && WqlText.Contains(text, value) == places.Length > 0
            && WqlText.StartsWith(text, value) == places.Contains(0)
            && WqlText.EndsWith(text, value) == (places.Length > 0 && places[^1] == text.Length - value.Length);
    });
}
