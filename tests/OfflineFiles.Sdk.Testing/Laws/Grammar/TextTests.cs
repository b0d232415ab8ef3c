using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>Tests of text: every method that compares or searches, with every rule, with the value on either side.</summary>
internal static class TextTests
{
    private static readonly Gen<StringComparison> Rule = Pick.Of(Enum.GetValues<StringComparison>());
    private static readonly Gen<string> Search = Pick.Of(nameof(string.StartsWith), nameof(string.EndsWith), nameof(string.Contains));

    private static readonly Gen<Expression> Member = Row.MembersOf(typeof(string));

    private static readonly Gen<Expression> Text = Gen.Frequency(
        (8, Member),
        (1, Gen.Select(Member, Pick.Of(nameof(string.ToUpper), nameof(string.ToLower), nameof(string.ToUpperInvariant), nameof(string.ToLowerInvariant)),
            (text, method) => (Expression)Expression.Call(text, method, null))),
        (1, Pick.Of(
            Row.Body(i => i.ParentItemPath ?? "a"),
            Row.Body(i => i.ParentItemPath ?? i.ItemName),
            Row.Body(i => i.Sparse == true ? i.ItemName : i.ParentItemPath),
            Row.Body(i => i.ItemName + i.ParentItemPath),
            Row.Body(i => i.Path.Name),
            Row.Body(i => i.Path.Share),
            Row.Body(i => i.ParentItemPath!.Trim()))));

    private static readonly Gen<Expression> Value = Gen.Frequency(
        (6, Row.Value(Pick.Of(LawValues.Texts))),
        (6, Row.Value(Pick.Of(LawValues.Paths))),
        (1, Row.Value(Gen.Const((string)null!))),
        (2, Text));

    private static readonly Gen<Expression> Char = Row.Value(Pick.Of('a', 'A', '%', '_', '[', '\\', 'ß', 'ı', 'k', '\u212A', '\0', '\uD83D'));

    public static readonly Gen<Expression> Any = Gen.OneOf(
        Gen.Select(Text, Value, Gen.Bool, Gen.Bool, (text, value, isEqual, isFlipped) =>
            (Expression)Expression.MakeBinary(isEqual ? ExpressionType.Equal : ExpressionType.NotEqual, isFlipped ? value : text, isFlipped ? text : value)),
        Gen.Select(Search, Text, Value, (method, text, value) => Call(text, method, value)),
        Gen.Select(Search, Text, Value, Rule, (method, text, value, rule) => Call(text, method, value, Expression.Constant(rule))),
        Gen.Select(Search, Text, Char, (method, text, value) => Call(text, method, value)),
        Gen.Select(Text, Char, Rule, (text, value, rule) => Call(text, nameof(string.Contains), value, Expression.Constant(rule))),
        Gen.Select(Search, Text, Value, (method, text, value) => Call(value, method, text)),
        Gen.Select(Text, Value, (text, value) => Call(text, nameof(string.Equals), value)),
        Gen.Select(Text, Value, Rule, (text, value, rule) => Call(text, nameof(string.Equals), value, Expression.Constant(rule))),
        Gen.Select(Text, Value, (text, value) => Static(nameof(string.Equals), text, value)),
        Gen.Select(Text, Value, Rule, (text, value, rule) => Static(nameof(string.Equals), value, text, Expression.Constant(rule))),
        Gen.Select(Comparison.Operator, Gen.OneOf(Orders()), Pick.Of(0, 0, 0, 0, -1, 1, 2, -2, int.MinValue), Gen.Bool, Comparison.With),
        Gen.Select(Text, Pick.Of(nameof(string.IsNullOrEmpty), nameof(string.IsNullOrWhiteSpace)), (text, method) => Static(method, text)),
        Gen.Select(Comparison.Operator, Gen.Select(Text, text => (Expression)Expression.Property(text, "Length")), Gen.Int[0, 6], Gen.Bool, Comparison.With),
        Gen.Select(Comparison.Operator, Gen.Select(Text, Value, Pick.Of(nameof(string.IndexOf), nameof(string.LastIndexOf)), (text, value, method) => Call(text, method, value)), Pick.Of(0, -1, 1), Gen.Bool, Comparison.With));

    private static Gen<Expression>[] Orders() =>
    [
        Gen.Select(Text, Value, (text, value) => Call(text, nameof(string.CompareTo), value)),
        Gen.Select(Text, Value, (text, value) => Call(value, nameof(string.CompareTo), text)),
        Gen.Select(Text, Value, (text, value) => Static(nameof(string.Compare), text, value)),
        Gen.Select(Text, Value, (text, value) => Static(nameof(string.Compare), value, text)),
        Gen.Select(Text, Value, Rule, (text, value, rule) => Static(nameof(string.Compare), text, value, Expression.Constant(rule))),
        Gen.Select(Text, Value, (text, value) => Static(nameof(string.CompareOrdinal), text, value)),
    ];

    private static Expression Call(Expression target, string method, params Expression[] arguments) =>
        Expression.Call(target, typeof(string).GetMethod(method, [.. arguments.Select(argument => argument.Type)])!, arguments);

    private static Expression Static(string method, params Expression[] arguments) =>
        Expression.Call(typeof(string).GetMethod(method, [.. arguments.Select(argument => argument.Type)])!, arguments);
}
