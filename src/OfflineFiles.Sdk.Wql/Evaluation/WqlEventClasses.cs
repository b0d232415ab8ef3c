namespace OfflineFiles.Sdk.Wql;

/// <summary>The classes of events about instances (Microsoft Learn: __InstanceOperationEvent and the classes above and below it).</summary>
public static class WqlEventClasses
{
    /// <summary>An instance came into being.</summary>
    public const string InstanceCreation = "__InstanceCreationEvent";

    /// <summary>An instance changed.</summary>
    public const string InstanceModification = "__InstanceModificationEvent";

    /// <summary>An instance is gone.</summary>
    public const string InstanceDeletion = "__InstanceDeletionEvent";

    /// <summary>Any of the three.</summary>
    public const string InstanceOperation = "__InstanceOperationEvent";

    /// <summary>Which of them is derived from which, up to <c>__SystemClass</c>.</summary>
    public static WqlClassHierarchy Hierarchy { get; } = new(new Dictionary<string, string>
    {
        [InstanceCreation] = InstanceOperation,
        [InstanceModification] = InstanceOperation,
        [InstanceDeletion] = InstanceOperation,
        [InstanceOperation] = "__Event",
        ["__Event"] = "__IndicationRelated",
        ["__IndicationRelated"] = "__SystemClass",
    });
}
