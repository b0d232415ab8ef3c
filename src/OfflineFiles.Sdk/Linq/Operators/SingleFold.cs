using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The only row.</summary>
internal sealed class SingleFold(QueryPlan plan, MissingRow missing) : ResultFold
{
    private object? _value;
    private int _count;

    public override object? Finish() => _count switch
    {
        0 => missing.Value(),
        1 => _value,
        _ => throw new InvalidOperationException($"Sequence contains more than one element. The query: {plan.Describe()}"),
    };

    protected override bool Add(object? row)
    {
        _value = row;
        return ++_count < 2;
    }
}
