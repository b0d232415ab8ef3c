using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Translates a normalised predicate over one item to WQL. Negations are pushed inward; nothing is thrown to steer.</summary>
internal sealed class PredicateTranslator(ParameterExpression row)
{
    /// <summary>What is said twice, a test and its opposite, doubles with each level: more levels than these are not worth it.</summary>
    private const int MaximumDoublings = 5;

    // Each lies two levels deeper in the query, which takes no more of them.
    private const int MaximumAlternatives = WqlPredicate.MaximumDepth / 2;

    private static readonly IMethodTranslation[] Methods =
    [
        new ChoiceOperandTranslation(),
        new StringSearchTranslation(),
        new StringEqualsTranslation(),
        new StringIsNullOrEmptyTranslation(),
        new StringIsNullOrWhiteSpaceTranslation(),
        new SetContainsTranslation(),
        new IsUnderTranslation(),
        new EnumHasFlagTranslation(),
        new WqlFunctionTranslation(),
    ];

    private static readonly IComparisonTranslation[] Comparisons =
    [
        new MemberComparison(),
        new StringOrderComparison(),
        new IndexOfComparison(),
        new WholeNumberComparison(),
        new TimeComparison(),
        new FlagsComparison(),
        new PathPartComparison(),
        new ChoiceComparison(),
        new TruthComparison(),
    ];

    private int _doublings;
    private int _alternatives;

    public ParameterExpression Row => row;

    public ItemMember? FindMember(Expression expression) => ItemMember.Find(expression, row);

    /// <summary>A bool; one that is null counts as false.</summary>
    public PredicateTranslation Translate(Expression predicate, bool isNegated = false) =>
        DeepStack.HasRoom ? TranslateHere(predicate, isNegated) : TranslateElsewhere(predicate, isNegated);

    private PredicateTranslation TranslateElsewhere(Expression predicate, bool isNegated) => DeepStack.Run(() => TranslateHere(predicate, isNegated));

