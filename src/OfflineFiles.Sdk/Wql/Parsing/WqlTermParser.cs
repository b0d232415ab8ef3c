namespace OfflineFiles.Sdk.Wql;

/// <summary>Reads one test of a predicate: a comparison in either order, LIKE, ISA or a NULL test.</summary>
internal static class WqlTermParser
{
    private const string TermExpected = "a property name, a constant, NOT or '('";
    private const string OperatorExpected = "a comparison operator, LIKE, ISA or IS";

    public static WqlPredicate? Parse(WqlCursor cursor)
    {
        if (cursor.IsWord("NULL")) return ParseNullFirst(cursor);
        if (IsConstant(cursor)) return ParseConstantFirst(cursor);
        if (ParseProperty(cursor, TermExpected) is not { } property) return null;

        if (cursor.TakeWord("LIKE"))
            return cursor.Current.Kind == WqlTokenKind.String
                ? new WqlLike(property, new WqlLikePattern(cursor.TakeString()))
                : cursor.Fail("a pattern in quotes");
        if (cursor.TakeWord("ISA")) return ParseIsA(cursor, property);
        if (cursor.TakeWord("IS"))
        {
            var isNegated = cursor.TakeWord("NOT");
            return cursor.TakeWord("NULL")
                ? new WqlNullTest(property, isNegated)
                : cursor.Fail(isNegated ? "NULL" : "NULL or NOT NULL", "IS tests for NULL only; for a value use =.");
        }

        return cursor.Current.Kind == WqlTokenKind.OpenParenthesis
            ? cursor.Fail(OperatorExpected, WqlHints.Function)
            : ParseComparison(cursor, property);
    }

    /// <summary>Reads a name with its dots; null, with the error noted, when there is none.</summary>
    public static WqlProperty? ParseProperty(WqlCursor cursor, string expected, string? hint = null)
    {
        if (cursor.TakeName() is not { } name)
        {
            cursor.Fail(expected, hint ?? (cursor.Current.Kind == WqlTokenKind.Dot ? WqlHints.LeadingPoint : null));
            return null;
        }

        if (cursor.Current.Kind != WqlTokenKind.Dot) return new WqlProperty(name);
        var names = new List<string> { name };
        while (cursor.Take(WqlTokenKind.Dot))
        {
            if (cursor.TakeName() is not { } step)
            {
                cursor.Fail("a property name after the point");
                return null;
            }

            names.Add(step);
        }

        return new WqlProperty(names.ToArray());
    }

    private static WqlPredicate? ParseComparison(WqlCursor cursor, WqlProperty property)
    {
        if (!cursor.Current.IsOperator) return cursor.Fail(OperatorExpected);
        var comparison = TakeOperator(cursor);
        var isEquality = IsEquality(comparison);
        if (cursor.IsWord("NULL"))
        {
            if (!isEquality) return cursor.Fail("a number or a string", WqlHints.NoOrder);
            cursor.Advance();
            return new WqlNullTest(property, comparison == WqlComparisonOperator.NotEqual);
        }

        if (IsTruth(cursor) && !isEquality) return cursor.Fail("a number or a string", WqlHints.NoOrder);
        return IsConstant(cursor)
            ? ParseConstant(cursor) is { } constant ? new WqlComparison(property, comparison, constant) : null
            : cursor.Fail("a constant", HintForMissingConstant(cursor));
    }

    private static WqlPredicate? ParseConstantFirst(WqlCursor cursor)
    {
        var isTruth = IsTruth(cursor);
        if (ParseConstant(cursor) is not { } constant) return null;
        if (!cursor.Current.IsOperator) return cursor.Fail("a comparison operator");
        if (isTruth && !IsEquality(OperatorOf(cursor.Current))) return cursor.Fail("= or <>", WqlHints.NoOrder);
        var comparison = TurnRound(TakeOperator(cursor));
        return ParseProperty(cursor, "a property name", WqlHints.NoProperty) is { } property
            ? new WqlComparison(property, comparison, constant)
            : null;
    }

