using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;
using NUnit.Framework.Constraints;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

[TestFixture]
internal sealed class DurableIoTests
{
    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void SetUp() => _directory = new TemporaryDirectory();

    [TearDown]
    public void TearDown() => _directory.Dispose();

    [Test]
    public void A_rename_that_may_not_replace_refuses_and_changes_nothing()
    {
        _directory.Write("new", "new");
        _directory.Write("old", "old");
        Assert.That(
            () => DurableIo.RenameNoReplace(_directory["new"], _directory["old"]),
            Throws.TypeOf<DurableIoException>().With.Property("Fault").EqualTo(DurableIoFault.AlreadyExists));
        Assert.That((_directory.Read("new"), _directory.Read("old")), Is.EqualTo(("new", "old")));
    }

    [Test]
    public void A_rename_that_may_not_replace_moves_to_a_free_name()
    {
        _directory.Write("from", "bytes");
        DurableIo.RenameNoReplace(_directory["from"], _directory["to"]);
        Assert.That(_directory.Names, Is.EqualTo(new[] { "to" }));
    }

    [Test]
    public void A_replacing_rename_is_never_seen_half_done()
    {
        const string First = "first", Second = "second";
        _directory.Write("target", First);
        using var stop = new CancellationTokenSource();
        var seen = new HashSet<string>();
        var reader = Task.Run(() =>
        {
            for (; !stop.IsCancellationRequested; Thread.Yield()) TryDo(() => seen.Add(_directory.Read("target")));
        });
        var renamed = 0;
        for (var i = 0; i < 500; i++)
        {
            _directory.Write("next", i % 2 == 0 ? Second : First);
            if (TryDo(() => DurableIo.RenameReplace(_directory["next"], _directory["target"]))) renamed++;
        }

        stop.Cancel();
        Assert.That(async () => await reader, Throws.Nothing, "the name was never missing");
        Assert.That(seen, Is.SubsetOf(new[] { First, Second }));
        Assert.That(renamed, OperatingSystem.IsWindows() ? Is.Positive : Is.EqualTo(500));
    }

    /// <summary>On Windows a file that is open is not replaced, and one that is being replaced is not opened: both may be refused, and nothing else.</summary>
    private static bool TryDo(Action act)
    {
        const int AccessDenied = unchecked((int)0x80070005), SharingViolation = unchecked((int)0x80070020);
        try
        {
            act();
            return true;
        }
        catch (Exception e) when (OperatingSystem.IsWindows() && e.HResult is AccessDenied or SharingViolation)
        {
            return false;
        }
    }

    [Test]
    public void An_exchange_changes_the_places_of_both()
    {
        _directory.Write("a", "1");
        _directory.Write("b", "2");
        Assume.That(DurableIo.TryExchange(_directory["a"], _directory["b"]), Is.True, "this file system cannot exchange");
        Assert.That((_directory.Read("a"), _directory.Read("b")), Is.EqualTo(("2", "1")));
    }

    [Test]
    public void What_is_missing_is_told_from_what_is_in_the_way()
    {
        _directory.Write("file", "");
        Directory.CreateDirectory(_directory["full"]);
        _directory.Write("full/child", "");
        Assert.Multiple(() =>
        {
            Assert.That(() => DurableIo.Unlink(_directory["none"]), Fails(DurableIoFault.NotFound));
            Assert.That(() => DurableIo.Rmdir(_directory["full"]), Fails(DurableIoFault.NotEmpty));
        });
    }

    [Test]
    public void An_error_names_the_call_and_the_path_and_keeps_the_number()
    {
        var error = Assert.Throws<DurableIoException>(() => DurableIo.Unlink(_directory["none"]))!;
        Assert.Multiple(() =>
        {
            Assert.That(error.Message, Does.StartWith($"Delete of '{_directory["none"]}' failed: ").And.EndsWith("(2)."));
            Assert.That(error.NativeError, Is.EqualTo(2));
        });
    }

