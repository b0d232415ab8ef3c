using System.Diagnostics;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk;

/// <summary>A pair of the association between the cache and an item in it.</summary>
/// <remarks>
/// Immutable. <c>Win32_OfflineFilesAssociatedItems</c> (Microsoft Learn: Win32_OfflineFilesAssociatedItems). Reserved: the Windows provider
/// answers no query for the class (observed provider behaviour); the embedded backend does.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record AssociatedItem
{
    /// <summary>The object path of the cache, <c>Win32_OfflineFilesCache=@</c>.</summary>
    public required string Antecedent { get; init; }

    /// <summary>The path of the item.</summary>
    public required UncPath Dependent { get; init; }

    /// <summary><see cref="Antecedent"/> as an object path.</summary>
    /// <exception cref="WqlSyntaxException">The backend delivered a text that is not a valid object path.</exception>
    [JsonIgnore]
    [IgnoreDataMember]
    public WqlObjectPath AntecedentPath => WqlObjectPath.Parse(Antecedent);

    /// <summary>The object path of the item, <c>Win32_OfflineFilesItem.ItemPath="..."</c>.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public WqlObjectPath DependentPath => WqlObjectPath.Instance(OfflineFilesSchema.Item.Name, "ItemPath", Dependent.ToString());

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => ReadableText.Of($"{Antecedent} has {Dependent}");

    internal static AssociatedItem Of(UncPath item) => new() { Antecedent = "Win32_OfflineFilesCache=@", Dependent = item };
}
