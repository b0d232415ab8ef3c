using System.Buffers.Binary;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>
/// What a file grants to whom: owner, group and others as the mode has them, and the users and groups that an access list names, these and the group up to
/// the list's mask. It can only be narrowed. The narrowings follow what becomes of a person: who loses an entry falls to the next one that fits.
/// </summary>
internal sealed class PosixAcl
{
    private const uint All = 7;
    private const int HeaderLength = 4;
    private const int EntryLength = 8;
    private const uint Version = 2;
    private const uint NoId = uint.MaxValue;

    private readonly Entry[] _entries;

    private PosixAcl(IEnumerable<Entry> entries) => _entries = [.. entries];

    private enum Tag : ushort
    {
        Owner = 0x1,
        User = 0x2,
        Group = 0x4,
        NamedGroup = 0x8,
        Mask = 0x10,
        Others = 0x20,
    }

    public static PosixAcl Of(uint mode) => new(
    [
        new Entry(Tag.Owner, (mode >> 6) & All, NoId),
        new Entry(Tag.Group, (mode >> 3) & All, NoId),
        new Entry(Tag.Others, mode & All, NoId),
    ]);

    /// <summary>Reads the form of the extended attribute; null if the bytes have another form.</summary>
    public static PosixAcl? TryParse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || (bytes.Length - HeaderLength) % EntryLength != 0) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Version) return null;
        var entries = new List<Entry>();
        for (var rest = bytes[HeaderLength..]; rest.Length > 0; rest = rest[EntryLength..])
            entries.Add(new Entry(
                (Tag)BinaryPrimitives.ReadUInt16LittleEndian(rest),
                BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]) & All,
                BinaryPrimitives.ReadUInt32LittleEndian(rest[4..])));
        return new[] { Tag.Owner, Tag.Group, Tag.Others }.All(tag => entries.Count(entry => entry.Tag == tag) == 1) ? new PosixAcl(entries) : null;
    }

    /// <summary>Whether it says more than a mode can.</summary>
    public bool HasNames => _entries.Any(entry => entry.Tag is Tag.User or Tag.NamedGroup or Tag.Mask);

    /// <summary>The permission bits of a file that has this list: the mask stands where the group does without one.</summary>
    public uint Mode => (Of(Tag.Owner) << 6) | ((HasMask ? Of(Tag.Mask) : Of(Tag.Group)) << 3) | Of(Tag.Others);

    private bool HasMask => _entries.Any(entry => entry.Tag == Tag.Mask);

    private uint Mask => HasMask ? Of(Tag.Mask) : All;

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + (EntryLength * _entries.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Version);
        var rest = bytes.AsSpan(HeaderLength);
        foreach (var entry in _entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)entry.Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[2..], (ushort)entry.Permissions);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], entry.Id);
            rest = rest[EntryLength..];
        }

        return bytes;
    }

    /// <summary>A directory's list for what is made in it, as a new file gets it that asks for a mode.</summary>
    public PosixAcl ForNew(uint mode) => Narrow(entry => entry.Tag switch
    {
        Tag.Owner => mode >> 6,
        Tag.Mask => mode >> 3,
        Tag.Group when !HasMask => mode >> 3,
        Tag.Others => mode,
        _ => All,
    });

    /// <summary>The file could not be given to its owner, who is now one of the group, of the named ones, or of the others.</summary>
    public PosixAcl WithoutOwner(uint owner) => Narrow(
        entry => entry.Tag is Tag.Group or Tag.NamedGroup or Tag.Others || (entry.Tag == Tag.User && entry.Id == owner) ? Of(Tag.Owner) : All);

    /// <summary>The file could not be given to its group: its members are now others, and some of the others are now its group.</summary>
    public PosixAcl WithoutGroup()
    {
        var group = Of(Tag.Group) & Mask;
        return Narrow(entry => entry.Tag switch
        {
            Tag.Group => group & Of(Tag.Others) & LeastOf(Tag.NamedGroup),
            Tag.Others => group,
            _ => All,
        });
    }

    /// <summary>The list could not be kept: who was named in it is now one of the group or of the others.</summary>
    public PosixAcl WithoutNames() => Of(
        (Of(Tag.Owner) << 6)
        | ((Of(Tag.Group) & Mask & LeastOf(Tag.User)) << 3)
        | (Of(Tag.Others) & LeastOf(Tag.User) & LeastOf(Tag.NamedGroup)));

    /// <summary>It is not known what the file grants beside its mode, or it cannot be taken from it.</summary>
    public PosixAcl ForOwnerOnly() => Of(Of(Tag.Owner) << 6);

    private uint Of(Tag tag) => Array.Find(_entries, entry => entry.Tag == tag).Permissions;

    private uint LeastOf(Tag tag) => _entries.Where(entry => entry.Tag == tag).Aggregate(All, (least, entry) => least & entry.Permissions & Mask);

    private PosixAcl Narrow(Func<Entry, uint> limit) =>
        new(_entries.Select(entry => entry with { Permissions = entry.Permissions & limit(entry) & All }));

    private readonly record struct Entry(Tag Tag, uint Permissions, uint Id);
}
