using System.Globalization;
using System.Text;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>Writes an explanation for people: a word at the margin for what is told, and what is usual left out.</summary>
internal static class ExplanationText
{
    private const int MostParts = 50;

    public static string Of(QueryExplanation query)
    {
        var text = new StringBuilder();
        Write(text, "Tags", query.Tags);
        if (query.Refusal is { } refusal) Write(text, "Refused", Refusal(refusal));
        if (query.Refusal is null || query.Requests.Count > 0) WritePlan(text, query);
        Write(text, "Options", Options(query.Options));
        return text.ToString();
    }

    private static void WritePlan(StringBuilder text, QueryExplanation query)
    {
        Write(text, "WQL", Asked(query.Requests));
        Write(text, "Access", [NameOf(query.AccessPath)]);
        if (query.Members != ItemMembers.None) Write(text, "Members", [query.Members == ItemMembers.All ? "all" : query.Members.ToString()]);
        Write(text, "Where", Few(query.Predicates, predicate => [ReadableText.Of(predicate.Predicate), $"  {predicate.VerdictText}"]));
        Write(text, "Caller", Few(query.ClientOperators, step => [step.ToString()]));
        if (query.BackendOrder is { } order) Write(text, "Order", [$"{order}, by the backend"]);
        if (query.BackendResult is { } result) Write(text, "Result", [$"{result}, made by the backend: no row is returned"]);
        Write(text, "Null", Few(query.NullDefaults, loss => [ReadableText.Of(loss)]));
    }

    private static void Write(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var margin = $"{heading}:";
        foreach (var line in lines)
        {
            text.Append(margin.PadRight(10)).Append(ReadableText.Of(line, 4 * ReadableText.Longest)).Append('\n');
            margin = "";
        }
    }

    public static IEnumerable<string> Asked(IReadOnlyList<string> requests)
    {
        if (requests.Count == 0) yield return "none: the backend is not asked";
        foreach (var request in RequestList.Shorten(requests)) yield return ReadableText.Of(request);
        if (requests.Any(request => request.Length > ReadableText.Longest)) yield return "  (ToWql() and the property Wql have the whole text)";
    }

    private static IEnumerable<string> Few<T>(IReadOnlyList<T> parts, Func<T, string[]> lines) => parts.Count <= MostParts
        ? parts.SelectMany(lines)
        : parts.Take(MostParts).SelectMany(lines).Append(string.Format(CultureInfo.InvariantCulture, "and {0} more", parts.Count - MostParts));

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

    public static IEnumerable<string> Refusal(QueryTranslationException refusal)
    {
        yield return refusal.Expression;
        yield return $"  because {refusal.Reason}";
        if (refusal.Advice is { } advice) yield return advice;
    }

    public static IEnumerable<string> Options(QueryOptions options)
    {
        if (options.ClientEvaluation != ClientEvaluation.Allow) yield return $"ClientEvaluation = {options.ClientEvaluation}";
        if (options.RefuseFullScan) yield return "RefuseFullScan = true";
        if (options.Timeout != Timeout.InfiniteTimeSpan) yield return $"Timeout = {options.Timeout.ToString("c", CultureInfo.InvariantCulture)}";
        if (options.Buffering != QueryBuffering.Streamed) yield return $"Buffering = {options.Buffering}";
        if (options.PageSize is { } size) yield return string.Format(CultureInfo.InvariantCulture, "PageSize = {0}", size);
    }
}
