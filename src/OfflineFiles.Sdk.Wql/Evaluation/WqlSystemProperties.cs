using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// The system properties that follow from the class of an object alone (Microsoft Learn: WMI System Properties), for a shape to offer beside
/// its own: <c>__CLASS</c>, <c>__SUPERCLASS</c>, <c>__DYNASTY</c> and <c>__GENUS</c>.
/// </summary>
public static class WqlSystemProperties
{
    /// <summary>The value of <c>__GENUS</c> for an instance (Microsoft Learn: WBEM_GENUS_INSTANCE); a class would have 1.</summary>
    private const long Instance = 2;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["__CLASS", "__SUPERCLASS", "__DYNASTY", "__GENUS"];

    /// <summary>The names of the system properties that say where an object lies. They are NULL for an instance inside an event.</summary>
    public static IReadOnlyList<string> PathNames { get; } = ["__PATH", "__RELPATH", "__NAMESPACE", "__SERVER"];

    /// <summary>Finds one of them.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="name">The name, compared ignoring case.</param>
    /// <param name="classOf">The class of the object; null if there is no object, and then the system properties are NULL.</param>
    /// <param name="classes">Which class is derived from which; null if no class is derived from another.</param>
    /// <param name="member">The member; null if the name is another one.</param>
    public static bool TryGetMember<TRow>(
        string name, Func<TRow, string?> classOf, WqlClassHierarchy? classes, [NotNullWhen(true)] out WqlMember<TRow>? member)
    {
        Guard.NotNull(classOf);
        var known = classes ?? WqlClassHierarchy.Flat;
        member = WqlText.ToUpper(Guard.NotNull(name)) switch
        {
            "__CLASS" => WqlMember.String(classOf),
            "__SUPERCLASS" => WqlMember.String<TRow>(row => classOf(row) is { } className ? known.BaseOf(className) : null),
            "__DYNASTY" => WqlMember.String<TRow>(row => classOf(row) is { } className ? known.RootOf(className) : null),
            "__GENUS" => WqlMember.Integer<TRow>(row => classOf(row) is null ? null : Instance),
            _ => null,
        };
        return member is not null;
    }
}
