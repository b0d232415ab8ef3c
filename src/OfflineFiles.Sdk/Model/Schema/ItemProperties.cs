using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Model;
using OfflineFiles.Sdk.Model.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Schema;

/// <summary>Everything a query over <c>Win32_OfflineFilesItem</c> can name, and how to read it off an <see cref="OfflineFilesItem"/>.</summary>
public sealed class ItemProperties : IWqlRowShape<OfflineFilesItem>
{
    // The readers that the runtime would find too large to merge with a predicate that is one piece of code.
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Dictionary<string, ItemProperty> _byName;
    private readonly Dictionary<string, Dictionary<string, ItemProperty>> _embedded = new(StringComparer.Ordinal);

    private ItemProperties()
    {
        All = Array.AsReadOnly(Table());
        _byName = All.ToDictionary(property => property.Property.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var property in All)
        {
            if (!property.IsEmbedded) _embedded[property.Property.Text] = new(StringComparer.Ordinal);
            else _embedded[property.Property.Names[0]][property.Property.Names[1]] = property;
        }

        MemberNames = [.. All.Select(property => property.Property.Text), .. ItemSystemProperties.Names];
    }

    /// <summary>The table.</summary>
    public static ItemProperties Instance { get; } = new();

    /// <summary>All properties, embedded ones after the object that holds them.</summary>
    public IReadOnlyList<ItemProperty> All { get; }

    /// <inheritdoc/>
    public IEnumerable<string> MemberNames { get; }

    /// <summary>Finds a property by its name in WQL, ignoring case; null when there is none, or it is a system property such as <c>__CLASS</c>.</summary>
    /// <param name="property">The name.</param>
    public ItemProperty? Find(WqlProperty property) => _byName.TryGetValue(Guard.NotNull(property).Text, out var found) ? found : null;

    /// <summary>Finds a property by its name in C#.</summary>
    internal ItemProperty? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds a property of an embedded object by the two names in C#.</summary>
    internal ItemProperty? Find(string holder, string name) =>
        _embedded.TryGetValue(holder, out var properties) && properties.TryGetValue(name, out var found) ? found : null;

