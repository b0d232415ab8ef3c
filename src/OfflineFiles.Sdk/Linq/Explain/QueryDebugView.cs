namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>
/// What debuggers, and LINQPad through a method named ToDump, show of a query instead of its rows: looking at a query must not run it.
/// </summary>
internal sealed class QueryDebugView(IExplainedQuery query)
{
    public string Query => query.ToString()!;

    public IReadOnlyList<string> Explanation => ExplanationOf().Split(['\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Said instead of rows.</summary>
    public string Rows { get; } = "Not read. ToListAsync() reads them.";

    private string ExplanationOf()
    {
        try
        {
            return query.ExplainWithoutRunning()?.ToString() ?? "Explain() would run a query that stands in a predicate of this one.";
        }
        catch (OfflineFilesException error)
        {
            return error.Message;
        }
        catch (ObjectDisposedException error)
        {
            return error.Message;
        }
    }
}
