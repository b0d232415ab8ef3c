using System.Diagnostics;
using System.Runtime.InteropServices;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>An account of Linux. The kernel keeps one for each thread, so one test can be several people.</summary>
internal sealed record Person(string Name, uint User, uint Group, params uint[] MoreGroups)
{
    public static readonly Person Root = new("root", 0, 0);
    private const int NewMounts = 0x20000;

    /// <summary>Runs something on a thread of its own, which may become other people.</summary>
    public static void OnThread(Action action, bool hasOwnMounts = false)
    {
        Assume.That(OperatingSystem.IsLinux() && UnixNative.EffectiveUser() == 0, "the test runs as root on Linux: it becomes other accounts, or mounts");
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (hasOwnMounts) Assume.That(Unshare(NewMounts) == 0 && Mount(Text("none"), Text("/"), null, RecursivePrivate, null) == 0, "mounts can be made");
                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>A bind mount, for the thread that has its own mounts.</summary>
    public static void Bind(string from, string to, bool isReadOnly = false)
    {
        Assert.That(Mount(Text(from), Text(to), null, BindFlag, null), Is.Zero, "mount --bind");
        if (isReadOnly) Assert.That(Mount(Text("none"), Text(to), null, BindFlag | Remount | ReadOnly, null), Is.Zero, "mount -o remount,bind,ro");
    }

    /// <summary>Runs a program as the thread's account, with its mounts; false when it fails or is not there.</summary>
    public static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public static void MakePipe(string path) => Assert.That(MakeFifo(Text(path), 0x180), Is.Zero, "mkfifo");

    /// <summary>Makes the thread this account, with all the rights that it has and no others.</summary>
    public void Become()
    {
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        const nint Same = -1;
        Check(Call(isArm ? 147 : 117, Same, 0, Same));
        Check(Call(isArm ? 159 : 116, MoreGroups.Length, MoreGroups.Length == 0 ? [0] : MoreGroups));
        Check(Call(isArm ? 149 : 119, Same, (nint)Group, Same));
        Check(Call(isArm ? 147 : 117, Same, (nint)User, Same));
    }

    public T Do<T>(Func<T> action)
    {
        Become();
        try
        {
            return action();
        }
        finally
        {
            Root.Become();
        }
    }

    public void Do(Action action) => Do(() =>
    {
        action();
        return true;
    });

    public override string ToString() => Name;

    private const nuint BindFlag = 0x1000;
    private const nuint Remount = 0x20;
    private const nuint ReadOnly = 0x1;
    private const nuint RecursivePrivate = 0x44000;

    private static byte[] Text(string text) => UnixName.Encode(text, "Test");

    private static void Check(nint result) => Assert.That((long)result, Is.Zero, "the account can be changed");

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern nint Call(nint number, nint first, nint second, nint third);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern nint Call(nint number, nint count, uint[] groups);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static extern int Unshare(int flags);

    [DllImport("libc", EntryPoint = "mount", SetLastError = true)]
    private static extern int Mount(byte[] from, byte[] to, byte[]? type, nuint flags, byte[]? data);
}
