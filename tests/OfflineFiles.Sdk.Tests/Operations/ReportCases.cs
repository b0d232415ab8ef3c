namespace OfflineFiles.Sdk.Tests.Operations;

/// <summary>Short words for reports: <c>Done plans\2024.txt</c> is an outcome below \\srv\docs, <c>Done? plans</c> one that was not reported by itself.</summary>
internal static class ReportCases
{
    public static UncPath At(string path) => path.StartsWith('\\') ? path : path.Length == 0 ? @"\\srv\docs" : $@"\\srv\docs\{path}";

    public static UncPath[] At(params string[] paths) => Array.ConvertAll(paths, At);

    public static ItemOutcome Outcome(string text)
    {
        var (word, path) = (text.Split(' ', 2)[0], text.Split(' ', 2)[1]);
        var status = Enum.Parse<OutcomeStatus>(word.TrimEnd('?'));
        return new ItemOutcome
        {
            Path = At(path),
            Status = status,
            IsReported = !word.EndsWith('?'),
            Bytes = 1,
            NativeCode = status == OutcomeStatus.Failed ? unchecked((int)0x80070005) : 0,
            Message = status == OutcomeStatus.Failed ? "It is locked." : null,
        };
    }

    public static ItemOutcome[] Outcomes(params string[] texts) => Array.ConvertAll(texts, Outcome);

    /// <summary>The words of a report, in its order.</summary>
    public static string[] Words(OperationReport report) => [.. report.Outcomes.Select(outcome =>
        $"{outcome.Status}{(outcome.IsReported ? "" : "?")} {(outcome.Path.IsUnder(At("")) ? outcome.Path.RelativeToShare : outcome.Path.ToString())}")];
}
