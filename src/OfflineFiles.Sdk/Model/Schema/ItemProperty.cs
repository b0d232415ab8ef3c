using System.Diagnostics;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Schema;

/// <summary>One thing a query over items can name: a property of the item, or with a dot one of an embedded object. Immutable.</summary>
[DebuggerDisplay("{Property,nq}")]
public sealed class ItemProperty
{
    private readonly ItemCell _cell;

    internal ItemProperty(ItemMembers member, OfflineFilesItemType[] itemTypes, ItemProperty? holder, ItemCell cell)
    {
        _cell = cell;
        Property = holder is null ? new WqlProperty(cell.Schema.Name) : new WqlProperty(holder.Schema.Name, cell.Schema.Name);
        Member = member;
        ItemTypes = Array.AsReadOnly(itemTypes);
        Holder = holder;
    }

    /// <summary>The name in WQL, for example <c>ItemPath</c> or <c>PinInfo.Pinned</c>.</summary>
    public WqlProperty Property { get; }

    /// <summary>The member of <see cref="OfflineFilesItem"/> that holds it.</summary>
    public ItemMembers Member { get; }

    /// <summary>The types of items that have it. In items of another type it is NULL.</summary>
    public IReadOnlyList<OfflineFilesItemType> ItemTypes { get; }

    /// <summary>The property that holds the embedded object it belongs to; null if it is a property of the item itself.</summary>
    public ItemProperty? Holder { get; }

    /// <summary>The property in the schema: of the item, or of the embedded class.</summary>
    public CimPropertySchema Schema => _cell.Schema;

    /// <summary>Reads the value off an item; NULL through an embedded object that is NULL.</summary>
    public WqlMember<OfflineFilesItem> Value => _cell.Value;

    /// <summary>Whether it is named with a dot.</summary>
    public bool IsEmbedded => Holder is not null;

    /// <summary>True if it is a value of the item itself: neither an embedded object nor a property of one.</summary>
    public bool IsPlain => Holder is null && Schema.Type != CimTypeCode.Object;

    /// <summary>Reads the value off an item as it is on the wire: an enum is its number.</summary>
    /// <param name="item">The item.</param>
    /// <returns>
    /// A value of the type that <see cref="CimPropertySchema.Type"/> says, for example <see cref="uint"/>, or the embedded object, for example a
    /// <see cref="PinInfo"/>; null if the property, or the object it belongs to, is NULL.
    /// </returns>
    /// <exception cref="MemberNotLoadedException">The item does not hold <see cref="Member"/>.</exception>
    public object? Read(OfflineFilesItem item) => _cell.Read(Guard.NotNull(item));

    /// <summary>The name in WQL.</summary>
    public override string ToString() => Property.ToString();

    /// <summary>Whether two items have the same value; strings are compared exactly. Allocates nothing.</summary>
    internal bool AreEqual(OfflineFilesItem left, OfflineFilesItem right) => _cell.AreEqual(left, right);
}
