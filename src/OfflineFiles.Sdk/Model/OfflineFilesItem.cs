using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk;

/// <summary>
/// A server, share, directory or file of the cache, as it was when it was read. Immutable and safe to share between threads.
/// Two items are equal if their paths are equal.
/// </summary>
/// <remarks>
/// <para><c>Win32_OfflineFilesItem</c> (Microsoft Learn: Win32_OfflineFilesItem).</para>
/// <para>The type of an item determines which information it holds; information that does not apply is null:</para>
/// <list type="table">
/// <listheader><term>Information</term><description>Applies to</description></listheader>
/// <item><term><see cref="FileSysInfo"/></term><description>directories and files</description></item>
/// <item><term><see cref="PinInfo"/>, <see cref="ChangeInfo"/>, <see cref="ConnectionInfo"/>, <see cref="SuspendInfo"/>, <see cref="InConflict"/></term><description>shares, directories and files</description></item>
/// <item><term><see cref="DirtyInfo"/>, <see cref="Encrypted"/>, <see cref="Sparse"/></term><description>files</description></item>
/// </list>
/// <para>
/// A query that selects some members yields items that hold only those: reading another member throws
/// <see cref="MemberNotLoadedException"/> and never returns null. What shows or writes an item without naming its members (a serializer, a debugger, a
/// data binding) shows and writes those that it holds.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(ItemDebugView))]
[JsonConverter(typeof(OfflineFilesItemJsonConverter))]
[TypeDescriptionProvider(typeof(ItemDescriptionProvider))]
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
    private readonly bool? _inConflict;
    private UncPath? _path;

    /// <summary>
    /// Initializes a new instance of the <see cref="OfflineFilesItem"/> class. Members that are not set are null and count as loaded unless
    /// <see cref="LoadedMembers"/> says otherwise.
    /// </summary>
    /// <param name="itemPath">The UNC path, which is the key.</param>
    public OfflineFilesItem(string itemPath) => _itemPath = Guard.NotNull(itemPath);

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesItem"/> class with the values of a <see cref="UncPath"/>.</summary>
    /// <param name="path">The path, which is the key.</param>
    /// <param name="itemType">The type of the item.</param>
    public OfflineFilesItem(UncPath path, OfflineFilesItemType itemType)
    {
        _path = Guard.NotNull(path);
        _itemPath = path.ToString();
        _parentItemPath = path.Parent?.ToString();
        _itemName = path.Name;
        _itemType = itemType;
    }

    /// <summary>The members that this row holds. Default: all. <see cref="ItemPath"/> is always held.</summary>
    public ItemMembers LoadedMembers { get; init; } = ItemMembers.All;

    /// <summary>The query the row came from, for the message of a <see cref="MemberNotLoadedException"/>; null if no query is known.</summary>
    public string? Origin { get; init; }

    /// <summary>The UNC path on the server, without a trailing backslash: the key. It compares ignoring case.</summary>
    public string ItemPath => _itemPath;

    /// <summary><see cref="ItemPath"/> as a <see cref="UncPath"/>.</summary>
    /// <exception cref="InvalidUncPathException">The backend delivered a text that is not a valid UNC path.</exception>
    public UncPath Path => _path ??= UncPath.Parse(_itemPath);

    /// <summary>The path of the parent; null or empty for a server.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public string? ParentItemPath
    {
        get => Loaded(ItemMembers.ParentItemPath, _parentItemPath);
        init => _parentItemPath = value;
    }

    /// <summary>The last component of the path.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public string ItemName
    {
        get => Loaded(ItemMembers.ItemName, _itemName);
        init => _itemName = value;
    }

    /// <summary>The type of the item.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public OfflineFilesItemType ItemType
    {
        get => Loaded(ItemMembers.ItemType, _itemType);
        init => _itemType = value;
    }

    /// <summary>The sizes, attributes and times; null for servers and shares.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public FileSysInfo? FileSysInfo
    {
        get => Loaded(ItemMembers.FileSysInfo, _fileSysInfo);
        init => _fileSysInfo = value;
    }

    /// <summary>The reasons why the item is always available offline; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public PinInfo? PinInfo
    {
        get => Loaded(ItemMembers.PinInfo, _pinInfo);
        init => _pinInfo = value;
    }

    /// <summary>The changes that wait for synchronisation; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public ChangeInfo? ChangeInfo
    {
        get => Loaded(ItemMembers.ChangeInfo, _changeInfo);
        init => _changeInfo = value;
    }

    /// <summary>The connection of the item, online or offline; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public ConnectionInfo? ConnectionInfo
    {
        get => Loaded(ItemMembers.ConnectionInfo, _connectionInfo);
        init => _connectionInfo = value;
    }

    /// <summary>The suspension of the item; null for servers.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public SuspendInfo? SuspendInfo
    {
        get => Loaded(ItemMembers.SuspendInfo, _suspendInfo);
        init => _suspendInfo = value;
    }

    /// <summary>The amount of data that a synchronisation would move; null for all types except files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public DirtyInfo? DirtyInfo
    {
        get => Loaded(ItemMembers.DirtyInfo, _dirtyInfo);
        init => _dirtyInfo = value;
    }

    /// <summary>True if the cached copy is encrypted; null for all types except files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public bool? Encrypted
    {
        get => Loaded(ItemMembers.Encrypted, _encrypted);
        init => _encrypted = value;
    }

    /// <summary>True if the content is not complete, so that the file is not available offline; null for all types except files.</summary>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public bool? Sparse
    {
        get => Loaded(ItemMembers.Sparse, _sparse);
        init => _sparse = value;
    }

    /// <summary>
    /// True if a conflict of the item is recorded, whether its share is online or offline: it changed on both sides, and nobody has decided yet. False
    /// if none is recorded; null for servers, and where a backend does not know.
    /// </summary>
    /// <remarks>
    /// A member of the library: <c>Win32_OfflineFilesItem</c> has no such property. The embedded cache knows it of every item. Over CIM it is true while
    /// the item is offline for <see cref="OfflineReason.NeedToSyncItem"/> and null otherwise, because Windows gives one reason, and a share that is
    /// offline has another; it is never sent to Windows.
    /// </remarks>
    /// <exception cref="MemberNotLoadedException">The query did not select the member.</exception>
    public bool? InConflict
    {
        get => Loaded(ItemMembers.InConflict, _inConflict);
        init => _inConflict = value;
    }

    /// <summary>Returns true if the item lies strictly below a path, at any depth, ignoring case. In a query it becomes a subtree search.</summary>
    /// <param name="ancestor">The path.</param>
    public bool IsUnder(UncPath ancestor) => Path.IsUnder(ancestor);

    /// <inheritdoc/>
    public bool Equals(OfflineFilesItem? other) =>
        other is not null && WqlText.AreEqual(_itemPath, other._itemPath);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OfflineFilesItem);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlText.GetHashCode(_itemPath);

    /// <summary>Returns the type and path, with notes on pins, changes, offline state, a conflict and sparse content, as far as the row holds them.</summary>
    public override string ToString()
    {
        var type = Has(ItemMembers.ItemType) ? _itemType.ToString() : "Item";
        var notes = new List<string>();
        if (Has(ItemMembers.PinInfo) && _pinInfo?.Pinned == true) notes.Add("pinned");
        if (Has(ItemMembers.ChangeInfo) && _changeInfo?.Dirty == true) notes.Add(_changeInfo.ToString());
        if (Has(ItemMembers.ConnectionInfo) && _connectionInfo?.ConnectState == ConnectState.Offline) notes.Add(_connectionInfo.ToString());
        if (Has(ItemMembers.InConflict) && _inConflict == true) notes.Add("in conflict");
        if (Has(ItemMembers.Sparse) && _sparse == true) notes.Add("sparse");
        return ReadableText.Of(notes.Count == 0 ? $"{type} {_itemPath}" : $"{type} {_itemPath} ({string.Join("; ", notes)})");
    }

    /// <summary>Returns true if the paths of two items are equal, ignoring case.</summary>
    /// <param name="left">An item or null.</param>
    /// <param name="right">An item or null.</param>
    public static bool operator ==(OfflineFilesItem? left, OfflineFilesItem? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if the paths of two items are not equal, ignoring case.</summary>
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
