using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>A property of the item as a predicate reads it: which one, and the type it is read as.</summary>
internal sealed record ItemMember(ItemProperty Property, Type Type)
{
    /// <summary>The path of the item as text.</summary>
    public static ItemMember Key { get; } = new(ItemProperties.Instance.Find(nameof(OfflineFilesItem.ItemPath))!, typeof(string));

    public WqlProperty Name => Property.Property;

    public bool IsString => Property.Schema.Type == CimTypeCode.String;

    /// <summary>Whether a row can hold NULL here, in the property itself or in the object around it.</summary>
    public bool CanBeNull => Property.IsEmbedded || Property.Schema.IsNullable;

    public static ItemMember? Find(Expression expression, ParameterExpression row) =>
        DeepStack.HasRoom ? FindHere(expression, row) : FindElsewhere(expression, row);

    private static ItemMember? FindElsewhere(Expression expression, ParameterExpression row) => DeepStack.Run(() => FindHere(expression, row));

    private static ItemMember? FindHere(Expression expression, ParameterExpression row) => expression switch
    {
        ParameterExpression when expression == row => Key with { Type = typeof(OfflineFilesItem) },
        MemberExpression { Member.Name: "Value" } value when Nullable.GetUnderlyingType(value.Expression?.Type ?? typeof(void)) is not null =>
            Find(value.Expression!, row) is { } inner ? inner with { Type = value.Type } : null,
        MemberExpression { Member.Name: "Path" } path when path.Expression == row => Key with { Type = typeof(UncPath) },
        MemberExpression member when member.Expression == row => Of(ItemProperties.Instance.Find(member.Member.Name), member.Type),
        MemberExpression { Expression: MemberExpression outer } member when outer.Expression == row =>
            Of(ItemProperties.Instance.Find(outer.Member.Name, member.Member.Name), member.Type),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert =>
            Find(convert.Operand, row) is { } inner && KeepsValue(inner, convert) ? inner with { Type = convert.Type } : null,
        MethodCallExpression { Method.Name: nameof(ToString), Object: { } text, Arguments.Count: 0 } when text.Type == typeof(string) || text.Type == typeof(UncPath) =>
            Find(text, row) is { } inner ? inner with { Type = typeof(string) } : null,
        _ => null,
    };

    private static ItemMember? Of(ItemProperty? property, Type type) => property is null ? null : new ItemMember(property, type);

    // A path made of ItemPath is the item's own path; made of another string it may fail or be spelled anew.
    private static bool KeepsValue(ItemMember member, UnaryExpression convert)
    {
        if (member.Type == typeof(OfflineFilesItem)) return false;
        if (convert.Method is { } method) return method.DeclaringType == typeof(UncPath) && convert.Type == typeof(UncPath) && member.Property.Schema.IsKey;
        var from = Plain(member.Type);
        var to = Plain(convert.Type);
        if (from == to) return true;
        // On the wire such a number has no sign.
        if (from == typeof(int) && to == typeof(uint)) return member.Property.Schema.Type == CimTypeCode.UInt32;
        return Rank(to) is { } wide && Rank(from) is { } narrow && wide >= narrow;
    }

    private static Type Plain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? Enum.GetUnderlyingType(plain) : plain;
    }

    private static int? Rank(Type type) => type == typeof(int) ? 1 : type == typeof(long) ? 2 : null;
}
