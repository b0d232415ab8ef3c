using System.Globalization;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>What is sent, for people: the first of many texts, and how many more there are.</summary>
internal static class RequestList
{
    private const int MostRequests = 5;

    /// <summary>On one line.</summary>
    public static string Describe(IReadOnlyList<string> requests) =>
        requests.Count == 0 ? "its predicate holds for no item" : string.Join("; ", Shorten(requests));

    public static IEnumerable<string> Shorten(IReadOnlyList<string> requests) => requests.Count <= MostRequests
        ? requests
        : requests.Take(MostRequests).Append(string.Format(CultureInfo.InvariantCulture, "and {0} more", requests.Count - MostRequests));
}
