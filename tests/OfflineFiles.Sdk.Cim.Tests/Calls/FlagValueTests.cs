using System.Globalization;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>The numbers on the wire (Microsoft Learn: the methods of Win32_OfflineFilesCache; cscobj.h for those marked COM there).</summary>
public sealed class FlagValueTests
{
    [TestCase(typeof(PinControlFlags), "Fill 1, PinLinkTargets 10, ForUser 20, ForUserPolicy 40, ForAll 80, ForRedirection 100, LowPriority 200, AsyncProgress 400, Interactive 800, Console 1000, Background 10000")]
    [TestCase(typeof(SyncControlFlags), "FillSparse 1, SyncIn 2, SyncOut 4, PinNewFiles 8, PinLinkTargets 10, PinForUser 20, PinForUserPolicy 40, PinForAll 80, PinForRedirection 100, LowPriority 200, AsyncProgress 400, Interactive 800, Console 1000, SkipSuspendedDirs 2000, Background 10000, NoNewFilesOut 20000")]
    [TestCase(typeof(SyncConflictPolicy), "KeepLocal 10000000, KeepRemote 20000000, KeepLatest 30000000")]
    [TestCase(typeof(DeleteFlags), "NoAutoCached 1, NoPinned 2, DeleteModified 4, Admin 80000000")]
    [TestCase(typeof(EncryptionControlFlags), "LowPriority 200, AsyncProgress 400, Interactive 800, Console 1000, Background 10000")]
    [TestCase(typeof(TransitionFlags), "Interactive 1, Console 2")]
    [TestCase(typeof(ProgressReason), "End 1, ItemBegin 2, ItemResult 3")]
    [TestCase(typeof(OutcomeStatus), "Unchanged 1, Conflict 2, Skipped 3, Failed 4, Cancelled 5", Description = "ours, and stable")]
    public void A_flag_has_the_number_of_the_class_and_zero_is_none_of_them(Type type, string expected)
    {
        var values = Enum.GetValues(type).Cast<object>()
            .Select(value => (Name: value.ToString()!, Number: Convert.ToUInt32(value, CultureInfo.InvariantCulture)))
            .OrderBy(value => value.Number).ToList();

        Assert.That(values[0].Number, Is.Zero);
        Assert.That(string.Join(", ", values.Skip(1).Select(value => $"{value.Name} {value.Number:X}")), Is.EqualTo(expected));
    }
}
