using OfflineFiles.Sdk.Cim.Calls;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>
/// How progress messages are read (Microsoft Learn: Synchronize method of the Win32_OfflineFilesCache class; observed provider behaviour).
/// </summary>
public sealed class ProgressTextTests
{
    [TestCase(@"0:0:The operation completed successfully.:", ProgressReason.Begin, 0, "The operation completed successfully.", null)]
    [TestCase(@"1:0::", ProgressReason.End, 0, "", null)]
    [TestCase(@"1:-2147023673:The operation was canceled by the user.:", ProgressReason.End, NativeCodes.Cancelled, "The operation was canceled by the user.", null)]
    [TestCase(@"2:0::\\srv\docs\a.txt", ProgressReason.ItemBegin, 0, "", @"\\srv\docs\a.txt")]
    [TestCase(@"3:0:OK:\\srv\docs\a.txt", ProgressReason.ItemResult, 0, "OK", @"\\srv\docs\a.txt")]
    [TestCase(@"3:-2147024891:Access is denied.:\\srv\docs\a.txt", ProgressReason.ItemResult, NativeCodes.AccessDenied, "Access is denied.", @"\\srv\docs\a.txt")]
    [TestCase(@"3:2147942405:Access is denied.:\\srv\docs\a.txt", ProgressReason.ItemResult, NativeCodes.AccessDenied, "Access is denied.", @"\\srv\docs\a.txt", Description = "the same code unsigned")]
    [TestCase(@"3:-2147024891:Fehler: Zugriff: verweigert:\\srv\docs\a.txt", ProgressReason.ItemResult, NativeCodes.AccessDenied, "Fehler: Zugriff: verweigert", @"\\srv\docs\a.txt", Description = "colons in the text")]
    [TestCase(@"3:-2147024891:in use by:\\other\x:\\srv\docs\a.txt", ProgressReason.ItemResult, NativeCodes.AccessDenied, @"in use by:\\other\x", @"\\srv\docs\a.txt", Description = "a path in the text")]
    [TestCase(@"1:-2147024843:Cannot reach:\\other\x:", ProgressReason.End, unchecked((int)0x80070035), @"Cannot reach:\\other\x", null, Description = "a path in the text and none of its own")]
    [TestCase("3:0:OK:\\\\srv\\docs\\a.txt\r\n", ProgressReason.ItemResult, 0, "OK", @"\\srv\docs\a.txt", Description = "a line break after it")]
    [TestCase("3:0:done\r\n:\\\\srv\\docs\\a.txt", ProgressReason.ItemResult, 0, "done\r\n", @"\\srv\docs\a.txt", Description = "a line break in the text")]
    public void A_message_has_four_fields(string message, ProgressReason reason, int code, string text, string? path)
    {
        Assert.That(ProgressText.TryParse(message, out var progress), Is.True);
        Assert.That(progress, Is.EqualTo(new ProgressText(reason, code, text, path)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Working")]
    [TestCase("3:0")]
    [TestCase(@"4:0:OK:\\srv\docs\a.txt", Description = "no such reason")]
    [TestCase(@"-1:0:OK:\\srv\docs\a.txt")]
    [TestCase(@"3:zero:OK:\\srv\docs\a.txt")]
    [TestCase(@"3:99999999999:OK:\\srv\docs\a.txt", Description = "no HRESULT")]
    [TestCase(@"3:-2147024843:Cannot reach:\\other\x:", Description = "a path in the text and none of its own")]
    [TestCase(@"7:0:OK:\\srv\docs\a.txt", Description = "a reason that is not documented")]
    [TestCase(@"3:0:OK:", Description = "a result of nothing")]
    [TestCase(@"3:0:OK:C:\local\a.txt", Description = "no UNC path")]
    public void Other_texts_are_no_progress(string? message) => Assert.That(ProgressText.TryParse(message, out _), Is.False);
}
