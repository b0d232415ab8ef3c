namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>The end of the stages of a query that yields one value: makes it of the elements that come through.</summary>
internal abstract class ResultFold() : ElementStage(next: null)
{
    private bool _isSettled;

    public sealed override bool WantsMore => !_isSettled;

    public sealed override bool Accept(object? element)
    {
        if (!_isSettled) _isSettled = !Add(element);
        return !_isSettled;
    }

    public sealed override void Complete()
    {
    }

    /// <summary>The value; called once, after the last element.</summary>
    public abstract object? Finish();

    /// <summary>Takes an element; false when no further one can change the value.</summary>
    protected abstract bool Add(object? element);
}

/// <summary>The operator that turns elements into one value: what it asks of the plan, and what then takes the elements of a run.</summary>
internal sealed record QueryResult(Func<PlanDraft, FoldFactory> Plan);

/// <summary>Makes, for one run of a plan, what the elements are put into.</summary>
internal delegate ResultFold FoldFactory(QueryPlan plan, ElementFlow flow);

/// <summary>What a query yields when the element it asks for is not there.</summary>
internal abstract record MissingElement
{
    private MissingElement()
    {
    }

    public abstract object? Value();

    public sealed record Instead(object? Default) : MissingElement
    {
        public override object? Value() => Default;
    }

    public sealed record Error(QueryPlan Plan) : MissingElement
    {
        public override object Value() =>
            throw new InvalidOperationException($"Sequence contains no elements. The query: {ReadableText.Of(Plan.Describe())}");
    }

    public sealed record OutOfRange(QueryPlan Plan) : MissingElement
    {
        // The name of the parameter is that of ElementAt.
#pragma warning disable CA2208
        public override object Value() =>
            throw new ArgumentOutOfRangeException("index", $"There are not so many rows. The query: {ReadableText.Of(Plan.Describe())}");
#pragma warning restore CA2208
    }
}
