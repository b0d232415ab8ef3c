using System.ComponentModel;
using System.Globalization;
using OfflineFiles.Sdk.Embedded.Options;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>Maps a share to the directory that holds its files.</summary>
[TypeConverter(typeof(NoObject))]
[JsonConverter(typeof(ShareMappingJsonConverter))]
public sealed record ShareMapping
{
    private UncPath? _share;
    private string? _noPath;

    /// <summary>Initializes a new instance of the <see cref="ShareMapping"/> class.</summary>
    /// <param name="Share">The UNC path of the share, <c>\\server\share</c>, with exactly two components.</param>
    /// <param name="Directory">
    /// The full path of a local directory, or of a directory on which a file server is mounted. While it is not there, the share is offline. Links
    /// in this path are followed; links below it are not.
    /// </param>
    /// <remarks>A share that is missing, or a text that is not a path, is refused when the cache is opened.</remarks>
    // Named like the properties, in their case: so a binder of configuration knows that it need not set those too.
    public ShareMapping(ShareName Share = default, string Directory = "")
    {
        if (!TryRead(Share.Text, out _share)) _noPath = Share.Text;
        this.Directory = Directory;
    }

    /// <summary>The UNC path of the share. It is null, and the options are refused, if no share was named, or by a text that is no UNC path.</summary>
    public UncPath Share
    {
        get => _share!;
        set
        {
            // A binder of configuration sets again what it gets, and must not take away the text that is no path.
            if (value is not null || _noPath is null) (_share, _noPath) = (value, null);
        }
    }

    /// <summary>The directory that holds the files.</summary>
    public string Directory { get; set; }

    /// <summary>
    /// True if the engine may keep a small file, <c>.~ofroot</c>, at the root of the share where the file system itself does not tell one volume from
    /// another: by it the engine knows that another volume was mounted in the share's place. Set it to false if nothing may be added to the share; such a
    /// share is known by weaker signs.
    /// </summary>
    /// <value>Default: true.</value>
    public bool UsesMarker { get; set; } = true;

    /// <summary>How the share was named.</summary>
    internal string? ShareText => _share?.ToString() ?? _noPath;

    /// <summary>Returns the share and the directory.</summary>
    /// <param name="share">The UNC path of the share.</param>
    /// <param name="directory">The directory that holds the files.</param>
    public void Deconstruct(out UncPath share, out string directory) => (share, directory) = (Share, Directory);

    // As people write it, like any other text that becomes a path.
    private static bool TryRead(string? text, out UncPath? share)
    {
        if (UncPath.TryParse(text, out share) || text is null) return share is not null;
        try
        {
            share = text;
            return true;
        }
        catch (InvalidUncPathException)
        {
            return false;
        }
    }

    /// <summary>Returns the share and the directory, for people.</summary>
    public override string ToString() => ReadableText.Of($"{ShownPath.Of(ShareText)} is {ShownPath.Of(Directory)}");

    // A text in the place of a mapping is one that lacks its directory, and not nothing.
    private sealed class NoObject : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => false;

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? new ShareMapping(text) : base.ConvertFrom(context, culture, value);
    }
}
