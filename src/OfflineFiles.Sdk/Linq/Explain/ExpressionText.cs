using System.Globalization;
using System.Linq.Expressions;
using System.Text;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Writes expressions nearly as C# would, for messages and Explain.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression);
        return text.ToString();
    }

    /// <summary>The operator alone, without what it is called on: <c>GroupBy(i =&gt; i.ItemName)</c>.</summary>
    public static string OfOperator(MethodCallExpression call)
    {
        var text = new StringBuilder(call.Method.Name).Append('(');
        WriteList(text, call.Arguments.Skip(1));
        return text.Append(')').ToString();
    }

    public static string OfValue(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char c => $"'{c}'",
        bool boolean => boolean ? "true" : "false",
        Enum named => $"{named.GetType().Name}.{named}",
        DateTimeOffset point => point.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateTime point => point.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IItemQueryRoot => "cache.Items",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        ConstantSet or UncPath or OfflineFilesItem or ValueType => value.ToString()!,
        _ => value.GetType().Name,
    };

    private static void Write(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant: text.Append(OfValue(constant.Value)); break;
            case ParameterExpression parameter: text.Append(parameter.Name ?? "x"); break;
            case MemberExpression member: WriteMember(text, member); break;
            case MethodCallExpression call: WriteCall(text, call); break;
            case BinaryExpression binary: WriteBinary(text, binary); break;
            case UnaryExpression { NodeType: ExpressionType.Not } not: WriteOperand(text.Append('!'), not.Operand); break;
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus: WriteOperand(text.Append('-'), minus.Operand); break;
            case UnaryExpression unary: Write(text, unary.Operand); break;
            case LambdaExpression lambda:
                text.Append(string.Join(", ", lambda.Parameters.Select(parameter => parameter.Name ?? "x"))).Append(" => ");
                Write(text, lambda.Body);
                break;
            case ConditionalExpression conditional:
                WriteOperand(text, conditional.Test);
                WriteOperand(text.Append(" ? "), conditional.IfTrue);
                WriteOperand(text.Append(" : "), conditional.IfFalse);
                break;
            case NewExpression create: WriteNew(text, create); break;
            default: text.Append(expression); break;
        }
    }

    private static void WriteMember(StringBuilder text, MemberExpression member)
    {
        if (member.Expression is ConstantExpression captured && captured.Type.Name.StartsWith("<>", StringComparison.Ordinal))
        {
            text.Append(member.Member.Name);
            return;
        }

        if (member.Expression is null) text.Append(member.Member.DeclaringType?.Name);
        else WriteOperand(text, member.Expression);
        text.Append('.').Append(member.Member.Name);
    }

    private static void WriteCall(StringBuilder text, MethodCallExpression call)
    {
        if (ConstantSet.TryRead(call, out var set, out var value))
        {
            Write(text.Append(set).Append(".Contains("), value);
            text.Append(')');
            return;
        }

        var isExtension = call.Object is null && call.Arguments.Count > 0
            && call.Method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false);
        var receiver = isExtension ? call.Arguments[0] : call.Object;
        if (receiver is null) text.Append(call.Method.DeclaringType?.Name);
        else WriteOperand(text, receiver);
        text.Append('.').Append(call.Method.Name).Append('(');
        WriteList(text, call.Arguments.Skip(isExtension ? 1 : 0));
        text.Append(')');
    }

    private static void WriteNew(StringBuilder text, NewExpression create)
    {
        text.Append("new ");
        var isAnonymous = create.Type.Name.StartsWith("<>", StringComparison.Ordinal);
        text.Append(isAnonymous ? "{ " : create.Type.Name + "(");
        WriteList(text, create.Arguments);
        text.Append(isAnonymous ? " }" : ")");
    }

    private static void WriteBinary(StringBuilder text, BinaryExpression binary)
    {
        WriteOperand(text, binary.Left);
        text.Append(' ').Append(Symbol(binary.NodeType)).Append(' ');
        WriteOperand(text, binary.Right);
    }

    private static void WriteOperand(StringBuilder text, Expression operand)
    {
        while (operand is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote } convert)
            operand = convert.Operand;
        var needsParentheses = operand is BinaryExpression or ConditionalExpression;
        if (needsParentheses) text.Append('(');
        Write(text, operand);
        if (needsParentheses) text.Append(')');
    }

    private static void WriteList(StringBuilder text, IEnumerable<Expression> expressions)
    {
        var separator = "";
        foreach (var expression in expressions)
        {
            Write(text.Append(separator), expression);
            separator = ", ";
        }
    }

    private static string Symbol(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.And => "&",
        ExpressionType.Or => "|",
        ExpressionType.ExclusiveOr => "^",
        ExpressionType.Coalesce => "??",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "*",
        ExpressionType.Divide => "/",
        ExpressionType.Modulo => "%",
        _ => type.ToString(),
    };
}