    private static WqlPredicate? ParseNullFirst(WqlCursor cursor)
    {
        cursor.Advance();
        if (!cursor.Current.IsOperator || !IsEquality(OperatorOf(cursor.Current))) return cursor.Fail("= or <>", WqlHints.NoOrder);
        var comparison = TakeOperator(cursor);
        return ParseProperty(cursor, "a property name", WqlHints.NoProperty) is { } property
            ? new WqlNullTest(property, comparison == WqlComparisonOperator.NotEqual)
            : null;
    }

    private static WqlPredicate? ParseIsA(WqlCursor cursor, WqlProperty property)
    {
        // MS-WMI writes the class bare, every other source in quotes: both are read.
        var name = cursor.Current.Kind switch
        {
            WqlTokenKind.Word => cursor.CurrentText,
            WqlTokenKind.String => cursor.PeekString(),
            _ => null,
        };
        if (!WqlName.IsName(name)) return cursor.Fail("a class name in quotes");
        cursor.Advance();
        return new WqlIsA(property, name!);
    }

    private static WqlConstant? ParseConstant(WqlCursor cursor)
    {
        switch (cursor.Current.Kind)
        {
            case WqlTokenKind.String:
                return new WqlStringConstant(cursor.TakeString());
            case WqlTokenKind.Word:
                var value = cursor.IsWord("TRUE");
                cursor.Advance();
                return WqlConstant.Boolean(value);
            case WqlTokenKind.Integer when WqlNumber.TryReadInteger(cursor.CurrentText, out var integer):
                cursor.Advance();
                return new WqlIntegerConstant(integer);
            case WqlTokenKind.Real when WqlNumber.TryReadReal(cursor.CurrentText, out var real):
                cursor.Advance();
                return new WqlRealConstant(real);
            default:
                cursor.Fail(cursor.Current.Kind == WqlTokenKind.Integer ? WqlNumber.IntegerRange : "a number that fits 64 bits");
                return null;
        }
    }

    private static string? HintForMissingConstant(WqlCursor cursor) => cursor.Current.Kind switch
    {
        WqlTokenKind.Word => WqlHints.SecondProperty,
        WqlTokenKind.Equal => WqlHints.DoubledEqual,
        WqlTokenKind.Dot => WqlHints.LeadingPoint,
        _ => null,
    };

    private static bool IsConstant(WqlCursor cursor) =>
        cursor.Current.Kind is WqlTokenKind.String or WqlTokenKind.Integer or WqlTokenKind.Real || IsTruth(cursor);

    private static bool IsTruth(WqlCursor cursor) => cursor.IsWord("TRUE") || cursor.IsWord("FALSE");

    private static bool IsEquality(WqlComparisonOperator comparison) =>
        comparison is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual;

    private static WqlComparisonOperator TakeOperator(WqlCursor cursor)
    {
        var comparison = OperatorOf(cursor.Current);
        cursor.Advance();
        return comparison;
    }

    private static WqlComparisonOperator OperatorOf(WqlToken token) => token.Kind switch
    {
        WqlTokenKind.Equal => WqlComparisonOperator.Equal,
        WqlTokenKind.NotEqual => WqlComparisonOperator.NotEqual,
        WqlTokenKind.Less => WqlComparisonOperator.Less,
        WqlTokenKind.LessOrEqual => WqlComparisonOperator.LessOrEqual,
        WqlTokenKind.Greater => WqlComparisonOperator.Greater,
        _ => WqlComparisonOperator.GreaterOrEqual,
    };

    private static WqlComparisonOperator TurnRound(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Less => WqlComparisonOperator.Greater,
        WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.GreaterOrEqual,
        WqlComparisonOperator.Greater => WqlComparisonOperator.Less,
        WqlComparisonOperator.GreaterOrEqual => WqlComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
