namespace OfflineFiles.Sdk.Linq;

/// <summary>The keys that rows are sorted by, the first before the others. Immutable.</summary>
internal sealed record RowOrder(IReadOnlyList<SortKey> Keys, string Text)
{
    public RowOrder Then(RowOrder other) => new([.. Keys, .. other.Keys], $"{Text}.{other.Text}");
}
