using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Which paths files can have.</summary>
internal static class FileNames
{
    /// <exception cref="InvalidUncPathException">No file name can be spelled like this.</exception>
    public static void RequireRepresentable(UncPath path)
    {
        if (!NameKey.IsRepresentable(path.ToString()))
            throw new InvalidUncPathException(path.ToString(), "it holds half of a surrogate pair, which no file name can hold");
    }

    /// <summary>Sees that something can be made under a path.</summary>
    /// <exception cref="OfflineFilesException">It is a share, or a name on the way is one that the engine keeps for itself.</exception>
    public static void RequireFree(UncPath path)
    {
        RequireBelowShare(path);
        for (var at = path; at.Depth > 2; at = at.Parent!)
            if (TemporaryName.IsReserved(at.Name)) throw FileErrors.IsReserved(path, at.Name);
    }

    /// <exception cref="OfflineFilesException">It is a share or a server.</exception>
    public static void RequireBelowShare(UncPath path)
    {
        if (path.Depth <= 2) throw FileErrors.IsShare(path);
    }
}
