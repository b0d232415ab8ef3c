using System.Diagnostics;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Schema;

/// <summary>One thing a query over items can name: a property of the item, or with a dot one of an embedded object. Immutable.</summary>
[DebuggerDisplay("{Property,nq}")]
public sealed class ItemProperty
{
    internal ItemProperty(WqlProperty property, ItemMembers member, CimPropertySchema schema, WqlMember<OfflineFilesItem> value)
    {
        Property = property;
        Member = member;
        Schema = schema;
        Value = value;
    }

    /// <summary>The name in WQL, for example <c>ItemPath</c> or <c>PinInfo.Pinned</c>.</summary>
    public WqlProperty Property { get; }

    /// <summary>The member of <see cref="OfflineFilesItem"/> that holds it.</summary>
    public ItemMembers Member { get; }

    /// <summary>The property in the schema: of the item, or of the embedded class.</summary>
    public CimPropertySchema Schema { get; }

    /// <summary>Reads the value off an item; NULL through an embedded object that is NULL.</summary>
    public WqlMember<OfflineFilesItem> Value { get; }

    /// <summary>Whether it is named with a dot.</summary>
    public bool IsEmbedded => Property.Names.Count > 1;

    /// <summary>The name in WQL.</summary>
    public override string ToString() => Property.ToString();
}
