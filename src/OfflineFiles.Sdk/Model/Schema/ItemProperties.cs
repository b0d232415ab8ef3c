using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Schema;

/// <summary>Everything a query over <c>Win32_OfflineFilesItem</c> can name, and how to read it off an <see cref="OfflineFilesItem"/>.</summary>
public sealed class ItemProperties : IWqlRowShape<OfflineFilesItem>
{
    private readonly ItemProperty[] _ofItem;
    private readonly Dictionary<string, ItemProperty> _byName;
    private readonly Dictionary<string, Dictionary<string, ItemProperty>> _embedded = new(StringComparer.Ordinal);

    private ItemProperties()
    {
        All = Array.AsReadOnly(ItemTable.Rows);
        _ofItem = [.. All.Where(property => !property.IsEmbedded)];
        OfItem = Array.AsReadOnly(_ofItem);
        _byName = All.ToDictionary(property => property.Property.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var property in All)
        {
            if (property.Holder is null) _embedded[property.Schema.Name] = new(StringComparer.Ordinal);
            else _embedded[property.Holder.Schema.Name][property.Schema.Name] = property;
        }

        MemberNames = [.. All.Select(property => property.Property.Text), .. ItemSystemProperties.Names];
    }

    /// <summary>The table.</summary>
    public static ItemProperties Instance { get; } = new();

    /// <summary>All properties, embedded ones after the object that holds them.</summary>
    public IReadOnlyList<ItemProperty> All { get; }

    /// <summary>The properties of the item itself: values and embedded objects, but nothing that is in one.</summary>
    public IReadOnlyList<ItemProperty> OfItem { get; }

    /// <inheritdoc/>
    public IEnumerable<string> MemberNames { get; }

    /// <summary>Finds a property by its name in WQL, ignoring case; null if items have no such property, or it is a system property such as <c>__CLASS</c>.</summary>
    /// <param name="property">The name.</param>
    public ItemProperty? Find(WqlProperty property) => _byName.TryGetValue(Guard.NotNull(property).Text, out var found) ? found : null;

    /// <inheritdoc/>
    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<OfflineFilesItem>? member)
    {
        member = Find(name)?.Value ?? ItemSystemProperties.Find(name);
        return member is not null;
    }

    /// <summary>The members that must be loaded of an item for a predicate to be evaluated over it.</summary>
    /// <param name="predicate">A predicate over items.</param>
    public ItemMembers MembersOf(WqlPredicate predicate) =>
        Guard.NotNull(predicate).Terms.Aggregate(ItemMembers.None, (members, term) =>
            term.Properties.Aggregate(members, (all, property) => all | MemberOf(property)));

    /// <summary>
    /// The members that rows of a query must hold: what its select list names, and the key; all members if it has no list (<c>SELECT *</c>). A
    /// backend builds its rows with them, and sets <see cref="OfflineFilesItem.LoadedMembers"/> to them.
    /// </summary>
    /// <param name="query">A query over items.</param>
    public ItemMembers MembersOf(WqlSelectQuery query) => Guard.NotNull(query).Properties.Count == 0
        ? ItemMembers.All
        : query.Properties.Aggregate(ItemMembers.ItemPath, (members, property) => members | MemberOf(property));

    /// <summary>Finds a property by its name in C#.</summary>
    internal ItemProperty? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds a property of an embedded object by the two names in C#.</summary>
    internal ItemProperty? Find(string holder, string name) =>
        _embedded.TryGetValue(holder, out var properties) && properties.TryGetValue(name, out var found) ? found : null;

    /// <summary>The member that holds a property; that of the embedded object for a system property of it.</summary>
    internal ItemMembers MemberOf(WqlProperty property) =>
        (Find(property) ?? (property.IsDotted ? Find(new WqlProperty(property.Names[0])) : null))?.Member ?? ItemMembers.None;

    /// <summary>The members in which two versions of an item differ, of those that both hold. Allocates nothing.</summary>
    internal ItemMembers Differences(OfflineFilesItem previous, OfflineFilesItem current)
    {
        // The key is always there.
        var loaded = (previous.LoadedMembers & current.LoadedMembers) | ItemMembers.ItemPath;
        var members = ItemMembers.None;
        foreach (var property in _ofItem)
            if ((loaded & property.Member) != 0 && !property.AreEqual(previous, current)) members |= property.Member;
        return members;
    }
}
