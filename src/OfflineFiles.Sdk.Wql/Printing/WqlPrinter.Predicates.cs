namespace OfflineFiles.Sdk.Wql.Printing;

/// <content>Predicates and constants.</content>
internal sealed partial class WqlPrinter
{
    // Recursion goes through this method and no other, and it keeps little on the stack: the tests are written elsewhere.
    private void Write(WqlPredicate predicate)
    {
        if (predicate is WqlNot not)
        {
            _text.Append("NOT ");
            Open(not.Operand is WqlConnective);
            Write(not.Operand);
            Close(not.Operand is WqlConnective);
            return;
        }

        if (predicate is not WqlConnective connective)
        {
            WriteTerm(predicate);
            return;
        }

        for (var i = 0; i < connective.Operands.Count; i++)
        {
            if (i > 0) _text.Append(connective is WqlAnd ? " AND " : " OR ");
            Open(IsOrInAnd(connective, i));
            Write(connective.Operands[i]);
            Close(IsOrInAnd(connective, i));
        }
    }

    private void WriteTerm(WqlPredicate predicate)
    {
        switch (predicate)
        {
            case WqlComparison comparison:
                _text.Append(comparison.Property.Text).Append(' ').Append(SymbolOf(comparison.Operator)).Append(' ');
                Write(comparison.Constant);
                break;
            case WqlPropertyComparison pair:
                _text.Append(pair.Property.Text).Append(' ').Append(SymbolOf(pair.Operator)).Append(' ').Append(pair.Other.Text);
                break;
            case WqlLike like:
                _text.Append(like.Property.Text).Append(" LIKE ");
                WriteQuoted(like.Pattern.Text);
                break;
            case WqlNullTest test:
                Write(test);
                break;
            case WqlIsA test:
                _text.Append(test.Property.Text).Append(" ISA ");
                if (_dialect.QuotesClassOfIsA) WriteQuoted(test.ClassName);
                else _text.Append(test.ClassName);
                break;
            default:
                throw new InvalidOperationException($"The printer does not know the predicate {predicate.GetType().Name}.");
        }
    }

    private void Open(bool inParentheses) => _text.Append(inParentheses ? "(" : "");

    private void Close(bool inParentheses) => _text.Append(inParentheses ? ")" : "");

    private static bool IsOrInAnd(WqlConnective connective, int index) =>
        connective is WqlAnd && connective.Operands[index] is WqlOr;

    private void Write(WqlConstant constant)
    {
        switch (constant)
        {
            case WqlStringConstant text:
                WriteQuoted(text.Value);
                break;
            case WqlIntegerConstant integer:
                _text.Append(WqlNumber.Print(integer.Value));
                break;
            case WqlRealConstant real:
                _text.Append(WqlNumber.Print(real.Value));
                break;
            case WqlBooleanConstant boolean:
                _text.Append(boolean.Value ? "TRUE" : "FALSE");
                break;
            default:
                throw new InvalidOperationException($"The printer does not know the constant {constant.GetType().Name}.");
        }
    }

    private void WriteQuoted(string text, char quote = '\'')
    {
        _text.Append(quote);
        foreach (var c in text)
        {
            if (c == '\\' || c == quote) _text.Append('\\');
            _text.Append(c);
        }

        _text.Append(quote);
    }

    // Where NULL is compared with operators, '<> NULL' matches nothing (observed behaviour of OMI): the test itself is negated.
    private void Write(WqlNullTest test)
    {
        if (_dialect.NullTestUsesIs) _text.Append(test.Property.Text).Append(test.IsNegated ? " IS NOT NULL" : " IS NULL");
        else _text.Append(test.IsNegated ? "NOT " : "").Append(test.Property.Text).Append(" = NULL");
    }

    private static string SymbolOf(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Equal => "=",
        WqlComparisonOperator.NotEqual => "<>",
        WqlComparisonOperator.Less => "<",
        WqlComparisonOperator.LessOrEqual => "<=",
        WqlComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
