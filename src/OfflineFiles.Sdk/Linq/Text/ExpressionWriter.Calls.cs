using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Members and calls: captured variables stand alone, extension methods are called on their first argument.</summary>
internal sealed partial class ExpressionWriter
{
    /// <summary>A call without what it is called on.</summary>
    public ExpressionWriter WriteOperator(MethodCallExpression call) => WriteMethod(call.Method).WriteArguments([.. call.Arguments.Skip(1)]);

    private void WriteMember(MemberExpression member)
    {
        WriteReceiver(member.Expression, member.Member);
        _text.Append(MemberNames.Of(member.Member.Name));
    }

    private void WriteCall(MethodCallExpression call)
    {
        if (call is { Object: null, Arguments: [ConstantExpression { Value: IWrittenValue target }, var value] })
        {
            _text.Append(target.Text).Append('.').Append(call.Method.Name);
            WriteArguments([value]);
        }
        else if (OperatorNames.OperatorOf(call) is { } type)
        {
            Write(call.Arguments[0], Precedences.Of(type))._text.Append(' ').Append(Precedences.Symbol(type)).Append(' ');
            Write(call.Arguments[1], Precedences.Of(type) + 1);
        }
        else if (call is { Method.IsSpecialName: true, Arguments.Count: 0 } && call.Method.Name.StartsWith("get_", StringComparison.Ordinal))
        {
            WriteReceiver(call.Object, call.Method);
            _text.Append(call.Method.Name[4..]);
        }
        else if (call is { Object: { } indexed, Arguments.Count: > 0, Method.IsSpecialName: true })
        {
            WriteIndex(indexed, call.Arguments);
        }
        else if (InterpolatedText.Read(call) is { } parts)
        {
            WriteInterpolated(parts);
        }
        else if (call is { Object: ConstantExpression { Value: MethodInfo group }, Method.Name: nameof(MethodInfo.CreateDelegate) })
        {
            WriteReceiver(group.IsStatic ? null : call.Arguments[^1], group);
            WriteMethod(group);
        }
        else if (Casts.IsExplicit(call.Method))
        {
            WriteCast(call.Type, call.Arguments[0]);
        }
        else if (call.Object is null && call.Method.IsDefined(typeof(ExtensionAttribute), inherit: false))
        {
            Write(call.Arguments[0], Precedence.Primary)._text.Append('.');
            WriteMethod(call.Method).WriteArguments([.. Spread(call).Skip(1)]);
        }
        else
        {
            WriteReceiver(call.Object, call.Method);
            WriteMethod(call.Method).WriteArguments(Spread(call));
        }
    }

    // What only the compiler named is left out: the object that holds captured variables, and the one that a query is written in.
    private void WriteReceiver(Expression? receiver, MemberInfo member)
    {
        while (receiver is MemberExpression hidden && MemberNames.IsHidden(hidden.Member.Name)) (receiver, member) = (hidden.Expression, hidden.Member);
        if (receiver is null) _text.Append(TypeText.Of(member.DeclaringType!)).Append('.');
        else if (Casts.IsOfReceiver(receiver)) WriteCastReceiver((UnaryExpression)receiver);
        else if (receiver is not ConstantExpression constant || ValueText.IsLiteral(constant.Value) || ConstantSources.Find(constant) is not null) Write(receiver, Precedence.Primary)._text.Append('.');
    }

    private void WriteCastReceiver(UnaryExpression cast)
    {
        _text.Append('(');
        WriteCast(cast.Type, cast.Operand);
        _text.Append(").");
    }

    // Type arguments are written where no argument tells them.
    private ExpressionWriter WriteMethod(MethodInfo method)
    {
        _text.Append(method.Name);
        if (!method.IsGenericMethod) return this;
        var parameters = method.GetGenericMethodDefinition().GetParameters();
        var isTold = method.GetGenericMethodDefinition().GetGenericArguments().All(type => parameters.Any(parameter => Names(parameter.ParameterType, type)));
        if (!isTold) _text.Append('<').Append(string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))).Append('>');
        return this;
    }

    private static bool Names(Type type, Type argument) =>
        type == argument || (type.IsGenericType && type.GetGenericArguments().Any(inner => Names(inner, argument))) || (type.GetElementType() is { } element && Names(element, argument));

    private static ReadOnlyCollection<Expression> Spread(MethodCallExpression call) =>
        call.Arguments.Count > 0
        && call.Arguments[^1] is NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array
        && call.Method.GetParameters()[^1].IsDefined(typeof(ParamArrayAttribute), inherit: false)
            ? new([.. call.Arguments.Take(call.Arguments.Count - 1), .. array.Expressions])
            : call.Arguments;

    private void WriteIndex(Expression indexed, IReadOnlyList<Expression> arguments)
    {
        Write(indexed, Precedence.Primary)._text.Append('[');
        WriteList(arguments);
        _text.Append(']');
    }

    private ExpressionWriter WriteArguments(IReadOnlyList<Expression> arguments)
    {
        _text.Append('(');
        WriteList(arguments);
        _text.Append(')');
        return this;
    }

    private void WriteInterpolated(IEnumerable<InterpolatedPart> parts)
    {
        _text.Append("$\"");
        foreach (var part in parts)
        {
            if (part.Hole is not { } hole)
            {
                _text.Append(part.Text);
                continue;
            }

            _text.Append('{');
            Write(hole, Precedence.Coalesce)._text.Append(part.Text).Append('}');
        }

        _text.Append('"');
    }

    private void WriteList(IReadOnlyList<Expression> expressions) => WriteEach(expressions, expression => Write(expression));

    private void WriteEach<T>(IReadOnlyList<T> parts, Action<T> write)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            write(parts[i]);
        }
    }
}
