using OfflineFiles.Sdk.Embedded.Io.Unix;

namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>
/// What a mode may say when an access list cannot be kept: the group's bits were the list's mask, and who was named falls to the group or to the others.
/// The narrowings for a lost owner and a lost group are held by <see cref="ReplaceAccessTests"/>, where the kernel judges.
/// </summary>
[TestFixture]
internal sealed class PosixAclTests
{
    [TestCase("owner rw, group rw, others r", "664", Description = "no list at all")]
    [TestCase("owner rw, group none, named user rw, mask rw, others none", "600", Description = "0660 was the mask and not the group")]
    [TestCase("owner rw, group rw, named user rw, mask r, others none", "640", Description = "the mask limits the group, too")]
    [TestCase("owner rw, group rw, mask r, others none", "640", Description = "also where it limits nobody else")]
    [TestCase("owner rw, group rw, named user rw, mask r, others rw", "644", Description = "and who was named had no more than it")]
    [TestCase("owner rw, group rw, named user none, mask rw, others r", "600", Description = "who was shut out by name is shut out as one of the others")]
    [TestCase("owner rw, group rw, named group none, mask rw, others r", "660", Description = "a group gives what another one of the member's gives")]
    [TestCase("owner rw, group r, named user rw, named group r, mask rw, others r", "644")]
    [TestCase("owner rw, group rw, named user rw, named user r, mask rw, others rw", "644", Description = "the least of all who were named")]
    [TestCase("owner none, group rw, mask rw, others rw", "066")]
    public void Without_its_list_a_file_gives_nobody_more(string list, string mode) =>
        Assert.That(Convert.ToString(Parse(list).WithoutNames().Mode, 8).PadLeft(3, '0'), Is.EqualTo(mode));

    [TestCase("owner rw, group none, named user rw, mask rw, others none", "660")]
    [TestCase("owner rw, group rw, others r", "664")]
    public void The_mask_stands_in_the_mode_where_there_is_one(string list, string mode)
    {
        Assert.That(Convert.ToString(Parse(list).Mode, 8), Is.EqualTo(mode));
        Assert.That(PosixAcl.TryParse(Parse(list).ToBytes())!.ToBytes(), Is.EqualTo(Parse(list).ToBytes()));
        Assert.That(Convert.ToString(Parse(list).ForOwnerOnly().Mode, 8), Is.EqualTo("600"));
    }

    [TestCase("")]
    [TestCase("01000000")]
    [TestCase("0200000001000600FFFFFFFF")]
    [TestCase("0200000001000600FFFFFFFF04")]
    public void What_is_no_list_is_not_taken_for_one(string bytes) => Assert.That(PosixAcl.TryParse(Convert.FromHexString(bytes)), Is.Null);

    private static PosixAcl Parse(string list)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(2u);
        var id = 1000u;
        foreach (var entry in list.Split(", "))
        {
            var space = entry.LastIndexOf(' ');
            var (tag, isNamed) = entry[..space] switch
            {
                "owner" => (1, false),
                "named user" => (2, true),
                "group" => (4, false),
                "named group" => (8, true),
                "mask" => (16, false),
                _ => (32, false),
            };
            writer.Write((ushort)tag);
            writer.Write((ushort)(entry[(space + 1)..] switch { "rw" => 6, "r" => 4, _ => 0 }));
            writer.Write(isNamed ? id++ : uint.MaxValue);
        }

        return PosixAcl.TryParse(stream.ToArray())!;
    }
}
