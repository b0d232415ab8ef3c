namespace OfflineFiles.Sdk.Linq;

/// <summary>An operator that runs in the caller: what it is called in Explain, and the stage it becomes for one run.</summary>
internal sealed record ClientOperator(string Text, Func<RowStage, RowStage> CreateStage, bool HoldsAllRows = false);
