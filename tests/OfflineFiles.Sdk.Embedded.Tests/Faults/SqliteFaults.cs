using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded.Tests.Faults;

/// <summary>
/// Stands between SQLite and the disk: its default file system, with writes, truncations and flushes counted, and failing when asked to. SQLite is
/// told once for the process; files of other directories than the armed one go through untouched.
/// </summary>
internal static class SqliteFaults
{
    private const int InputOutputError = 10;
    private const int WriteError = InputOutputError | (3 << 8);
    private const int FsyncError = InputOutputError | (4 << 8);

    // Offsets in the structures of sqlite3.h, on 64 bits.
    private const int VfsSize = 168;
    private const int VfsName = 24;
    private const int VfsOpen = 40;
    private const int MethodsSize = 152;
    private const int MethodsWrite = 24;
    private const int MethodsTruncate = 32;
    private const int MethodsSync = 40;

    private static readonly Dictionary<nint, nint> Tables = [];
    private static readonly Dictionary<nint, string> Opened = [];
    private static readonly Lock Gate = new();

    // The garbage collector must not take what SQLite points to.
    private static readonly OpenMethod OwnOpen = OnOpen;
    private static readonly WriteMethod OwnWrite = OnWrite;
    private static readonly TruncateMethod OwnTruncate = OnTruncate;
    private static readonly SyncMethod OwnSync = OnSync;

    private static nint _defaultVfs;
    private static OpenMethod? _defaultOpen;
    private static string? _directory;
    private static int _failing;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OpenMethod(nint vfs, nint name, nint file, int flags, nint outFlags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int WriteMethod(nint file, nint bytes, int count, long offset);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int TruncateMethod(nint file, long size);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SyncMethod(nint file, int flags);

    private static int _calls;
    private static bool _onlyOnce;

    /// <summary>From now on the calls on the files of a directory are counted, and one of them fails, or that and all that follow; 0: none.</summary>
    public static void Arm(string directory, int failing, bool onlyOnce)
    {
        lock (Gate)
        {
            Register();
            _directory = directory;
            _failing = failing;
            _onlyOnce = onlyOnce;
            _calls = 0;
        }
    }

    /// <summary>Returns how many calls there were since it was armed.</summary>
    public static int Disarm()
    {
        lock (Gate)
        {
            _directory = null;
            return _calls;
        }
    }

    /// <summary>To be called before a database is opened whose calls are to be seen.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (_defaultVfs != 0) return;
            SQLitePCL.Batteries_V2.Init();
            _ = SQLitePCL.raw.sqlite3_libversion_number();
            _defaultVfs = Native.Find(0);
            _defaultOpen = Marshal.GetDelegateForFunctionPointer<OpenMethod>(Marshal.ReadIntPtr(_defaultVfs, VfsOpen));
            var vfs = Copy(_defaultVfs, VfsSize);
            Marshal.WriteIntPtr(vfs, VfsName, Marshal.StringToCoTaskMemUTF8("offlinefiles-faults"));
            Marshal.WriteIntPtr(vfs, VfsOpen, Marshal.GetFunctionPointerForDelegate(OwnOpen));
            if (Native.Register(vfs, 1) != 0) throw new InvalidOperationException("SQLite did not take the file system.");
        }
    }

    private static int OnOpen(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var result = _defaultOpen!(_defaultVfs, name, file, flags, outFlags);
        var methods = Marshal.ReadIntPtr(file);
        if (result != 0 || methods == 0 || name == 0) return result;
        lock (Gate)
        {
            Opened[file] = Marshal.PtrToStringUTF8(name)!;
            if (!Tables.TryGetValue(methods, out var own))
            {
                own = Copy(methods, MethodsSize);
                Marshal.WriteIntPtr(own, MethodsWrite, Marshal.GetFunctionPointerForDelegate(OwnWrite));
                Marshal.WriteIntPtr(own, MethodsTruncate, Marshal.GetFunctionPointerForDelegate(OwnTruncate));
                Marshal.WriteIntPtr(own, MethodsSync, Marshal.GetFunctionPointerForDelegate(OwnSync));
                Tables[methods] = own;
                Tables[own] = methods;
            }

            Marshal.WriteIntPtr(file, own);
        }

        return result;
    }

    private static int OnWrite(nint file, nint bytes, int count, long offset) =>
        Fails(file) ? WriteError : Default<WriteMethod>(file, MethodsWrite)(file, bytes, count, offset);

    private static int OnTruncate(nint file, long size) =>
        Fails(file) ? InputOutputError : Default<TruncateMethod>(file, MethodsTruncate)(file, size);

    private static int OnSync(nint file, int flags) => Fails(file) ? FsyncError : Default<SyncMethod>(file, MethodsSync)(file, flags);

    private static bool Fails(nint file)
    {
        lock (Gate)
        {
            if (_directory is null || !Opened.TryGetValue(file, out var name) || !name.StartsWith(_directory, StringComparison.Ordinal)) return false;
            _calls++;
            return _onlyOnce ? _calls == _failing : _failing > 0 && _calls >= _failing;
        }
    }

    private static T Default<T>(nint file, int method)
    {
        lock (Gate) return Marshal.GetDelegateForFunctionPointer<T>(Marshal.ReadIntPtr(Tables[Marshal.ReadIntPtr(file)], method));
    }

    private static nint Copy(nint from, int size)
    {
        var bytes = new byte[size];
        Marshal.Copy(from, bytes, 0, size);
        var to = Marshal.AllocHGlobal(size);
        Marshal.Copy(bytes, 0, to, size);
        return to;
    }

    private static class Native
    {
        [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
        public static extern nint Find(nint name);

        [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
        public static extern int Register(nint vfs, int isDefault);
    }
}
