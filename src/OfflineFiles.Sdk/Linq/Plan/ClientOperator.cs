using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>An operator that runs in the caller: what it is called in Explain, written when that is asked for, and the stage it becomes for one run.</summary>
internal sealed record ClientOperator(Func<string> Write, Func<RowStage, RowFlow, RowStage> CreateStage)
{
    public string Text => Write();

    /// <summary>Whether it passes on nothing before it has seen every row.</summary>
    public bool Buffers { get; init; }
}
