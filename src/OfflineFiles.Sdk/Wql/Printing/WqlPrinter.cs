using System.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Writes trees as canonical WQL text: keywords in upper case, strings in single quotes, no parentheses that precedence makes needless
/// (NOT before AND before OR). The one place where WQL text is made.
/// </summary>
internal sealed class WqlPrinter
{
    private readonly StringBuilder _text = new();
    private readonly WqlDialect _dialect;

    private WqlPrinter(WqlDialect dialect) => _dialect = dialect;

    public static string Print(WqlQuery query, WqlDialect dialect)
    {
        var printer = new WqlPrinter(dialect);
        switch (query)
        {
            case WqlSelectQuery select:
                printer.Write(select);
                break;
            default:
                throw new InvalidOperationException($"The printer does not know the query {query.GetType().Name}.");
        }

        return printer._text.ToString();
    }

    public static string Print(WqlObjectPath path)
    {
        var printer = new WqlPrinter(WqlDialect.Windows);
        printer._text.Append(path.ClassName);
        return printer._text.ToString();
    }

    public static string Print(WqlPredicate predicate, WqlDialect dialect)
    {
        var printer = new WqlPrinter(dialect);
        printer.Write(predicate);
        return printer._text.ToString();
    }

    public static string Print(WqlConstant constant)
    {
        var printer = new WqlPrinter(WqlDialect.Windows);
        printer.Write(constant);
        return printer._text.ToString();
    }

    private void Write(WqlSelectQuery query)
    {
        _text.Append("SELECT ");
        if (query.Properties.Count == 0) _text.Append('*');
        for (var i = 0; i < query.Properties.Count; i++) _text.Append(i == 0 ? "" : ", ").Append(query.Properties[i].Text);
        _text.Append(" FROM ").Append(query.ClassName);
        if (query.Where is null) return;
        _text.Append(" WHERE ");
        Write(query.Where);
    }

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
            case WqlLike like:
                _text.Append(like.Property.Text).Append(" LIKE ");
                WriteQuoted(like.Pattern.Text);
                break;
            case WqlNullTest test:
                _text.Append(test.Property.Text).Append(NullTest(test.IsNegated));
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

    private void WriteQuoted(string text)
    {
        _text.Append('\'');
        foreach (var c in text)
        {
            if (c is '\\' or '\'') _text.Append('\\');
            _text.Append(c);
        }

        _text.Append('\'');
    }

    private string NullTest(bool isNegated) => (_dialect.NullTestUsesIs, isNegated) switch
    {
        (true, false) => " IS NULL",
        (true, true) => " IS NOT NULL",
        (false, false) => " = NULL",
        (false, true) => " <> NULL",
    };

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
