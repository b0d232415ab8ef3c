using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>Writes an explanation for people: a word at the margin for what is told, and what is usual left out.</summary>
internal static class ExplanationText
{
    private const int MostRequests = 5;

    public static string Of(QueryExplanation query)
    {
        var text = new StringBuilder();
        Write(text, "Tags", query.Tags);
        if (query.Refusal is { } refusal) Write(text, "Refused", Refusal(refusal));
        if (query.Refusal is null || query.Wql.Length > 0) WritePlan(text, query);
        Write(text, "Options", Options(query.Options));
        return text.ToString();
    }

    private static void WritePlan(StringBuilder text, QueryExplanation query)
    {
        Write(text, "WQL", [query.Wql.Length == 0 ? "none: the backend is not asked" : query.Wql]);
        Write(text, "Access", [NameOf(query.AccessPath)]);
        if (query.Requests.Count != 1 || query.Requests[0] != query.Wql) Write(text, "Asks", Requests(query.Requests));
        if (query.Members != ItemMembers.None) Write(text, "Members", [query.Members == ItemMembers.All ? "all" : query.Members.ToString()]);
        Write(text, "Where", query.Predicates.SelectMany(predicate => new[] { predicate.Predicate, $"  {predicate.VerdictText}" }));
        Write(text, "Caller", query.ClientOperators.Select(step => step.ToString()));
    }

    private static void Write(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var margin = $"{heading}:";
        foreach (var line in lines)
        {
            text.Append(margin.PadRight(10)).Append(line).Append('\n');
            margin = "";
        }
    }

    private static string NameOf(QueryAccessPath path) => path switch
    {
        QueryAccessPath.KeyLookup => "key lookup",
        QueryAccessPath.Subtree => "subtree",
        QueryAccessPath.Children => "children",
        QueryAccessPath.Walk => "walk, container by container",
        QueryAccessPath.Nothing => "nothing: the predicate holds for no item",
        QueryAccessPath.Verbatim => "as the backend sees fit",
        _ => "scan of the whole cache",
    };

    private static IEnumerable<string> Refusal(QueryTranslationException refusal)
    {
        yield return refusal.Expression;
        yield return $"  because {refusal.Reason}";
        if (refusal.Advice is { } advice) yield return advice;
    }

    private static IEnumerable<string> Requests(IReadOnlyList<string> requests) => requests.Count <= MostRequests
        ? requests
        : requests.Take(MostRequests).Append(string.Format(CultureInfo.InvariantCulture, "and {0} more", requests.Count - MostRequests));

    private static IEnumerable<string> Options(QueryOptions options)
    {
        if (options.ClientEvaluation != ClientEvaluation.Allow) yield return $"ClientEvaluation = {options.ClientEvaluation}";
        if (options.RefuseFullScan) yield return "RefuseFullScan = true";
        if (options.Timeout != Timeout.InfiniteTimeSpan) yield return $"Timeout = {options.Timeout.ToString("c", CultureInfo.InvariantCulture)}";
        if (options.Buffering != QueryBuffering.Streamed) yield return $"Buffering = {options.Buffering}";
        if (options.PageSize is { } size) yield return string.Format(CultureInfo.InvariantCulture, "PageSize = {0}", size);
    }
}
