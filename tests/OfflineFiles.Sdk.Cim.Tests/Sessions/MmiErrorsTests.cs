namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class MmiErrorsTests
{
    [TestCase("HRESULT 0x80041024", NativeCodes.WmiProviderNotCapable)]
    [TestCase("hresult 0x80070005", NativeCodes.AccessDenied)]
    [TestCase("Windows System Error 2", NativeCodes.FileNotFound)]
    [TestCase("OMI:MI_Result:5", null)]
    [TestCase("HRESULT zero", null)]
    [TestCase("Windows System Error 99999999", null)]
    [TestCase(null, null)]
    public void The_message_identifier_may_hold_the_native_code(string? messageId, int? code) => Assert.That(MmiErrors.Code(messageId), Is.EqualTo(code));
}