    [Test]
    public void A_directory_and_an_open_file_can_be_made_durable()
    {
        _directory.Write("file", "bytes");
        using var file = File.OpenHandle(_directory["file"], FileMode.Open, FileAccess.ReadWrite);
        Assert.That(() => DurableIo.Fsync(file, _directory["file"]), Throws.Nothing);
        Assert.That(() => DurableIo.FsyncDirectory(_directory.Path), Throws.Nothing);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_flush_that_fails_is_reported()
    {
        using var nowhere = new SafeFileHandle(999_999, ownsHandle: false);
        var badDescriptor = Assert.Throws<DurableIoException>(() => DurableIo.Fsync(nowhere, "nowhere"))!;
        Assert.That(badDescriptor.NativeError, Is.EqualTo(9), "EBADF");
        Assert.That(() => UnixDurableIo.FsyncDirectory(nowhere, "nowhere"), Throws.TypeOf<DurableIoException>().With.Property("NativeError").EqualTo(9));

        using var stream = new AnonymousPipeServerStream(PipeDirection.Out);
        using var writing = new SafeFileHandle(stream.SafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        var pipe = Assert.Throws<DurableIoException>(() => DurableIo.Fsync(writing, "pipe"))!;
        Assert.That(pipe.NativeError, Is.AnyOf(22, 45), "EINVAL, or ENOTSUP on macOS");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Full_disks_and_quotas_are_told_apart()
    {
        var quota = OperatingSystem.IsMacOS() ? 69 : 122;
        Assert.That(UnixError.FaultOf(28), Is.EqualTo(DurableIoFault.NoSpace));
        Assert.That(UnixError.FaultOf(quota), Is.EqualTo(DurableIoFault.QuotaExceeded));
    }

    [Test]
    [Platform("Linux")]
    public void A_full_device_is_reported_when_writing_to_it()
    {
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        var raw = Assert.Catch<IOException>(() => RandomAccess.Write(full, "x"u8, 0))!;
        Assert.That(DurableIoException.From(raw, "Write", "/dev/full").Fault, Is.EqualTo(DurableIoFault.NoSpace));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void The_fallback_for_simple_file_systems_refuses_to_replace_too([Values] bool isDirectory, [Values] bool isTaken)
    {
        if (isDirectory) Directory.CreateDirectory(_directory["from"]);
        else _directory.Write("from", "bytes");
        if (isTaken) _directory.Write("to", "taken");
        void Rename() => RenameFallback.RenameNoReplace(
            UnixDirectoryHandle.Anywhere, _directory["from"], UnixDirectoryHandle.Anywhere, _directory["to"]);
        if (isTaken)
        {
            Assert.That(Rename, Fails(DurableIoFault.AlreadyExists));
            Assert.That(_directory.Names, Is.EqualTo(new[] { "from", "to" }));
            Assert.That(_directory.Read("to"), Is.EqualTo("taken"));
            return;
        }

        Rename();
        Assert.That(_directory.Names, Is.EqualTo(new[] { "to" }));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void The_reservation_of_the_last_fallback_refuses_to_replace_too([Values] bool isTaken)
    {
        _directory.Write("from", "bytes");
        if (isTaken) _directory.Write("to", "taken");
        void Rename() => RenameFallback.MoveOverReservation(
            UnixDirectoryHandle.Anywhere, _directory["from"], UnixDirectoryHandle.Anywhere, _directory["to"], FileType.File);
        if (isTaken) Assert.That(Rename, Fails(DurableIoFault.AlreadyExists));
        else Rename();
        Assert.That(_directory.Read("to"), Is.EqualTo(isTaken ? "taken" : "bytes"));
    }

    private static EqualConstraint<DurableIoFault> Fails(DurableIoFault fault) =>
        Throws.TypeOf<DurableIoException>().With.Property(nameof(DurableIoException.Fault)).EqualTo(fault);
}
