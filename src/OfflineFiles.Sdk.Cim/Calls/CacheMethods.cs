using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>
/// The eleven static methods of <c>Win32_OfflineFilesCache</c> with their parameters as the class declares them (Microsoft Learn:
/// Win32_OfflineFilesCache). Optional parameters are always sent: their defaults are not documented.
/// </summary>
internal static class CacheMethods
{
    public static CimMethodCall Synchronize(IEnumerable<UncPath> paths, SyncOptions options) => Call("Synchronize",
        CimArgument.Paths("Paths", paths), CimArgument.Number("Flags", (uint)options.Flags | (uint)options.ConflictPolicy));

    public static CimMethodCall Pin(IEnumerable<UncPath> paths, PinOptions options) => Call("Pin",
        CimArgument.Paths("Paths", paths), CimArgument.Number("Flags", (uint)options.Flags), CimArgument.Truth("Deep", options.Deep));

    public static CimMethodCall Unpin(IEnumerable<UncPath> paths, UnpinOptions options) => Call("Unpin",
        CimArgument.Paths("Paths", paths), CimArgument.Number("Flags", (uint)options.Flags), CimArgument.Truth("Deep", options.Deep));

    public static CimMethodCall DeleteItems(IEnumerable<UncPath> paths, DeleteOptions options) => Call("DeleteItems",
        CimArgument.Paths("Paths", paths), CimArgument.Number("Flags", (uint)options.Flags));

    public static CimMethodCall RenameItem(UncPath originalPath, UncPath newPath) => Rename("RenameItem", originalPath, newPath);

    public static CimMethodCall RenameItemEx(UncPath originalPath, UncPath newPath) => Rename("RenameItemEx", originalPath, newPath);

    public static CimMethodCall Encrypt(bool encrypt, EncryptionControlFlags flags) => Call("Encrypt",
        CimArgument.Truth("Encrypt", encrypt), CimArgument.Number("Flags", (uint)flags));

    public static CimMethodCall SuspendRoot(UncPath path, bool suspend) => Call("SuspendRoot",
        CimArgument.Text("Path", path), CimArgument.Truth("Suspend", suspend));

    public static CimMethodCall TransitionOnline(UncPath path, TransitionFlags flags) => Call("TransitionOnline",
        CimArgument.Text("Path", path), CimArgument.Number("Flags", (uint)flags));

    public static CimMethodCall TransitionOffline(UncPath path, OfflineTransitionOptions options) => Call("TransitionOffline",
        CimArgument.Text("Path", path), CimArgument.Truth("Force", options.Force), CimArgument.Number("Flags", (uint)options.Flags));

    public static CimMethodCall Enable(bool enable) => Call("Enable", CimArgument.Truth("Enable", enable));

    // ReplaceIfExists is reserved; false is the only value with a documented meaning.
    private static CimMethodCall Rename(string method, UncPath originalPath, UncPath newPath) => Call(method,
        CimArgument.Text("OriginalPath", originalPath), CimArgument.Text("NewPath", newPath), CimArgument.Truth("ReplaceIfExists", false));

    private static CimMethodCall Call(string method, params CimArgument[] arguments) => new(OfflineFilesSchema.Cache.Name, method, arguments);
}