    private PredicateTranslation TranslateHere(Expression predicate, bool isNegated) => predicate switch
    {
        ConstantExpression { Value: bool value } => PredicateTranslation.Of(value != isNegated),
        UnaryExpression { NodeType: ExpressionType.Not, Method: null } not when not.Type == typeof(bool) => Translate(not.Operand, !isNegated),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse, Method: null } join when join.Type == typeof(bool) => Join(join, isNegated),
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } same when same.Left.Type == typeof(bool) =>
            Same(same, (same.NodeType == ExpressionType.Equal) != isNegated),
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce when coalesce.Left.Type == typeof(bool?) =>
            new TruthTranslator(this).Coalesce(coalesce.Left, coalesce.Right, wanted: !isNegated),
        BinaryExpression binary when ComparisonOperators.Of(binary.NodeType) is { } comparison => Compare(binary, comparison, isNegated),
        ConditionalExpression choice => Choose(choice.Test, () => Translate(choice.IfTrue, isNegated), () => Translate(choice.IfFalse, isNegated)),
        MethodCallExpression { Method.Name: "GetValueOrDefault", Object: { } value } call when value.Type == typeof(bool?) =>
            new TruthTranslator(this).Coalesce(value, call.Arguments.Count == 0 ? Expression.Constant(false) : call.Arguments[0], wanted: !isNegated),
        MethodCallExpression call => Call(call, isNegated),
        MemberExpression { Member.Name: "HasValue", Expression: { } value } when FindMember(value) is { } member => WqlTerms.NullTest(member, !isNegated),
        MemberExpression { Member.Name: "Value", Expression: { } value } when value.Type == typeof(bool?) =>
            new TruthTranslator(this).Translate(value, wanted: !isNegated, includesNull: isNegated),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: { } value } when value.Type == typeof(bool?) && predicate.Type == typeof(bool) =>
            new TruthTranslator(this).Translate(value, wanted: !isNegated, includesNull: isNegated),
        _ when predicate.Type == typeof(bool) && FindMember(predicate) is { } member => ComparisonTranslator.Truth(member, !isNegated, includesNull: isNegated),
        _ => PredicateTranslation.Refused(predicate, RefusalReasons.Of(predicate)),
    };

    public PredicateTranslation Compare(ValueComparison compared) => DeepStack.HasRoom ? CompareHere(compared) : CompareElsewhere(compared);

    private PredicateTranslation CompareElsewhere(ValueComparison compared) => DeepStack.Run(() => CompareHere(compared));

    private PredicateTranslation CompareHere(ValueComparison compared)
    {
        foreach (var kind in Comparisons)
            if (kind.TryTranslate(this, compared) is { } translation) return translation;
        return compared.Refused(WhyNot(compared.Operand));
    }

    /// <summary>Why WQL has nothing for an expression that is compared with constants or sought among them.</summary>
    public string WhyNot(Expression operand) =>
        !IsConverted(operand) ? RefusalReasons.Of(operand) : operand.Type == typeof(object) ? RefusalReasons.SameObject : RefusalReasons.Converts;

    // A property of the row in a type that may hold another value than it does.
    private bool IsConverted(Expression operand) =>
        RefusalReasons.WithoutConversions(operand) is var converted && converted != operand && FindMember(converted) is not null;

    /// <summary>The one where a test holds, the other where it does not.</summary>
    public PredicateTranslation Choose(Expression test, Func<PredicateTranslation> whenTrue, Func<PredicateTranslation> whenFalse) =>
        Doubled(test, () => PredicateTranslation.Or(
        [
            PredicateTranslation.And([Translate(test), whenTrue()]),
            PredicateTranslation.And([Translate(test, isNegated: true), whenFalse()]),
        ]));

    /// <summary>What holds where a value is not there, which may ask for another value that is not there.</summary>
    public PredicateTranslation Otherwise(Expression source, Func<PredicateTranslation> translate)
    {
        if (_alternatives == MaximumAlternatives) return PredicateTranslation.Refused(source, RefusalReasons.TooDeep);
        _alternatives++;
        var translation = translate();
        _alternatives--;
        return translation;
    }

    private PredicateTranslation Same(BinaryExpression both, bool isEqual) => Doubled(both, () =>
    {
        var (left, right) = (Translate(both.Left), Translate(both.Right, isNegated: !isEqual));
        var (notLeft, notRight) = (Translate(both.Left, isNegated: true), Translate(both.Right, isNegated: isEqual));

        // With a side that WQL cannot say, what is left is the other side or its opposite: everything.
        PredicateTranslation[] all = [left, right, notLeft, notRight];
        return Array.Find(all, part => part.Wql is null && part.Constant is null)
            ?? PredicateTranslation.Or([PredicateTranslation.And([left, right]), PredicateTranslation.And([notLeft, notRight])]);
    });

    private PredicateTranslation Doubled(Expression source, Func<PredicateTranslation> translate)
    {
        if (_doublings == MaximumDoublings) return PredicateTranslation.Refused(source, RefusalReasons.TooManyTerms);
        _doublings++;
        var translation = translate();
        _doublings--;
        return translation;
    }

    private PredicateTranslation Join(BinaryExpression join, bool isNegated)
    {
        // A chain is gathered whole, whichever way it leans: joined two by two, its terms would be copied once for each of them.
        var isAnd = (join.NodeType == ExpressionType.AndAlso) != isNegated;
        var operands = ChainOperands.Of(join, isAnd, isNegated).ConvertAll(operand => Translate(operand.Part, operand.IsNegated));
        return isAnd ? PredicateTranslation.And(operands) : PredicateTranslation.Or(operands);
    }

    private PredicateTranslation Compare(BinaryExpression binary, WqlComparisonOperator comparison, bool isNegated)
    {
        if (IsOfReferences(binary)) return PredicateTranslation.Refused(binary, RefusalReasons.SameObject);
        var isOrderWithNull = !ComparisonOperators.IsEquality(comparison) && (binary.Right is ConstantExpression { Value: null } || binary.Left is ConstantExpression { Value: null });
        if (isOrderWithNull) return PredicateTranslation.Of(isNegated);
        if (binary.Right is ConstantExpression right) return Compare(ValueComparison.Of(binary.Left, comparison, right.Value, isNegated, binary));
        if (binary.Left is ConstantExpression left) return Compare(ValueComparison.Of(binary.Right, ComparisonOperators.Mirror(comparison), left.Value, isNegated, binary));
        return PredicateTranslation.Refused(
            binary,
            FindMember(binary.Left) is not null && FindMember(binary.Right) is not null ? RefusalReasons.TwoProperties
            : binary.Left.Type == typeof(object) ? RefusalReasons.SameObject
            : RefusalReasons.NotAConstant);
    }

    // Without an operator of its type an equality asks for the same object, which says something of null alone.
    private static bool IsOfReferences(BinaryExpression binary) =>
        binary.Method is null && !binary.Left.Type.IsValueType && binary is not ({ Left: ConstantExpression { Value: null } } or { Right: ConstantExpression { Value: null } });

    private PredicateTranslation Call(MethodCallExpression call, bool isNegated)
    {
        foreach (var method in Methods)
            if (method.TryTranslate(this, call, isNegated) is { } translation) return translation;
        return PredicateTranslation.Refused(call, RefusalReasons.Of(call));
    }
}

/// <summary>One method that a predicate may call.</summary>
internal interface IMethodTranslation
{
    /// <summary>Translates a call; null if it is not a call of this method.</summary>
    PredicateTranslation? TryTranslate(PredicateTranslator translator, MethodCallExpression call, bool isNegated);
}

/// <summary>One kind of operand that a predicate may compare with a value.</summary>
internal interface IComparisonTranslation
{
    /// <summary>Translates a comparison; null if its operand is of another kind.</summary>
    PredicateTranslation? TryTranslate(PredicateTranslator translator, ValueComparison compared);
}
