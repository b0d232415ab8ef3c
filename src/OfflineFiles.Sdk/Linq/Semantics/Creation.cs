using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Equality;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// An object that is made of values which its members return as they were given: of an anonymous type, a tuple, a pair of key and value, a record
/// with a primary constructor, or with an initializer. What any other constructor makes of its arguments only it knows.
/// </summary>
internal sealed class Creation
{
    private readonly Func<IReadOnlyList<Expression>, Expression>? _make;
    private readonly Func<object?[], object?>? _maker;

    private Creation(Type type, IReadOnlyList<MemberInfo> members, Func<object?[], object?> maker) =>
        (Type, Values, Members, _maker) = (type, [], members, maker);

    private Creation(
        Expression creation, IReadOnlyList<Expression> values, IReadOnlyList<MemberInfo> members, Func<IReadOnlyList<Expression>, Expression> make) =>
        (Type, Values, Members, _make) = (creation.Type, values, members, make);

    public Type Type { get; }

    public IReadOnlyList<Expression> Values { get; }

    /// <summary>What returns each of the values.</summary>
    public IReadOnlyList<MemberInfo> Members { get; }

    public bool IsTuple => PartTypes.IsTuple(Type);

    /// <summary>Whether two such objects are one if their members are.</summary>
    public bool IsComparedByMembers => IsTuple || PartTypes.PartsOf(Type)?.Count == Members.Count;

    /// <summary>Null if it is not seen what its members return.</summary>
    public static Creation? Of(Expression node) => node switch
    {
        NewExpression { Arguments.Count: > 0 } create =>
            MembersOf(create) is { } members ? new Creation(create, create.Arguments, members, create.Update) : null,
        MemberInitExpression { Type.IsValueType: false } init => OfInitializer(init),
        MethodCallExpression { Object: null, Method.Name: "Create" } call when IsFactory(call.Method)
            && PositionsOf(call.Type) is { } members && members.Count == call.Arguments.Count =>
            new Creation(call, call.Arguments, members, arguments => call.Update(null!, arguments)),
        _ => null,
    };

    /// <summary>A tuple or a pair of a type that is only known at run time; null if its members cannot be found.</summary>
    /// <param name="type">The type.</param>
    /// <param name="make">What makes it of the values of its members.</param>
    public static Creation? Of(Type type, Func<object?[], object?> make) =>
        PositionsOf(type) is { } members ? new Creation(type, members, make) : null;

    /// <summary>What makes it of the values of its members.</summary>
    public Func<object?[], object?> Maker() => _maker ?? ElementFunction.Creation(this);

    public Expression Make(IReadOnlyList<Expression> values) => _make!(values);

    public int IndexOf(MemberInfo member)
    {
        for (var i = 0; i < Members.Count; i++)
            if (Members[i] == member || (Members[i].Name == member.Name && Members[i].DeclaringType == member.DeclaringType)) return i;
        return -1;
    }

    public bool IsLike(Creation other) => Type == other.Type && Members.SequenceEqual(other.Members);

    private static Creation? OfInitializer(MemberInitExpression init)
    {
        var bindings = init.Bindings.OfType<MemberAssignment>().Where(Keeps).ToList();
        if (bindings.Count != init.Bindings.Count) return null;
        var create = init.NewExpression;
        IReadOnlyList<MemberInfo>? own = create.Arguments.Count == 0 ? [] : MembersOf(create);
        if (own is null || own.Any(member => bindings.Exists(binding => binding.Member == member))) return null;
        var count = create.Arguments.Count;
        return new Creation(
            init,
            [.. create.Arguments, .. bindings.Select(binding => binding.Expression)],
            [.. own, .. bindings.Select(binding => binding.Member)],
            values => init.Update(create.Update(values.Take(count)), bindings.Select((binding, i) => binding.Update(values[count + i]))));
    }

    // A property that the compiler wrote returns what was assigned; what another returns only it knows.
    private static bool Keeps(MemberAssignment binding) =>
        binding.Member is FieldInfo || (binding.Member is PropertyInfo property && IsWrittenByCompiler(property));

    private static bool IsWrittenByCompiler(PropertyInfo property) =>
        property.GetMethod is { } get && get.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static IReadOnlyList<MemberInfo>? MembersOf(NewExpression create) =>
        create.Members is { } members ? members : PositionsOf(create.Type) ?? ByPrimaryConstructor(create);

    private static IReadOnlyList<MemberInfo>? PositionsOf(Type type)
    {
        if (!type.IsGenericType) return null;
        var count = type.GetGenericArguments().Length;
        string[] names = PartTypes.IsPair(type) ? ["Key", "Value"]
            : count <= 7 && PartTypes.IsTuple(type) ? [.. Enumerable.Range(1, count).Select(number => $"Item{number}")]
            : [];
        return names.Length == count ? Named(type, names) : null;
    }

    // Only the compiler names the parameter of a constructor exactly as the property that it fills.
    private static IReadOnlyList<MemberInfo>? ByPrimaryConstructor(NewExpression create)
    {
        if (create.Constructor is not { } constructor) return null;
        var members = Named(create.Type, [.. constructor.GetParameters().Select(parameter => parameter.Name!)]);
        return members?.All(member => member is PropertyInfo property && IsWrittenByCompiler(property)) == true ? members : null;
    }

#if NET
    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "A member that was cut away is read nowhere in the query; then it is not seen what the members return.")]
#endif
    private static IReadOnlyList<MemberInfo>? Named(Type type, IReadOnlyList<string> names)
    {
        var members = names.Select(name => (MemberInfo?)type.GetProperty(name) ?? type.GetField(name)).ToList();
        return members.Exists(member => member is null) ? null : [.. members.OfType<MemberInfo>()];
    }

    private static bool IsFactory(MethodInfo method) =>
        method.DeclaringType?.FullName is "System.ValueTuple" or "System.Tuple" or "System.Collections.Generic.KeyValuePair";
}
