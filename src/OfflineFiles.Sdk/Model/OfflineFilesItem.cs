using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk;

/// <summary>
/// One server, share, directory or file of the cache, as it was when it was read. Immutable and safe to share between threads.
/// Two items are equal when their paths are.
/// </summary>
/// <remarks>
/// <para><c>Win32_OfflineFilesItem</c> (Microsoft Learn: Win32_OfflineFilesItem).</para>
/// <para>Which information an item carries depends on its type; what does not apply is null:</para>
/// <list type="table">
/// <listheader><term>Information</term><description>Applies to</description></listheader>
/// <item><term><see cref="FileSysInfo"/></term><description>directories and files</description></item>
/// <item><term><see cref="PinInfo"/>, <see cref="ChangeInfo"/>, <see cref="ConnectionInfo"/>, <see cref="SuspendInfo"/></term><description>shares, directories and files</description></item>
/// <item><term><see cref="DirtyInfo"/>, <see cref="Encrypted"/>, <see cref="Sparse"/></term><description>files</description></item>
/// </list>
/// <para>
/// A query that selects some members yields items that hold only those: reading another throws
/// <see cref="MemberNotLoadedException"/>, it is never a silent null.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class OfflineFilesItem : IEquatable<OfflineFilesItem>
{
    private readonly string _itemPath;
    private readonly string? _parentItemPath;
    private readonly string _itemName = "";
    private readonly OfflineFilesItemType _itemType;
    private readonly FileSysInfo? _fileSysInfo;
    private readonly PinInfo? _pinInfo;
    private readonly ChangeInfo? _changeInfo;
    private readonly ConnectionInfo? _connectionInfo;
    private readonly SuspendInfo? _suspendInfo;
    private readonly DirtyInfo? _dirtyInfo;
    private readonly bool? _encrypted;
    private readonly bool? _sparse;
    private UncPath? _path;

    /// <summary>Makes an item. Members left out are null and count as loaded unless <see cref="LoadedMembers"/> says otherwise.</summary>
    /// <param name="itemPath">The UNC path, the key.</param>
    public OfflineFilesItem(string itemPath) => _itemPath = Guard.NotNull(itemPath);

    /// <summary>Makes an item whose path, parent and name come from a path already read.</summary>
    /// <param name="path">The path, the key.</param>
    /// <param name="itemType">What the item is.</param>
    public OfflineFilesItem(UncPath path, OfflineFilesItemType itemType)
    {
        _path = Guard.NotNull(path);
        _itemPath = path.ToString();
        _parentItemPath = path.Parent?.ToString();
        _itemName = path.Name;
        _itemType = itemType;
    }

    /// <summary>The members this row holds. Default: all. <see cref="ItemPath"/> is always held.</summary>
    public ItemMembers LoadedMembers { get; init; } = ItemMembers.All;

    /// <summary>The query the row came from, for the message of a <see cref="MemberNotLoadedException"/>; null when it came from none.</summary>
    public string? Origin { get; init; }

    /// <summary>The UNC path on the server, without a trailing backslash: the key. Compared ignoring case.</summary>
    public string ItemPath => _itemPath;

    /// <summary><see cref="ItemPath"/> as a <see cref="UncPath"/>.</summary>
    /// <exception cref="InvalidUncPathException">A backend delivered a path that is none.</exception>
    public UncPath Path => _path ??= UncPath.Parse(_itemPath);

    /// <summary>The path of the item above; null or empty for a server.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public string? ParentItemPath
    {
        get => Loaded(ItemMembers.ParentItemPath, _parentItemPath);
        init => _parentItemPath = value;
    }

    /// <summary>The last component of the path.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public string ItemName
    {
        get => Loaded(ItemMembers.ItemName, _itemName);
        init => _itemName = value;
    }

    /// <summary>What the item is.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public OfflineFilesItemType ItemType
    {
        get => Loaded(ItemMembers.ItemType, _itemType);
        init => _itemType = value;
    }

    /// <summary>Sizes, attributes and times; null for servers and shares.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public FileSysInfo? FileSysInfo
    {
        get => Loaded(ItemMembers.FileSysInfo, _fileSysInfo);
        init => _fileSysInfo = value;
    }

    /// <summary>Why the item is always available offline; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public PinInfo? PinInfo
    {
        get => Loaded(ItemMembers.PinInfo, _pinInfo);
        init => _pinInfo = value;
    }

    /// <summary>What waits for synchronisation; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public ChangeInfo? ChangeInfo
    {
        get => Loaded(ItemMembers.ChangeInfo, _changeInfo);
        init => _changeInfo = value;
    }

    /// <summary>Whether the item is online; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public ConnectionInfo? ConnectionInfo
    {
        get => Loaded(ItemMembers.ConnectionInfo, _connectionInfo);
        init => _connectionInfo = value;
    }

    /// <summary>Whether the item is suspended; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public SuspendInfo? SuspendInfo
    {
        get => Loaded(ItemMembers.SuspendInfo, _suspendInfo);
        init => _suspendInfo = value;
    }

    /// <summary>How much a synchronisation would move; null for anything but files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public DirtyInfo? DirtyInfo
    {
        get => Loaded(ItemMembers.DirtyInfo, _dirtyInfo);
        init => _dirtyInfo = value;
    }

    /// <summary>Whether the cached copy is encrypted; null for anything but files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public bool? Encrypted
    {
        get => Loaded(ItemMembers.Encrypted, _encrypted);
        init => _encrypted = value;
    }

    /// <summary>Whether the content is not all here, so that the file is not available offline; null for anything but files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select it.</exception>
    public bool? Sparse
    {
        get => Loaded(ItemMembers.Sparse, _sparse);
        init => _sparse = value;
    }

    /// <summary>Whether the item lies strictly below a path, at any depth, ignoring case. In a query it becomes a subtree search.</summary>
    /// <param name="ancestor">The path above.</param>
    public bool IsUnder(UncPath ancestor) => Path.IsUnder(ancestor);

    /// <inheritdoc/>
    public bool Equals(OfflineFilesItem? other) =>
        other is not null && string.Equals(_itemPath, other._itemPath, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OfflineFilesItem);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_itemPath);

    /// <summary>Type and path, and what is out of the ordinary about the item, as far as the row holds it.</summary>
    public override string ToString()
    {
        var type = Has(ItemMembers.ItemType) ? _itemType.ToString() : "Item";
        var notes = new List<string>();
        if (Has(ItemMembers.PinInfo) && _pinInfo?.Pinned == true) notes.Add("pinned");
        if (Has(ItemMembers.ChangeInfo) && _changeInfo?.Dirty == true) notes.Add(_changeInfo.ToString());
        if (Has(ItemMembers.ConnectionInfo) && _connectionInfo?.ConnectState == ConnectState.Offline) notes.Add(_connectionInfo.ToString());
        if (Has(ItemMembers.Sparse) && _sparse == true) notes.Add("sparse");
        return notes.Count == 0 ? $"{type} {_itemPath}" : $"{type} {_itemPath} ({string.Join("; ", notes)})";
    }

    /// <summary>Equal paths, ignoring case.</summary>
    /// <param name="left">An item or null.</param>
    /// <param name="right">An item or null.</param>
    public static bool operator ==(OfflineFilesItem? left, OfflineFilesItem? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Different paths, ignoring case.</summary>
    /// <param name="left">An item or null.</param>
    /// <param name="right">An item or null.</param>
    public static bool operator !=(OfflineFilesItem? left, OfflineFilesItem? right) => !(left == right);

    private bool Has(ItemMembers member) => (LoadedMembers & member) != 0;

    private T Loaded<T>(ItemMembers member, T value)
    {
        if (!Has(member)) ThrowNotLoaded(member);
        return value;
    }

    // Apart, so that the getters stay small enough to be compiled into their callers: predicates read them for every row.
    [DoesNotReturn]
    private void ThrowNotLoaded(ItemMembers member) => throw new MemberNotLoadedException(member, _itemPath, Origin);
}
