using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A data query: <c>SELECT properties FROM class WHERE predicate</c>.</summary>
public sealed class WqlSelectQuery : WqlQuery
{
    /// <summary>Initializes a query.</summary>
    /// <param name="className">The class whose instances are asked for.</param>
    /// <param name="where">What an instance must satisfy; null to ask for all.</param>
    /// <param name="properties">The properties to return, in this order; null or empty for all of them (<c>*</c>).</param>
    /// <exception cref="ArgumentException">
    /// The class name is not a valid name, or names the class of schema queries or an event class of the system.
    /// </exception>
    public WqlSelectQuery(string className, WqlPredicate? where = null, IEnumerable<WqlProperty>? properties = null)
    {
        ClassName = WqlName.CheckDataClass(className, nameof(className));
        Where = where;
        Properties = WqlNodes.Freeze(properties ?? [], nameof(properties));
    }

    /// <summary>A query that was read.</summary>
    /// <param name="properties">The properties, in a list that does not change.</param>
    /// <param name="className">The class, known to be one that a data query can name.</param>
    /// <param name="where">The predicate, or null.</param>
    internal WqlSelectQuery(IReadOnlyList<WqlProperty> properties, string className, WqlPredicate? where)
    {
        Properties = properties;
        ClassName = className;
        Where = where;
    }

    /// <summary>The properties to return; empty for all of them (<c>*</c>).</summary>
    public IReadOnlyList<WqlProperty> Properties { get; }

    /// <summary>The class whose instances are asked for, in the spelling it was given. Instances of its subclasses answer too.</summary>
    public string ClassName { get; }

    /// <summary>What an instance must satisfy; null if every instance is asked for.</summary>
    public WqlPredicate? Where { get; }

    /// <summary>The same query with another predicate.</summary>
    /// <param name="where">The predicate; null to ask for every instance.</param>
    public WqlSelectQuery WithWhere(WqlPredicate? where) => new(ClassName, where, Properties);

    /// <summary>The same query narrowed: what it asked for already, AND the given predicate.</summary>
    /// <param name="predicate">The predicate that an instance must satisfy as well.</param>
    public WqlSelectQuery WithAlso(WqlPredicate predicate) =>
        WithWhere(Where is null ? Guard.NotNull(predicate) : WqlPredicate.And(Where, predicate));

    /// <summary>The same query returning other properties.</summary>
    /// <param name="properties">The properties, in order; none for all of them (<c>*</c>).</param>
    public WqlSelectQuery WithProperties(params WqlProperty[] properties) => new(ClassName, Where, Guard.NotNull(properties));

    /// <summary>The same query over another class.</summary>
    /// <param name="className">The name of the class.</param>
    /// <exception cref="ArgumentException">The text is not a valid class name.</exception>
    public WqlSelectQuery WithClassName(string className) => new(className, Where, Properties);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlQuery? other) =>
        other is WqlSelectQuery query
        && WqlName.AreEqual(ClassName, query.ClassName)
        && WqlNodes.AreEqual(Properties, query.Properties)
        && Where == query.Where;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        WqlNodes.Combine(WqlName.Hash(ClassName), WqlNodes.Hash(Properties), Where?.GetHashCode() ?? 0);
}
