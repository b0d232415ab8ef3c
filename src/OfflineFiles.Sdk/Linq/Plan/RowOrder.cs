using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>The keys that rows are sorted by, the first before the others. Immutable.</summary>
internal sealed record RowOrder(IReadOnlyList<SortKey> Keys, Func<string> Write)
{
    public RowOrder Then(RowOrder other) => new([.. Keys, .. other.Keys], () => $"{Write()}.{other.Write()}");
}
