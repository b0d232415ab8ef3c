namespace OfflineFiles.Sdk.Linq;

/// <summary>An operator that runs in the caller: what it is called in Explain, and the stage it becomes for one run.</summary>
internal sealed record ClientOperator(string Text, Func<RowStage, RowFlow, RowStage> CreateStage)
{
    /// <summary>Whether it passes on nothing before it has seen every row.</summary>
    public bool Buffers { get; init; }
}
