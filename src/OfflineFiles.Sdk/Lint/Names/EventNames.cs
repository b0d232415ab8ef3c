namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>The event classes of the system and what they hold (Microsoft Learn: WMI System Classes).</summary>
internal static class EventNames
{
    /// <summary>The events that are made of the instances of a class.</summary>
    private static readonly string[] OfInstances =
    [
        WqlEventClasses.InstanceCreation, WqlEventClasses.InstanceModification, WqlEventClasses.InstanceDeletion, WqlEventClasses.InstanceOperation,
    ];

    private static readonly string[] Others =
    [
        "__Event", "__ExtrinsicEvent", "__TimerEvent", "__AggregateEvent", "__EventDroppedEvent", "__EventQueueOverflowEvent", "__QOSFailureEvent",
        "__ConsumerFailureEvent", "__MethodInvocationEvent", "__ClassCreationEvent", "__ClassModificationEvent", "__ClassDeletionEvent",
        "__ClassOperationEvent", "__NamespaceCreationEvent", "__NamespaceModificationEvent", "__NamespaceDeletionEvent", "__NamespaceOperationEvent",
    ];

    // What people call the three events, and the one above them.
    private static readonly Dictionary<string, string> Invented = new(StringComparer.OrdinalIgnoreCase)
    {
        ["__InstanceAddedEvent"] = WqlEventClasses.InstanceCreation,
        ["__InstanceCreateEvent"] = WqlEventClasses.InstanceCreation,
        ["__InstanceCreatedEvent"] = WqlEventClasses.InstanceCreation,
        ["__InstanceChangeEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceChangedEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceModifiedEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceModifyEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceUpdateEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceUpdatedEvent"] = WqlEventClasses.InstanceModification,
        ["__InstanceDeleteEvent"] = WqlEventClasses.InstanceDeletion,
        ["__InstanceDeletedEvent"] = WqlEventClasses.InstanceDeletion,
        ["__InstanceRemovalEvent"] = WqlEventClasses.InstanceDeletion,
        ["__InstanceRemovedEvent"] = WqlEventClasses.InstanceDeletion,
        ["__InstanceEvent"] = WqlEventClasses.InstanceOperation,
    };

    private static readonly string[] All = [.. OfInstances, .. Others];

    /// <summary>The event class that was meant by a name which only the system may give; null if it is there, or nobody can tell.</summary>
    public static string? Meant(string className)
    {
        if (!className.StartsWith("__", StringComparison.Ordinal) || Has(All, className)) return null;
        return Invented.TryGetValue(className, out var meant) ? meant : WqlName.Nearest(className, All);
    }

    /// <summary>The event class that was meant by a name, or the name.</summary>
    public static string Known(string className) => Meant(className) ?? className;

    public static LintEventKind KindOf(string className) => Has(OfInstances, className) ? LintEventKind.Instance : LintEventKind.Other;

    /// <summary>Whether a property of the event holds the instance, now or as it was before.</summary>
    public static bool IsInstance(string className, string property) =>
        WqlName.AreEqual(property, "TargetInstance")
        || (WqlName.AreEqual(property, "PreviousInstance") && WqlName.AreEqual(className, WqlEventClasses.InstanceModification));

    /// <summary>Whether it is another property of every event.</summary>
    public static bool IsProperty(string property) =>
        Has(["TIME_CREATED", "SECURITY_DESCRIPTOR"], property) || Has(LintScope.SystemProperties, property);

    /// <summary>The class whose instances are watched; null if the predicate names none, or several.</summary>
    public static string? TargetClassOf(WqlPredicate? where)
    {
        var classes = (where?.Terms ?? []).Select(NamedClass).OfType<string>().Distinct(WqlText.Comparer).Take(2).ToArray();
        return classes.Length == 1 ? classes[0] : null;
    }

    /// <summary>The class that a term names; null if it names none.</summary>
    public static string? NamedClass(WqlTest term)
    {
        var names = term.Property.Names;
        if (!WqlName.AreEqual(names[0], "TargetInstance") && !WqlName.AreEqual(names[0], "PreviousInstance")) return null;
        return term switch
        {
            WqlIsA isA when names.Count == 1 => isA.ClassName,
            WqlComparison { Operator: WqlComparisonOperator.Equal, Constant: WqlStringConstant name }
                when names.Count == 2 && WqlName.AreEqual(names[1], "__CLASS") => name.Value,
            _ => null,
        };
    }

    private static bool Has(string[] names, string name) => Array.Exists(names, other => WqlName.AreEqual(other, name));
}
