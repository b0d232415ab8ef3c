using System.Globalization;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>What is recorded with a step of a change, for whoever has to clean up after it.</summary>
/// <param name="AsideSha256">The hash of the version that is set aside, read before; null if its hint tells it.</param>
/// <param name="Name">The name that is reserved.</param>
/// <param name="FileId">The number of the directory that reserves it; null while it is not there yet.</param>
internal sealed record StepDetail(byte[]? AsideSha256, string? Name = null, UInt128? FileId = null)
{
    private const char Separator = ':';

    public override string ToString() => string.Join(
        Separator,
        AsideSha256 is null ? "" : Convert.ToHexString(AsideSha256),
        FileId?.ToString("x", CultureInfo.InvariantCulture),
        // Last, as it may hold anything.
        Name);

    /// <summary>Nothing, of a text that says nothing.</summary>
    public static StepDetail Parse(string? text)
    {
        if (text?.Split(Separator, 3) is not [var hash, var id, var name]) return new StepDetail(AsideSha256: null);
        return new StepDetail(
            hash.Length == 0 ? null : Convert.FromHexString(hash),
            name.Length == 0 ? null : name,
            UInt128.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fileId) ? fileId : null);
    }

    /// <summary>Whether this is, if it is empty, the directory that was put there to take the name.</summary>
    public bool IsReservation(in FileStatus found, bool idsAreStable) =>
        found.Type == FileType.Directory && (FileId is not { } id || !idsAreStable || id == found.FileId);
}
