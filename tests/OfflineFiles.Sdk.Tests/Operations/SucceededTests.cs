using static OfflineFiles.Sdk.Tests.Operations.ReportCases;

namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>A report succeeded if its code is 0, nothing blocked the operation, and each outcome is Done, Unchanged or Skipped; otherwise it throws.</summary>
[TestFixture]
internal sealed class SucceededTests
{
    [Test]
    public void A_report_throws_exactly_if_it_did_not_succeed(
        [Values] OutcomeStatus status, [Values(0, unchecked((int)0x80070005))] int code, [Values(null, false, true)] bool? blocked)
    {
        var report = new OperationReport
        {
            Operation = OfflineFilesOperation.Synchronize,
            Outcomes = [Outcome("Done a"), Outcome($"{status} b")],
            NativeCode = code,
            BlockedByOpenFiles = blocked,
        };

        var succeeded = code == 0 && blocked != true && (status is OutcomeStatus.Done or OutcomeStatus.Unchanged or OutcomeStatus.Skipped);
        Assert.That(report.Succeeded, Is.EqualTo(succeeded));
        if (succeeded) Assert.That(report.ThrowIfFailed(), Is.SameAs(report));
        else Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>().With.Property("Report").SameAs(report));
    }

    [TestCase("Done a; Failed b", @"Synchronize failed for \\srv\docs\b: It is locked.", "1 Done, 1 Failed")]
    [TestCase("Failed a; Failed b; Done c", @"Synchronize failed for 2 of 3 items, first for \\srv\docs\a: It is locked. The report holds them all.", "1 Done, 2 Failed")]
    [TestCase(
        "Done a; Conflict b",
        @"Synchronize was not finished for all items, or left conflicts. In conflict: \\srv\docs\b. Nothing was overwritten: decide which side to keep, then synchronise again.",
        @"1 Done, 1 Conflict. In conflict: \\srv\docs\b. Nothing was overwritten: decide which side to keep, then synchronise again.")]
    [TestCase(
        "Conflict a; Conflict b; Conflict c",
        @"Synchronize was not finished for all items, or left conflicts. In conflict: \\srv\docs\a and 2 more. Nothing was overwritten: decide which side to keep, then synchronise again.",
        @"3 Conflict. In conflict: \\srv\docs\a and 2 more. Nothing was overwritten: decide which side to keep, then synchronise again.")]
    [TestCase(
        "Done a; Cancelled b",
        @"Synchronize was not finished for all items, or left conflicts. Not finished: \\srv\docs\b. Repeat the operation for what was not finished.",
        @"1 Done, 1 Cancelled. Not finished: \\srv\docs\b. Repeat the operation for what was not finished.")]
    [TestCase(
        "Failed a; Conflict b; Cancelled c",
        @"Synchronize failed for \\srv\docs\a: It is locked. In conflict: \\srv\docs\b. Nothing was overwritten: decide which side to keep, then synchronise again. "
            + @"Not finished: \\srv\docs\c. Repeat the operation for what was not finished.",
        @"1 Conflict, 1 Failed, 1 Cancelled. In conflict: \\srv\docs\b. Nothing was overwritten: decide which side to keep, then synchronise again. "
            + @"Not finished: \\srv\docs\c. Repeat the operation for what was not finished.")]
    public void The_exception_and_the_text_name_what_is_no_success_and_what_to_do(string outcomes, string message, string text)
    {
        var report = new OperationReport { Operation = OfflineFilesOperation.Synchronize, Outcomes = Outcomes(outcomes.Split("; ")) };

        Assert.That(report.ThrowIfFailed, Throws.TypeOf<OperationFailedException>().With.Message.EqualTo(message));
        Assert.That(report.ToString(), Is.EqualTo($"Synchronize: {text}"));
    }

    [Test]
    public void A_code_without_an_outcome_is_named() => Assert.That(
        new OperationReport { Operation = OfflineFilesOperation.Encrypt, Outcomes = [], NativeCode = unchecked((int)0x80070005) }.ThrowIfFailed,
        Throws.TypeOf<OperationFailedException>().With.Message.EqualTo("Encrypt failed with 0x80070005. The report holds what was done before."));

    [Test]
    public void The_exception_of_a_cancelled_operation_says_what_is_done_and_what_is_not() => Assert.That(
        new OperationCancelledException(
            new OperationReport { Operation = OfflineFilesOperation.Pin, Outcomes = Outcomes("Done a", "Cancelled b", "Cancelled c") }, default).Message,
        Is.EqualTo(@"Pin was cancelled after 1 item, which stays done. Not finished: \\srv\docs\b and 1 more. Repeat the operation for what was not finished."));
}
