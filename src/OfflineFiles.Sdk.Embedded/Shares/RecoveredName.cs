using System.Text;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The name under which a version is kept whose own name was taken: <c>report (recovered v1).docx</c>.</summary>
internal static class RecoveredName
{
    // What the common file systems take, in bytes on Unix and in characters on Windows: the smaller of the two for every text.
    private const int MostBytes = 255;

    /// <summary>A leading dot is no extension; the stem is cut, by whole characters, when the name would become too long.</summary>
    public static string Make(string name, int number)
    {
        var dot = name.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (name[..dot], name[dot..]) : (name, "");
        var suffix = FormattableString.Invariant($" (recovered v{number})");
        if (Bytes(extension) + Bytes(suffix) >= MostBytes) (stem, extension) = (name, "");
        while (Bytes(stem) + Bytes(suffix) + Bytes(extension) > MostBytes)
            stem = stem[..^(stem.Length > 1 && char.IsSurrogatePair(stem, stem.Length - 2) ? 2 : 1)];
        return stem + suffix + extension;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
