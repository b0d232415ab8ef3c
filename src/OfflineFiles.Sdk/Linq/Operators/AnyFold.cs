namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Whether there is a row.</summary>
internal sealed class AnyFold(bool whenFound) : ResultFold
{
    private bool _found;

    public override object Finish() => _found == whenFound;

    protected override bool Add(object? row) => !(_found = true);
}
