using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Embedded.Versions;

/// <summary>
/// What a listing or a look says about an entry: a hint of which version it is, never the version itself, which is its bytes. <see cref="ShareTraits"/>
/// compares two of them. For a directory only the kind, the file id and the attributes count. The device is not part of it: all of a share lies
/// on one device.
/// </summary>
internal readonly record struct ShareToken
{
    private const int LongestUsual = 128;

    private ShareToken(ShareEntryKind kind, long size, Int128 modified, Int128 changed, FileAttributes attributes, UInt128 fileId)
    {
        Kind = kind;
        Size = size;
        ModifiedNanoseconds = modified;
        ChangedNanoseconds = changed;
        Attributes = attributes;
        FileId = fileId;
    }

    public ShareEntryKind Kind { get; }

    public long Size { get; }

    /// <summary>Since 1970-01-01 UTC, as the side measures it.</summary>
    public Int128 ModifiedNanoseconds { get; }

    /// <summary>When bytes or metadata last changed, since 1970-01-01 UTC. A rename may change it.</summary>
    public Int128 ChangedNanoseconds { get; }

    /// <summary>Directories only.</summary>
    public FileAttributes Attributes { get; }

    public UInt128 FileId { get; }

    public static ShareToken ForFile(long size, Int128 modifiedNanoseconds, Int128 changedNanoseconds, UInt128 fileId) =>
        new(ShareEntryKind.File, size, modifiedNanoseconds, changedNanoseconds, default, fileId);

    public static ShareToken ForDirectory(FileAttributes attributes, UInt128 fileId) =>
        new(ShareEntryKind.Directory, 0, 0, 0, attributes, fileId);

    public static ShareToken ForUnsupported(Int128 modifiedNanoseconds, UInt128 fileId) =>
        new(ShareEntryKind.Unsupported, 0, modifiedNanoseconds, 0, default, fileId);

    /// <summary>Without the parts that mean nothing on the share (<see cref="ShareTraits"/>).</summary>
    public ShareToken Reduced(bool keepsFileId, bool keepsWriteTime, bool keepsChangeTime) => new(
        Kind,
        Size,
        keepsWriteTime ? ModifiedNanoseconds : 0,
        keepsChangeTime ? ChangedNanoseconds : 0,
        Attributes,
        keepsFileId ? FileId : 0);

    /// <summary>With the write time rounded down to a step, in nanoseconds.</summary>
    public ShareToken Coarse(long step)
    {
        var over = ModifiedNanoseconds % step;
        return new(Kind, Size, ModifiedNanoseconds - (over < 0 ? over + step : over), ChangedNanoseconds, Attributes, FileId);
    }

    /// <summary>The form for the database; <see cref="Parse(string)"/> reads it back.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Letter(Kind)}:{Size}:{ModifiedNanoseconds}:{ChangedNanoseconds}:{(int)Attributes:x}:{FileId:x}");

    /// <exception cref="FormatException">The text is no token.</exception>
    public static ShareToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <exception cref="FormatException">The text is no token.</exception>
    public static ShareToken Parse(ReadOnlySpan<byte> text)
    {
        Span<char> token = stackalloc char[LongestUsual];
        return Encoding.UTF8.TryGetChars(text, token, out var length) ? Parse(token[..length]) : Parse(Encoding.UTF8.GetString(text));
    }

    private static ShareToken Parse(ReadOnlySpan<char> token)
    {
        Span<Range> parts = stackalloc Range[7];
        if (token.Split(parts, ':') == 6
            && KindOf(token[parts[0]]) is { } kind
            && long.TryParse(token[parts[1]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)
            && TryNanoseconds(token[parts[2]], out var modified)
            && TryNanoseconds(token[parts[3]], out var changed)
            && int.TryParse(token[parts[4]], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var attributes)
            && TryFileId(token[parts[5]], out var fileId))
            return new ShareToken(kind, size, modified, changed, (FileAttributes)attributes, fileId);
        throw new FormatException($"'{token}' is no share token.");
    }

    // Nearly all of these fit into 64 bits, which are read in a fraction of the time.
    private static bool TryNanoseconds(ReadOnlySpan<char> text, out Int128 value)
    {
        var isShort = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var few);
        value = few;
        return isShort || Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryFileId(ReadOnlySpan<char> text, out UInt128 value)
    {
        var isShort = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var few);
        value = few;
        return isShort || UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static char Letter(ShareEntryKind kind) => kind switch
    {
        ShareEntryKind.File => 'F',
        ShareEntryKind.Directory => 'D',
        _ => 'U',
    };

    private static ShareEntryKind? KindOf(ReadOnlySpan<char> letter) => letter switch
    {
        "F" => ShareEntryKind.File,
        "D" => ShareEntryKind.Directory,
        "U" => ShareEntryKind.Unsupported,
        _ => null,
    };
}

internal enum ShareEntryKind
{
    File,
    Directory,

    /// <summary>Seen, never read, written, followed or replaced; the entry says why.</summary>
    Unsupported,
}
