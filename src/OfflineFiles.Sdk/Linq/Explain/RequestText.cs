namespace OfflineFiles.Sdk.Linq;

/// <summary>Writes what the backend is asked.</summary>
internal static class RequestText
{
    public static string Of(RowRequest request) => request switch
    {
        RowRequest.Query query => query.Wql.ToString(),
        RowRequest.Lookup lookup => $"look up {lookup.Key}",
        _ => request.ToString(),
    };
}
