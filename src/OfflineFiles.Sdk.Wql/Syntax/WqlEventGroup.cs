using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// How events are gathered: <c>GROUP WITHIN seconds BY properties HAVING NumberOfEvents &gt; n</c>. The server then delivers one
/// <c>__AggregateEvent</c> for each group. Immutable, compared by structure.
/// </summary>
public sealed class WqlEventGroup : IEquatable<WqlEventGroup>
{
    /// <summary>Initializes a group.</summary>
    /// <param name="within">How long events are gathered, from the first one on.</param>
    /// <param name="by">The properties whose values tell groups apart; null or empty for one group of all.</param>
    /// <param name="having">How many events there must be for the group to be delivered; null for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is negative.</exception>
    public WqlEventGroup(TimeSpan within, IEnumerable<WqlProperty>? by = null, WqlHaving? having = null)
    {
        Within = WqlNodes.CheckInterval(within, nameof(within));
        By = WqlNodes.Freeze(by ?? [], nameof(by));
        Having = having;
    }

    /// <summary>How long events are gathered; written in seconds.</summary>
    public TimeSpan Within { get; }

    /// <summary>The properties whose values tell groups apart; empty for one group of all.</summary>
    public IReadOnlyList<WqlProperty> By { get; }

    /// <summary>How many events there must be for the group to be delivered; null for any number.</summary>
    public WqlHaving? Having { get; }

    /// <summary>Returns true if both are equal in structure.</summary>
    /// <param name="left">A group or null.</param>
    /// <param name="right">A group or null.</param>
    public static bool operator ==(WqlEventGroup? left, WqlEventGroup? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in structure.</summary>
    /// <param name="left">A group or null.</param>
    /// <param name="right">A group or null.</param>
    public static bool operator !=(WqlEventGroup? left, WqlEventGroup? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlEventGroup? other) =>
        other is not null && Within == other.Within && Having == other.Having && WqlNodes.AreEqual(By, other.By);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlEventGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(Within.GetHashCode(), WqlNodes.Hash(By), Having?.GetHashCode() ?? 0);
}
