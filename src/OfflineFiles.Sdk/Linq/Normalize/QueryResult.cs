using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The operator that turns rows into one value: what it asks of the plan, and what then takes the rows of a run.</summary>
internal sealed record QueryResult(string Name, Func<PlanDraft, FoldFactory> Plan);

/// <summary>Makes, for one run of a plan, what the rows are put into.</summary>
internal delegate ResultFold FoldFactory(QueryPlan plan, RowFlow flow);
