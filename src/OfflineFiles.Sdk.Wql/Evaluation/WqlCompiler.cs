using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Turns predicates into delegates over rows of any type, at little cost and without needing code made at run time.</summary>
/// <remarks>
/// <para>Strings compare ordinal, ignoring case. A test of a NULL value is unknown, except a NULL test; NOT unknown is unknown; a row
/// matches only when the whole is true. A quoted constant is converted to what the property holds; dates are compared as instants. Two
/// properties are compared if they are of one kind.</para>
/// <para>Making a delegate takes microseconds. When it has been asked about tens of thousands of rows, and the runtime compiles code made at
/// run time (not with native AOT, and from .NET 8 on), it compiles itself once, which takes some milliseconds and changes no answer.</para>
/// <para>A dotted name that leads nowhere is no error: as documented for WQL, a test of it matches nothing.</para>
/// </remarks>
public static class WqlCompiler
{
    /// <summary>Makes a delegate of a predicate.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="predicate">The predicate.</param>
    /// <param name="shape">What a row has. Asked now, not later.</param>
    /// <returns>
    /// A function that returns true for the rows that satisfy the predicate. Safe for several threads if the readers of the members are; allocates nothing for a row.
    /// </returns>
    /// <exception cref="WqlEvaluationException">
    /// A name without dots that the rows do not have; a constant that cannot be what the property holds; an operator its kind does not take; two
    /// properties of different kinds.
    /// </exception>
    /// <example>
    /// <code>
    /// var matches = WqlCompiler.Compile(WqlPredicate.Parse("ItemName LIKE '%.xlsx'"), shape);
    /// var found = rows.Where(matches);
    /// </code>
    /// </example>
    public static Func<TRow, bool> Compile<TRow>(WqlPredicate predicate, IWqlRowShape<TRow> shape)
    {
        var tree = Tree(predicate, shape);
        return TieredPredicate.Pays(predicate) ? new TieredPredicate<TRow>(tree, TieredPredicate.Threshold).IsTrue : tree.IsTrue;
    }

    /// <summary>The first tier of a predicate.</summary>
    internal static WqlNode<TRow> Tree<TRow>(WqlPredicate predicate, IWqlRowShape<TRow> shape) =>
        Node(Guard.NotNull(predicate), Guard.NotNull(shape), isNegated: false);

    // Recursion goes through this method and no other, and it keeps little on the stack: the tests are compiled elsewhere.
    private static WqlNode<TRow> Node<TRow>(WqlPredicate predicate, IWqlRowShape<TRow> shape, bool isNegated)
    {
        if (predicate is WqlNot not) return Node(not.Operand, shape, !isNegated);
        if (predicate is not WqlConnective connective) return Term(predicate, shape, isNegated);
        var nodes = new WqlNode<TRow>[connective.Operands.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = Node(connective.Operands[i], shape, isNegated);
        return connective is WqlAnd != isNegated ? new AndNode<TRow>(nodes) : new OrNode<TRow>(nodes);
    }

    private static WqlNode<TRow> Term<TRow>(WqlPredicate predicate, IWqlRowShape<TRow> shape, bool isNegated) => predicate switch
    {
        WqlComparison comparison => Find(comparison, comparison.Property, shape) is { } member
            ? ComparisonCompiler.Compile(comparison, member, isNegated)
            : new NeverNode<TRow>(),
        WqlPropertyComparison pair => Find(pair, pair.Property, shape) is { } left && Find(pair, pair.Other, shape) is { } right
            ? PairCompiler.Compile(pair, left, right, isNegated)
            : new NeverNode<TRow>(),
        WqlLike like => Find(like, like.Property, shape) is { } member ? Like(like, member, isNegated) : new NeverNode<TRow>(),
        WqlIsA isA => Find(isA, isA.Property, shape) is { } member ? IsA(isA, member, isNegated) : new NeverNode<TRow>(),
        WqlNullTest test => Find(test, test.Property, shape) is { } member
            ? new NullTestNode<TRow>(member, test.IsNegated != isNegated)
            : new NeverNode<TRow>(),
        _ => throw new InvalidOperationException($"The compiler does not know the predicate {predicate.GetType().Name}."),
    };

    private static LikeNode<TRow> Like<TRow>(WqlLike like, WqlMember<TRow> member, bool isNegated) => member is WqlStringMember<TRow> text
        ? new LikeNode<TRow>(text.Read, new WqlLikeMatcher(like.Pattern), isNegated)
        : throw new WqlEvaluationException(like, like.Property, $"{like.Property} is no string. Compare it with =, <> or an order.");

    private static IsANode<TRow> IsA<TRow>(WqlIsA test, WqlMember<TRow> member, bool isNegated) => member is WqlObjectMember<TRow> embedded
        ? new IsANode<TRow>(embedded, test.ClassName, isNegated)
        : throw new WqlEvaluationException(test, test.Property, $"{test.Property} is no embedded object, so it has no class.");

    private static WqlMember<TRow>? Find<TRow>(WqlPredicate term, WqlProperty property, IWqlRowShape<TRow> shape)
    {
        if (shape.TryGetMember(property, out var member)) return member;
        if (property.IsDotted) return null;
        var meant = Meant(property.Text, shape.MemberNames);
        throw new WqlEvaluationException(
            term, property, $"the rows have no property {property}. {(meant is null ? "Check its spelling." : $"Did you mean {meant}?")}");
    }

    // The one member of that name inside an object, or the one slip of the finger away. Any further guess would be about the meaning.
    private static string? Meant(string name, IEnumerable<string> members)
    {
        var inside = members.Where(member => member.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return inside.Length == 1 ? inside[0] : WqlName.Nearest(name, members);
    }
}
