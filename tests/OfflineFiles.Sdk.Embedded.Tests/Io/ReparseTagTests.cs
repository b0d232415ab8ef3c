using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Io.Windows;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>
/// What stands behind a reparse point (MS-FSCC 2.1.2.1). A name surrogate stands for another entry and is never followed; anything else is how
/// the bytes of an ordinary file or directory are kept. The table is the same on every system.
/// </summary>
[TestFixture]
internal sealed class ReparseTagTests
{
    private const FileAttributes File = FileAttributes.ReparsePoint;
    private const FileAttributes Directory = FileAttributes.ReparsePoint | FileAttributes.Directory;

    [TestCase(0xA000000Cu, "SYMLINK")]
    [TestCase(0xA0000003u, "MOUNT_POINT, a junction too")]
    [TestCase(0xA0000019u, "GLOBAL_REPARSE")]
    [TestCase(0xA000001Du, "LX_SYMLINK")]
    [TestCase(0xA000001Fu, "WCI_TOMBSTONE")]
    [TestCase(0xA0000022u, "PROJFS_TOMBSTONE")]
    [TestCase(0xA0000027u, "WCI_LINK")]
    [TestCase(0xA0000028u, "DATALESS_CIM")]
    [TestCase(0x20000042u, "a surrogate of somebody else")]
    [TestCase(0x8000000Au, "DFS: another server")]
    [TestCase(0x80000012u, "DFSR")]
    public void A_surrogate_is_a_link_whatever_it_looks_like(uint tag, string name) => Assert.That(
        (ReparseTag.TypeOf(tag, File), ReparseTag.TypeOf(tag, Directory)), Is.EqualTo((FileType.Link, FileType.Link)), name);

    [TestCase(0x80000013u, "DEDUP")]
    [TestCase(0x80000017u, "WOF: compressed")]
    [TestCase(0x9000001Au, "CLOUD")]
    [TestCase(0x9000101Au, "CLOUD_1")]
    [TestCase(0x9000F01Au, "CLOUD_F")]
    [TestCase(0x80000021u, "ONEDRIVE")]
    [TestCase(0x80000015u, "FILE_PLACEHOLDER")]
    [TestCase(0x8000001Eu, "STORAGE_SYNC")]
    [TestCase(0x90000027u, "STORAGE_SYNC_FOLDER")]
    [TestCase(0x9000001Cu, "PROJFS")]
    [TestCase(0xC0000004u, "HSM")]
    [TestCase(0x80000006u, "HSM2")]
    [TestCase(0x80000007u, "SIS")]
    [TestCase(0x80000008u, "WIM")]
    [TestCase(0x80000009u, "CSV")]
    [TestCase(0x80000018u, "WCI")]
    [TestCase(0x90001018u, "WCI_1")]
    [TestCase(0x00000042u, "an archive of somebody else")]
    public void What_only_keeps_the_bytes_elsewhere_is_what_it_looks_like(uint tag, string name) => Assert.That(
        (ReparseTag.TypeOf(tag, File), ReparseTag.TypeOf(tag, Directory)), Is.EqualTo((FileType.File, FileType.Directory)), name);

    [TestCase(0x80000023u, "AF_UNIX")]
    [TestCase(0x80000024u, "LX_FIFO")]
    [TestCase(0x80000025u, "LX_CHR")]
    [TestCase(0x80000026u, "LX_BLK")]
    [TestCase(0x80000014u, "NFS: a link, a pipe, a socket or a device")]
    [TestCase(0x8000001Bu, "APPEXECLINK")]
    public void What_has_no_bytes_is_special(uint tag, string name) => Assert.That(ReparseTag.TypeOf(tag, File), Is.EqualTo(FileType.Special), name);
}
