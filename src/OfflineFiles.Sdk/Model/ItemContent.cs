using System.Reflection;

namespace OfflineFiles.Sdk.Model;

/// <summary>What of an item is written and read by those who do not name its members: the members of the table that the row holds.</summary>
internal static class ItemContent
{
    /// <summary>The members but the key, which comes first wherever an item is written.</summary>
    public static IReadOnlyList<ItemContentMember> Members { get; } =
    [
        .. from property in ItemProperties.Instance.OfItem
           where property.Member != ItemMembers.ItemPath
           select new ItemContentMember(property.Member, typeof(OfflineFilesItem).GetProperty(property.Schema.Name)!),
    ];

    /// <summary>The members that a row holds.</summary>
    public static IEnumerable<ItemContentMember> Of(OfflineFilesItem item) => Members.Where(member => member.IsIn(item));

    /// <summary>Finds a member by its name in any case; null if an item has no such member.</summary>
    public static ItemContentMember? Find(string name) => Members.FirstOrDefault(member => WqlName.AreEqual(member.Name, name));
}

/// <summary>A member of an item.</summary>
internal sealed record ItemContentMember(ItemMembers Flag, PropertyInfo Property)
{
    public string Name => Property.Name;

    public Type Type => Property.PropertyType;

    public bool IsIn(OfflineFilesItem item) => (item.LoadedMembers & Flag) != 0;

    public object? Read(OfflineFilesItem item) => Property.GetValue(item);

    public void Write(OfflineFilesItem item, object? value) => Property.SetValue(item, value);
}
