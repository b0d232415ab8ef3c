using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// An event query: <c>SELECT properties FROM class WITHIN seconds WHERE predicate GROUP ...</c>. What it asks for is delivered as it happens.
/// </summary>
/// <remarks>
/// A text is read as an event query when it has WITHIN or GROUP, or when its class is one of the system's own event classes, such as
/// <c>__InstanceCreationEvent</c>. A query over any other event class that has neither looks like a data query and is read as one:
/// which of the two it is, is then for the caller to know.
/// </remarks>
public sealed class WqlEventQuery : WqlQuery
{
    /// <summary>Initializes a query.</summary>
    /// <param name="className">The class of events; it derives from <c>__Event</c>.</param>
    /// <param name="where">What an event must satisfy; null to ask for all.</param>
    /// <param name="within">How often the server looks for changes, where no provider reports them; null to leave that to the provider.</param>
    /// <param name="group">How events are gathered before they are delivered; null to deliver each by itself.</param>
    /// <param name="properties">The properties to deliver, in this order; null or empty for all of them (<c>*</c>).</param>
    /// <exception cref="ArgumentException">
    /// The class name is not a valid name, or names the class of schema queries; or there is neither an interval nor a group and the class is no
    /// event class of the system, so that the text would read as a data query (<see cref="WqlSelectQuery"/>).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The interval is negative.</exception>
    public WqlEventQuery(
        string className, WqlPredicate? where = null, TimeSpan? within = null, WqlEventGroup? group = null, IEnumerable<WqlProperty>? properties = null)
    {
        ClassName = WqlName.CheckClass(className, nameof(className));
        if (within is null && group is null && !WqlName.IsSystemEvent(className))
            throw new ArgumentException(
                $"A query over '{ReadableText.Of(className)}' that has neither WITHIN nor GROUP reads as a data query: "
                + $"make a {nameof(WqlSelectQuery)}.",
                nameof(className));
        Where = where;
        Within = within is { } interval ? WqlNodes.CheckInterval(interval, nameof(within)) : null;
        Group = group;
        Properties = WqlNodes.Freeze(properties ?? [], nameof(properties));
    }

    /// <summary>The properties to deliver; empty for all of them (<c>*</c>).</summary>
    public IReadOnlyList<WqlProperty> Properties { get; }

    /// <summary>The class of events, in the spelling it was given. Events of its subclasses are delivered too.</summary>
    public string ClassName { get; }

    /// <summary>How often the server looks for changes (WITHIN, written in seconds); null if the query does not say.</summary>
    public TimeSpan? Within { get; }

    /// <summary>What an event must satisfy; null if every event is asked for.</summary>
    public WqlPredicate? Where { get; }

    /// <summary>How events are gathered before they are delivered; null if each is delivered by itself.</summary>
    public WqlEventGroup? Group { get; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlQuery? other) =>
        other is WqlEventQuery query
        && WqlName.AreEqual(ClassName, query.ClassName)
        && Within == query.Within
        && WqlNodes.AreEqual(Properties, query.Properties)
        && Where == query.Where
        && Equals(Group, query.Group);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(
        WqlNodes.Combine(WqlName.Hash(ClassName), WqlNodes.Hash(Properties), Where?.GetHashCode() ?? 0),
        Within?.GetHashCode() ?? 0,
        Group?.GetHashCode() ?? 0);
}
