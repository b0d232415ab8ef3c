using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;

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
    public void The_message_identifier_may_hold_the_native_code(string? messageId, int? code) =>
        Assert.That(MmiErrors.Code(messageId), Is.EqualTo(code));

    [TestCase(5u, "WIN32", NativeCodes.AccessDenied)]
    [TestCase(0x80041024, "HRESULT", NativeCodes.WmiProviderNotCapable)]
    [TestCase(0x80041024, null, NativeCodes.WmiProviderNotCapable)]
    [TestCase(5u, "MI", null)]
    [TestCase(0u, "WIN32", null)]
    public void The_error_data_holds_a_code_of_a_kind_and_a_status_is_no_system_error(uint code, string? type, int? expected) =>
        Assert.That(MmiErrors.Code(code, type), Is.EqualTo(expected));

    [Test]
    public async Task A_cancellation_from_below_has_the_callers_token_and_one_without_the_caller_is_a_failure()
    {
        using var source = new CancellationTokenSource();
        var below = new OperationCanceledException("native");
        await Assert.ThatAsync(
            () => MmiErrors.TranslatedAsync(new ValueTask<int>(Task.FromException<int>(below)), source.Token).AsTask(),
            Throws.TypeOf<CimTransportException>().With.InnerException.SameAs(below));

        await source.CancelAsync();
        await Assert.ThatAsync(
            () => MmiErrors.TranslatedAsync(new ValueTask<int>(Task.FromException<int>(below)), source.Token).AsTask(),
            Throws.TypeOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }

    [Test]
    public void What_the_native_layer_throws_where_it_is_incomplete_is_translated_too() => Assert.That(
        () => MmiErrors.Translated<int>(() => throw new DllNotFoundException("libmi")),
        Throws.TypeOf<CimTransportException>().With.InnerException.TypeOf<DllNotFoundException>().And.Message.Contains("libmi"));
}
