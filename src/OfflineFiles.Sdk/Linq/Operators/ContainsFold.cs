namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Whether a value is among the rows.</summary>
internal sealed class ContainsFold(object? value, IEqualityComparer<object?> equality) : ResultFold
{
    private bool _found;

    public override object Finish() => _found;

    protected override bool Add(object? row) => !(_found = equality.Equals(row, value));
}
