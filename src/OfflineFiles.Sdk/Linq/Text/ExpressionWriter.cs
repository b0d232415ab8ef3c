using System.Linq.Expressions;
using System.Text;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>
/// Writes one expression: brackets only where C# needs them, and nothing of what only the compiler put there. What C# has no form for
/// is written as the tree calls itself.
/// </summary>
internal sealed partial class ExpressionWriter
{
    // An expression can be longer than any text: parts that it shares are written wherever they stand.
    private const int MostText = 4_000_000;

    private readonly StringBuilder _text = new();
    private bool _isChecked;

    public override string ToString() => _text.Length <= MostText ? _text.ToString() : _text.Append(" ...").ToString();

    public ExpressionWriter Write(Expression expression, Precedence least = Precedence.Lowest) =>
        DeepStack.HasRoom ? WriteHere(expression, least) : WriteElsewhere(expression, least);

    private ExpressionWriter WriteElsewhere(Expression expression, Precedence least) => DeepStack.Run(() => WriteHere(expression, least));

    private ExpressionWriter WriteHere(Expression expression, Precedence least)
    {
        if (_text.Length > MostText) return this;
        var shown = Casts.Peel(expression);
        if (Overflows.Of(shown) is { } isChecked && isChecked != _isChecked) return WriteChecked(shown, isChecked);
        var isBracketed = Precedences.Of(shown) < least;
        if (isBracketed) _text.Append('(');
        WriteBare(shown);
        if (isBracketed) _text.Append(')');
        return this;
    }

    // What stands in it is checked too, or not.
    private ExpressionWriter WriteChecked(Expression expression, bool isChecked)
    {
        var outer = _isChecked;
        _isChecked = isChecked;
        _text.Append(isChecked ? "checked(" : "unchecked(");
        WriteBare(expression);
        _text.Append(')');
        _isChecked = outer;
        return this;
    }

    public ExpressionWriter WriteLambda(IReadOnlyList<ParameterExpression> parameters, Expression body)
    {
        var names = string.Join(", ", parameters.Select(parameter => MemberNames.Of(parameter.Name)));
        _text.Append(parameters.Count == 1 ? names : $"({names})").Append(" => ");
        return Write(body);
    }

    private void WriteBare(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant: _text.Append(ValueText.Of(constant.Value)); break;
            case ParameterExpression parameter: _text.Append(MemberNames.Of(parameter.Name)); break;
            case DefaultExpression nothing: _text.Append("default(").Append(TypeText.Of(nothing.Type)).Append(')'); break;
            case LambdaExpression lambda: WriteLambda(lambda.Parameters, lambda.Body); break;
            case UnaryExpression unary: WriteUnary(unary); break;
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex } index: WriteIndex(index.Left, [index.Right]); break;
            case BinaryExpression binary: WriteBinary(binary); break;
            case TypeBinaryExpression test: WriteTypeTest(test); break;
            case ConditionalExpression choice: WriteConditional(choice); break;
            case MemberExpression member: WriteMember(member); break;
            case MethodCallExpression call: WriteCall(call); break;
            case IndexExpression { Object: { } indexed } index: WriteIndex(indexed, index.Arguments); break;
            case InvocationExpression invocation: Write(invocation.Expression, Precedence.Primary).WriteArguments(invocation.Arguments); break;
            case NewExpression create: WriteNew(create); break;
            case NewArrayExpression array: WriteNewArray(array); break;
            case MemberInitExpression create: WriteMemberInit(create); break;
            case ListInitExpression create: WriteListInit(create); break;
            default: WriteForeign(expression); break;
        }
    }

    // A tree writes itself by recursion, which no stack is large enough for.
    private void WriteForeign(Expression expression)
    {
        const int Readable = 100;
        if (ExpressionExtent.Of(expression).Depth <= Readable) _text.Append(expression);
        else _text.Append(expression.NodeType).Append("(...)");
    }

    private void WriteUnary(UnaryExpression unary)
    {
        switch (unary.NodeType)
        {
            case ExpressionType.ArrayLength:
                Write(unary.Operand, Precedence.Primary)._text.Append(".Length");
                break;
            case ExpressionType.TypeAs:
                Write(unary.Operand, Precedence.Relational)._text.Append(" as ").Append(TypeText.Of(unary.Type));
                break;
            case ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Unbox:
                WriteCast(unary.Type, unary.Operand);
                break;
            default:
                _text.Append(Precedences.Symbol(unary));
                Write(unary.Operand, Precedence.Unary);
                break;
        }
    }

    private void WriteCast(Type type, Expression operand)
    {
        _text.Append('(').Append(TypeText.Of(type)).Append(')');
        Write(operand, Precedence.Unary);
    }

    private void WriteBinary(BinaryExpression binary)
    {
        var own = Precedences.Of(binary);
        var isChain = binary.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse;
        var isFromRight = binary.NodeType is ExpressionType.Coalesce or ExpressionType.Assign;
        var (left, right) = Casts.Operands(binary);
        WriteOperand(left, isFromRight ? own + 1 : own);
        _text.Append(' ').Append(Precedences.Symbol(binary.NodeType)).Append(' ');
        WriteOperand(right, isFromRight || isChain ? own : own + 1);

        void WriteOperand(Expression operand, Precedence least)
        {
            if (Casts.IsToReference(operand, binary)) WriteCast(operand.Type, ((UnaryExpression)operand).Operand);
            else Write(operand, least);
        }
    }

    private void WriteTypeTest(TypeBinaryExpression test)
    {
        if (test.NodeType == ExpressionType.TypeIs)
            Write(test.Expression, Precedence.Relational)._text.Append(" is ").Append(TypeText.Of(test.TypeOperand));
        else
            Write(test.Expression, Precedence.Primary)._text.Append(".GetType() == typeof(").Append(TypeText.Of(test.TypeOperand)).Append(')');
    }

    private void WriteConditional(ConditionalExpression choice)
    {
        Write(choice.Test, Precedence.Coalesce)._text.Append(" ? ");
        Write(choice.IfTrue, Precedence.Conditional)._text.Append(" : ");
        Write(choice.IfFalse, Precedence.Conditional);
    }
}
