using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// What a predicate can ask of an event about instances: <c>TargetInstance</c>, <c>PreviousInstance</c> and the properties of both,
/// <c>TIME_CREATED</c>, and the system properties. Safe for several threads if the functions it is given are.
/// </summary>
/// <remarks>
/// Of the instances in an event <c>__PATH</c>, <c>__RELPATH</c>, <c>__NAMESPACE</c> and <c>__SERVER</c> are NULL (Microsoft Learn: SELECT
/// Statement for Event Queries).
/// </remarks>
/// <typeparam name="TEvent">The type of an event.</typeparam>
/// <typeparam name="TRow">The type of an instance.</typeparam>
public sealed class WqlEventShape<TEvent, TRow> : IWqlRowShape<TEvent>
    where TRow : class
{
    private static readonly DateTimeOffset Epoch = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What the instances have.</summary>
    public required IWqlRowShape<TRow> Instances { get; init; }

    /// <summary>The class of the event; null if there is no name for it, and then its system properties are NULL.</summary>
    public required Func<TEvent, string?> ClassOf { get; init; }

    /// <summary>The class of an instance.</summary>
    public required Func<TRow, string?> InstanceClassOf { get; init; }

    /// <summary>The instance that the event is about, after a change; null is NULL.</summary>
    public required Func<TEvent, TRow?> TargetInstance { get; init; }

    /// <summary>The instance before a change; null is NULL. Default: always NULL.</summary>
    public Func<TEvent, TRow?> PreviousInstance { get; init; } = _ => null;

    /// <summary>
    /// When the event came to be, for <c>TIME_CREATED</c>, which is counted in 100 ns since 1601 UTC; null is NULL. Default: always NULL.
    /// </summary>
    public Func<TEvent, DateTimeOffset?> TimeCreated { get; init; } = _ => null;

    /// <summary>Which class of instances is derived from which. Default: no class is derived from another.</summary>
    public WqlClassHierarchy InstanceClasses { get; init; } = WqlClassHierarchy.Flat;

    /// <inheritdoc/>
    public IEnumerable<string> MemberNames =>
    [
        .. WqlSystemProperties.Names, "TIME_CREATED", "TargetInstance", "PreviousInstance",
        .. Instances.MemberNames.Select(name => "TargetInstance." + name), .. Instances.MemberNames.Select(name => "PreviousInstance." + name),
    ];

    /// <inheritdoc/>
    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<TEvent>? member)
    {
        var first = WqlText.ToUpper(Guard.NotNull(name).Names[0]);
        member = first switch
        {
            "TARGETINSTANCE" => OfInstance(name, TargetInstance),
            "PREVIOUSINSTANCE" => OfInstance(name, PreviousInstance),
            _ when name.IsDotted => null,
            "TIME_CREATED" => WqlMember.Integer<TEvent>(row => TimeCreated(row) is { } time ? (time - Epoch).Ticks : null),
            _ => WqlSystemProperties.TryGetMember(first, ClassOf, WqlEventClasses.Hierarchy, out var found) ? found : null,
        };
        return member is not null;
    }

    private WqlMember<TEvent>? OfInstance(WqlProperty name, Func<TEvent, TRow?> instance)
    {
        string? ClassOfInstance(TEvent row) => instance(row) is { } found ? InstanceClassOf(found) : null;

        if (!name.IsDotted) return WqlMember.Object<TEvent>(ClassOfInstance, InstanceClasses);
        var inner = new WqlProperty([.. name.Names.Skip(1)]);
        if (WqlSystemProperties.PathNames.Contains(inner.Text, WqlText.Comparer)) return WqlMember.String<TEvent>(_ => null);
        if (WqlSystemProperties.TryGetMember<TEvent>(inner.Text, ClassOfInstance, InstanceClasses, out var system)) return system;
        return Instances.TryGetMember(inner, out var member) ? member.Of(instance) : null;
    }
}
