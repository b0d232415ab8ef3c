using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>An object of an anonymous type inside a query: what it was made of is null where it was null, until the object is seen outside.</summary>
internal sealed class OracleObject(NewExpression creation, IReadOnlyList<MemberInfo> members, IReadOnlyList<object?> values)
{
    public static object? Outside(object? value) => value is OracleObject made ? made.Visible : value;

    public object Visible => creation.Constructor!.Invoke([.. values.Select((value, i) => OracleValues.Stored(value, creation.Arguments[i].Type))]);

    public object? Read(MemberInfo member) => values[members.ToList().FindIndex(own => own.Name == member.Name)];
}
