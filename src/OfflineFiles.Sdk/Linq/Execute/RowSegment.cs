using System.Collections;
using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>One source of a run and the stage its rows enter at: rows of the backend, or values in memory.</summary>
internal sealed record RowSegment(RowStage Entry, RowAccess? Access, IEnumerable? Values);
