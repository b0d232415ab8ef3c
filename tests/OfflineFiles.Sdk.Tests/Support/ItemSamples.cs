using System.Reflection;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>Items that hold something in every member. Made by reflection over the public types, apart from the table of properties that they test.</summary>
internal static class ItemSamples
{
    private static readonly string[] AboutTheRow = [nameof(OfflineFilesItem.LoadedMembers), nameof(OfflineFilesItem.Origin)];

    /// <summary>The members of an item and, with a dot, of the objects in it: all that can be given a value, and the key.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        .. from member in typeof(OfflineFilesItem).GetProperties()
           where member.Name == nameof(OfflineFilesItem.ItemPath) || (member.CanWrite && !AboutTheRow.Contains(member.Name))
           from name in IsObject(member.PropertyType)
               ? Settable(member.PropertyType).Select(inner => $"{member.Name}.{inner.Name}").Prepend(member.Name)
               : [member.Name]
           select name,
    ];

    /// <summary>An item in which one member is not what it is in the others; an object is then missing.</summary>
    public static OfflineFilesItem Make(string? different = null, ItemMembers loaded = ItemMembers.All)
    {
        var item = new OfflineFilesItem(different == nameof(OfflineFilesItem.ItemPath) ? @"\\SRV\docs\a.txt" : @"\\srv\docs\a.txt");
        foreach (var member in Settable(typeof(OfflineFilesItem)))
        {
            var name = member.Name;
            if (name == nameof(OfflineFilesItem.LoadedMembers)) member.SetValue(item, loaded);
            else if (name == nameof(OfflineFilesItem.Origin)) continue;
            else if (!IsObject(member.PropertyType)) member.SetValue(item, Value(member.PropertyType, name == different));
            else if (name != different) member.SetValue(item, Object(member, different));
        }

        return item;
    }

    /// <summary>The value of a member, null through an object that is missing.</summary>
    public static object? Read(OfflineFilesItem item, string member) => member.Split('.').Aggregate(
        (object?)item, (holder, name) => holder is null ? null : Member(holder.GetType(), name).GetValue(holder));

    /// <summary>The type of a member, and whether it is an object of its own.</summary>
    public static (Type Type, bool IsObject) TypeOf(string member)
    {
        var type = member.Split('.').Aggregate(typeof(OfflineFilesItem), (holder, name) => Member(holder, name).PropertyType);
        return (type, IsObject(type));
    }

    /// <summary>Whether a member is declared with a question mark.</summary>
    public static bool IsNullable(string member)
    {
        var names = member.Split('.');
        var holder = names.Length == 1 ? typeof(OfflineFilesItem) : Member(typeof(OfflineFilesItem), names[0]).PropertyType;
        return new NullabilityInfoContext().Create(Member(holder, names[^1])).ReadState == NullabilityState.Nullable;
    }

    private static object Object(PropertyInfo holder, string? different)
    {
        var made = Activator.CreateInstance(holder.PropertyType)!;
        foreach (var member in Settable(holder.PropertyType))
            member.SetValue(made, Value(member.PropertyType, $"{holder.Name}.{member.Name}" == different));
        return made;
    }

    private static object Value(Type type, bool isDifferent)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool)) return !isDifferent;
        if (type == typeof(string)) return isDifferent ? "another" : "text";
        if (type == typeof(long)) return isDifferent ? 7L : 5_000_000_000L;
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2024, 3, isDifferent ? 2 : 1, 12, 30, 0, TimeSpan.Zero);
        return type.IsEnum ? Enum.ToObject(type, isDifferent ? 2 : 1) : throw new InvalidOperationException($"There is no sample of {type}.");
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(member => member.CanWrite);

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name) ?? throw new AssertionException($"{type.Name} has no member {name}.");

    private static bool IsObject(Type type) => type.IsClass && type != typeof(string);
}
