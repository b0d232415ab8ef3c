using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>One pair of the association between the cache and an item in it.</summary>
/// <remarks>Immutable. <c>Win32_OfflineFilesAssociatedItems</c> (Microsoft Learn: Win32_OfflineFilesAssociatedItems). Reserved: the Windows provider answers no query for it (observed provider behaviour).</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record AssociatedItem
{
    /// <summary>Object path of the cache, <c>Win32_OfflineFilesCache=@</c>.</summary>
    public required string Antecedent { get; init; }

    /// <summary>The item.</summary>
    public required UncPath Dependent { get; init; }

    /// <summary>A short form for people.</summary>
    public override string ToString() => $"{Antecedent} has {Dependent}";
}
