using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>What a query yields when the row it asks for is not there.</summary>
internal abstract record MissingRow
{
    private MissingRow()
    {
    }

    public abstract object? Value();

    public sealed record Instead(object? Default) : MissingRow
    {
        public override object? Value() => Default;
    }

    public sealed record Error(QueryPlan Plan) : MissingRow
    {
        public override object Value() => throw new InvalidOperationException($"Sequence contains no elements. The query: {Plan.Describe()}");
    }

    public sealed record OutOfRange(QueryPlan Plan) : MissingRow
    {
        // The name of the parameter is that of ElementAt.
#pragma warning disable CA2208
        public override object Value() => throw new ArgumentOutOfRangeException("index", $"There are not so many rows. The query: {Plan.Describe()}");
#pragma warning restore CA2208
    }
}
