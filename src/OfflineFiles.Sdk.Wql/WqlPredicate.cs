using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Parsing;
using OfflineFiles.Sdk.Wql.Printing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// What a WHERE clause asks of an instance. Immutable, compared by structure. The kinds are <see cref="WqlAnd"/>, <see cref="WqlOr"/>,
/// <see cref="WqlNot"/> and the tests (<see cref="WqlTest"/>): <see cref="WqlComparison"/>, <see cref="WqlPropertyComparison"/>,
/// <see cref="WqlLike"/>, <see cref="WqlNullTest"/> and <see cref="WqlIsA"/>.
/// </summary>
/// <remarks>
/// A predicate is true, false or unknown: a test of a NULL value is unknown (except a NULL test), NOT unknown is unknown, and an
/// instance answers a query only when the predicate is true.
/// </remarks>
public abstract class WqlPredicate : IEquatable<WqlPredicate>
{
    /// <summary>How deep predicates nest at most; the parser and the constructors refuse more, so a walk by recursion is safe.</summary>
    public const int MaximumDepth = 500;

    private protected WqlPredicate(int depth, int termCount)
    {
        if (depth > MaximumDepth) throw NestedTooDeep();
        Depth = depth;
        TermCount = termCount;
    }

    /// <summary>How many levels the predicate has: 1 for a test, one more than its deepest operand for AND, OR and NOT.</summary>
    public int Depth { get; }

    /// <summary>How many tests the predicate holds; 1 for a test.</summary>
    public int TermCount { get; }

    /// <summary>The index in the text of the first character it was read from; -1 if it was not read from a text. Not compared by equality.</summary>
    public int Position { get; internal init; } = -1;

    /// <summary>The tests the predicate holds, in the order of the text, without the AND, OR and NOT that join them.</summary>
    public IEnumerable<WqlTest> Terms
    {
        get
        {
            var open = new Stack<WqlPredicate>();
            open.Push(this);
            while (open.Count > 0)
            {
                switch (open.Pop())
                {
                    case WqlConnective connective:
                        for (var i = connective.Operands.Count - 1; i >= 0; i--) open.Push(connective.Operands[i]);
                        break;
                    case WqlNot not:
                        open.Push(not.Operand);
                        break;
                    case WqlTest test:
                        yield return test;
                        break;
                }
            }
        }
    }

    /// <summary>Returns true if both are equal in structure.</summary>
    /// <param name="left">A predicate or null.</param>
    /// <param name="right">A predicate or null.</param>
    public static bool operator ==(WqlPredicate? left, WqlPredicate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in structure.</summary>
    /// <param name="left">A predicate or null.</param>
    /// <param name="right">A predicate or null.</param>
    public static bool operator !=(WqlPredicate? left, WqlPredicate? right) => !(left == right);

    /// <summary>Parses a predicate.</summary>
    /// <param name="text">What stands after WHERE, for example <c>ItemType = 0 AND ItemName LIKE '%.xlsx'</c>.</param>
    /// <exception cref="WqlSyntaxException">The text is not valid WQL; the exception says where and why.</exception>
    public static WqlPredicate Parse(string text) =>
        WqlParser.ParsePredicate(Guard.NotNull(text), null, out var error) ?? throw new WqlSyntaxException(text, error!);

    /// <summary>Parses a predicate without throwing. Returns false if the text is not valid WQL.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="predicate">The result; null if the text is not valid.</param>
    /// <param name="error">Where and why the text is not valid; null if it is valid.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out WqlPredicate? predicate, [NotNullWhen(false)] out WqlSyntaxError? error)
    {
        predicate = WqlParser.ParsePredicate(text ?? "", null, out error);
        return predicate is not null;
    }

    /// <summary>Makes a predicate of a text with values in it, safe from what the values hold: each becomes one constant and nothing else.</summary>
    /// <param name="predicate">For example <c>$"ItemName = {name} AND ItemType = {type}"</c>, without quotes around the values.</param>
    /// <exception cref="WqlSyntaxException">The text is not a predicate, or a value stands in quotes or touches what is beside it.</exception>
    public static WqlPredicate Create(WqlInterpolatedStringHandler predicate)
    {
        var text = predicate.ReadText(nameof(predicate));
        return WqlParser.ParsePredicate(text, predicate.Holes, out var error) ?? throw new WqlSyntaxException(text, error!);
    }

    /// <summary>
    /// Makes a predicate of a text with values in it, as <see cref="Create"/> does, for languages that do not know the interpolated strings of
    /// C# 10: older versions of C#, Visual Basic and F#.
    /// </summary>
    /// <param name="predicate">The text, as for <see cref="Create"/>.</param>
    /// <exception cref="WqlSyntaxException">The text is not a predicate, or a value stands in quotes or touches what is beside it.</exception>
    /// <exception cref="ArgumentException">A value is of a type that no constant can be made of, or has a format.</exception>
    public static WqlPredicate FromFormattable(FormattableString predicate) => Create(WqlFormattable.Read(predicate));

    /// <summary>All of the given predicates. ANDs among them are dissolved; a single predicate is returned as it is.</summary>
    /// <param name="operands">At least one. Gather many terms first and join them once: joining one by one copies the list each time.</param>
    /// <exception cref="ArgumentException">The list is empty or has a null in it.</exception>
    public static WqlPredicate And(params WqlPredicate[] operands) => And((IEnumerable<WqlPredicate>)operands);

    /// <inheritdoc cref="And(WqlPredicate[])"/>
    public static WqlPredicate And(IEnumerable<WqlPredicate> operands)
    {
        var list = WqlNodes.Freeze(operands, nameof(operands));
        return list.Count == 1 ? list[0] : new WqlAnd(list);
    }

    /// <summary>Any of the given predicates. ORs among them are dissolved; a single predicate is returned as it is.</summary>
    /// <param name="operands">At least one. Gather many terms first and join them once: joining one by one copies the list each time.</param>
    /// <exception cref="ArgumentException">The list is empty or has a null in it.</exception>
    public static WqlPredicate Or(params WqlPredicate[] operands) => Or((IEnumerable<WqlPredicate>)operands);

    /// <inheritdoc cref="Or(WqlPredicate[])"/>
    public static WqlPredicate Or(IEnumerable<WqlPredicate> operands)
    {
        var list = WqlNodes.Freeze(operands, nameof(operands));
        return list.Count == 1 ? list[0] : new WqlOr(list);
    }

    /// <summary>The opposite of a predicate: true where it is false. The opposite of an opposite is the predicate itself.</summary>
    /// <param name="operand">The predicate.</param>
    public static WqlPredicate Not(WqlPredicate operand) => Guard.NotNull(operand) is WqlNot not ? not.Operand : new WqlNot(operand);

    /// <summary>The predicate as canonical WQL text, as it stands after WHERE.</summary>
    public sealed override string ToString() => ToString(WqlDialect.Windows);

    /// <summary>The predicate as canonical WQL text, as it stands after WHERE.</summary>
    /// <param name="dialect">The dialect of the server that will read the text.</param>
    public string ToString(WqlDialect dialect) => WqlPrinter.Print(this, Guard.NotNull(dialect));

    /// <inheritdoc/>
    public abstract bool Equals([NotNullWhen(true)] WqlPredicate? other);

    /// <inheritdoc/>
    public sealed override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlPredicate);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    private static ArgumentException NestedTooDeep() =>
        new($"The predicate would be nested deeper than {MaximumDepth} levels. Join terms side by side: one AND or OR takes any number.");
}
