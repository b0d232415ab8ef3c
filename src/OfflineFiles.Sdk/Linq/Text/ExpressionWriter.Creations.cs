using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>New objects, with what is set in them.</summary>
internal sealed partial class ExpressionWriter
{
    private void WriteNew(NewExpression create)
    {
        _text.Append("new ");
        if (create.Members is { } members && MemberNames.IsHidden(create.Type.Name))
        {
            WriteBraced(create.Arguments.Zip(members, (value, member) => (value, member)).ToList(), each => WriteNamed(each.member, each.value));
        }
        else
        {
            _text.Append(TypeText.Of(create.Type));
            WriteArguments(create.Arguments);
        }
    }

    // A member that takes its name from its value is not named again.
    private void WriteNamed(MemberInfo member, Expression value)
    {
        var name = value switch
        {
            ParameterExpression parameter => parameter.Name,
            MemberExpression read => read.Member.Name,
            _ => null,
        };
        if (name is null || MemberNames.Of(name) != MemberNames.Of(member.Name)) _text.Append(MemberNames.Of(member.Name)).Append(" = ");
        Write(value);
    }

    private void WriteNewArray(NewArrayExpression array)
    {
        var element = array.Type.GetElementType()!;
        var isTold = array.NodeType == ExpressionType.NewArrayInit && array.Expressions.Any(value => Casts.Peel(value).Type == element);
        _text.Append("new");
        if (!isTold) _text.Append(' ').Append(TypeText.Of(element));
        _text.Append('[');
        if (array.NodeType == ExpressionType.NewArrayBounds) WriteList(array.Expressions);
        _text.Append(']');
        if (array.NodeType == ExpressionType.NewArrayInit) WriteBraced(array.Expressions, value => Write(value), separator: " ");
    }

    private void WriteMemberInit(MemberInitExpression create)
    {
        WriteCreated(create.NewExpression);
        WriteBindings(create.Bindings);
    }

    private void WriteListInit(ListInitExpression create)
    {
        WriteCreated(create.NewExpression);
        WriteAdditions(create.Initializers);
    }

    private void WriteCreated(NewExpression create)
    {
        _text.Append("new ").Append(TypeText.Of(create.Type));
        if (create.Arguments.Count > 0) WriteArguments(create.Arguments);
    }

    private void WriteBindings(IReadOnlyList<MemberBinding> bindings) => WriteBraced(bindings, WriteBinding, separator: " ");

    private void WriteAdditions(IReadOnlyList<ElementInit> additions) => WriteBraced(additions, WriteAddition, separator: " ");

    private void WriteBinding(MemberBinding binding)
    {
        _text.Append(binding.Member.Name).Append(" =");
        switch (binding)
        {
            case MemberAssignment assignment: _text.Append(' '); Write(assignment.Expression); break;
            case MemberMemberBinding inner: WriteBindings(inner.Bindings); break;
            case MemberListBinding list: WriteAdditions(list.Initializers); break;
        }
    }

    private void WriteAddition(ElementInit addition)
    {
        if (addition.Arguments.Count == 1) Write(addition.Arguments[0]);
        else WriteBraced(addition.Arguments, argument => Write(argument));
    }

    private void WriteBraced<T>(IReadOnlyList<T> parts, Action<T> write, string separator = "")
    {
        _text.Append(separator).Append("{ ");
        WriteEach(parts, write);
        _text.Append(parts.Count == 0 ? "}" : " }");
    }
}