    /// <inheritdoc/>
    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<OfflineFilesItem>? member)
    {
        member = Find(name)?.Value ?? ItemSystemProperties.Find(name);
        return member is not null;
    }

    /// <summary>The members that must be loaded of an item for a predicate to be evaluated over it.</summary>
    /// <param name="predicate">A predicate over items.</param>
    public ItemMembers MembersOf(WqlPredicate predicate) =>
        Guard.NotNull(predicate).Terms.Aggregate(ItemMembers.None, (members, term) => members | MemberOf(term.Property));

    /// <summary>The member that holds a property; that of the embedded object for a system property of it.</summary>
    internal ItemMembers MemberOf(WqlProperty property) =>
        (Find(property) ?? (property.IsDotted ? Find(new WqlProperty(property.Names[0])) : null))?.Member ?? ItemMembers.None;

    private static ItemProperty[] Table() =>
    [
        String("ItemPath", ItemMembers.ItemPath, item => item.ItemPath),
        String("ParentItemPath", ItemMembers.ParentItemPath, item => item.ParentItemPath),
        String("ItemName", ItemMembers.ItemName, item => item.ItemName),
        Integer("ItemType", ItemMembers.ItemType, item => (long)item.ItemType),
        Object("FileSysInfo", ItemMembers.FileSysInfo, item => item.FileSysInfo is null),
        Integer("FileSysInfo.LocalAttributes", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.LocalAttributes),
        Integer("FileSysInfo.LocalSize", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalSize),
        DateTime("FileSysInfo.LocalCreationTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalCreationTime),
        DateTime("FileSysInfo.LocalLastWriteTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalLastWriteTime),
        DateTime("FileSysInfo.LocalChangeTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalChangeTime),
        DateTime("FileSysInfo.LocalLastAccessTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.LocalLastAccessTime),
        Integer("FileSysInfo.OriginalAttributes", ItemMembers.FileSysInfo,
            [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.OriginalAttributes),
        Integer("FileSysInfo.OriginalSize", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalSize),
        DateTime("FileSysInfo.OriginalCreationTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalCreationTime),
        DateTime("FileSysInfo.OriginalLastWriteTime", ItemMembers.FileSysInfo,
            [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalLastWriteTime),
        DateTime("FileSysInfo.OriginalChangeTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalChangeTime),
        DateTime("FileSysInfo.OriginalLastAccessTime", ItemMembers.FileSysInfo,
            [MethodImpl(Inline)] (item) => item.FileSysInfo?.OriginalLastAccessTime),
        Integer("FileSysInfo.RemoteAttributes", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => (long?)item.FileSysInfo?.RemoteAttributes),
        Integer("FileSysInfo.RemoteSize", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteSize),
        DateTime("FileSysInfo.RemoteCreationTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteCreationTime),
        DateTime("FileSysInfo.RemoteLastWriteTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteLastWriteTime),
        DateTime("FileSysInfo.RemoteChangeTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteChangeTime),
        DateTime("FileSysInfo.RemoteLastAccessTime", ItemMembers.FileSysInfo, [MethodImpl(Inline)] (item) => item.FileSysInfo?.RemoteLastAccessTime),
        Object("PinInfo", ItemMembers.PinInfo, item => item.PinInfo is null),
        Boolean("PinInfo.Pinned", ItemMembers.PinInfo, [MethodImpl(Inline)] (item) => item.PinInfo?.Pinned),
        Integer("PinInfo.PinnedForUser", ItemMembers.PinInfo, [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForUser),
        Integer("PinInfo.PinnedForUserByPolicy", ItemMembers.PinInfo, [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForUserByPolicy),
        Integer("PinInfo.PinnedForComputer", ItemMembers.PinInfo, [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForComputer),
        Integer("PinInfo.PinnedForFolderRedirection", ItemMembers.PinInfo,
            [MethodImpl(Inline)] (item) => (long?)item.PinInfo?.PinnedForFolderRedirection),
        Object("ChangeInfo", ItemMembers.ChangeInfo, item => item.ChangeInfo is null),
        Boolean("ChangeInfo.Dirty", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.Dirty),
        Boolean("ChangeInfo.DeletedOffline", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.DeletedOffline),
        Boolean("ChangeInfo.CreatedOffline", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.CreatedOffline),
        Boolean("ChangeInfo.ModifiedData", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedData),
        Boolean("ChangeInfo.ModifiedAttributes", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedAttributes),
        Boolean("ChangeInfo.ModifiedTime", ItemMembers.ChangeInfo, [MethodImpl(Inline)] (item) => item.ChangeInfo?.ModifiedTime),
        Object("ConnectionInfo", ItemMembers.ConnectionInfo, item => item.ConnectionInfo is null),
        Integer("ConnectionInfo.ConnectState", ItemMembers.ConnectionInfo, [MethodImpl(Inline)] (item) => (long?)item.ConnectionInfo?.ConnectState),
        Integer("ConnectionInfo.OfflineReason", ItemMembers.ConnectionInfo, [MethodImpl(Inline)] (item) => (long?)item.ConnectionInfo?.OfflineReason),
        Object("SuspendInfo", ItemMembers.SuspendInfo, item => item.SuspendInfo is null),
        Boolean("SuspendInfo.Suspended", ItemMembers.SuspendInfo, [MethodImpl(Inline)] (item) => item.SuspendInfo?.Suspended),
        Boolean("SuspendInfo.SuspendedRoot", ItemMembers.SuspendInfo, [MethodImpl(Inline)] (item) => item.SuspendInfo?.SuspendedRoot),
        Object("DirtyInfo", ItemMembers.DirtyInfo, item => item.DirtyInfo is null),
        Integer("DirtyInfo.LocalDirtyByteCount", ItemMembers.DirtyInfo, [MethodImpl(Inline)] (item) => item.DirtyInfo?.LocalDirtyByteCount),
        Integer("DirtyInfo.RemoteDirtyByteCount", ItemMembers.DirtyInfo, [MethodImpl(Inline)] (item) => item.DirtyInfo?.RemoteDirtyByteCount),
        Boolean("Encrypted", ItemMembers.Encrypted, item => item.Encrypted),
        Boolean("Sparse", ItemMembers.Sparse, item => item.Sparse),
    ];

    private static ItemProperty String(string name, ItemMembers member, Func<OfflineFilesItem, string?> read) =>
        Make(name, member, WqlMember.String(read));

    private static ItemProperty Integer(string name, ItemMembers member, Func<OfflineFilesItem, long?> read) =>
        Make(name, member, WqlMember.Integer(read));

    private static ItemProperty Boolean(string name, ItemMembers member, Func<OfflineFilesItem, bool?> read) =>
        Make(name, member, WqlMember.Boolean(read));

    private static ItemProperty DateTime(string name, ItemMembers member, Func<OfflineFilesItem, DateTimeOffset?> read) =>
        Make(name, member, WqlMember.DateTime(read));

    private static ItemProperty Object(string name, ItemMembers member, Func<OfflineFilesItem, bool> isNull) =>
        Make(name, member, WqlMember.Object(OfflineFilesSchema.Item.Find(name)!.ClassName!, isNull));

    private static ItemProperty Make(string name, ItemMembers member, WqlMember<OfflineFilesItem> value)
    {
        var names = name.Split('.');
        var schema = OfflineFilesSchema.Item.Find(names[0])!;
        if (names.Length > 1) schema = OfflineFilesSchema.Find(schema.ClassName!)!.Find(names[1])!;
        return new ItemProperty(new WqlProperty(names), member, schema, value);
    }
}
