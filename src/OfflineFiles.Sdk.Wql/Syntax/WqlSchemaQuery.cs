using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A schema query: <c>SELECT * FROM meta_class WHERE predicate</c>. It asks for definitions of classes rather than for instances. The
/// predicate names <c>__this</c> (with ISA: a class and all below it) and the system properties <c>__Class</c>, <c>__Superclass</c> and
/// <c>__Dynasty</c> (Microsoft Learn: SELECT Statement for Schema Queries).
/// </summary>
public sealed class WqlSchemaQuery : WqlQuery
{
    /// <summary>The name that stands for the classes in a schema query.</summary>
    public const string ClassName = WqlName.SchemaClass;

    /// <summary>Initializes a query.</summary>
    /// <param name="where">What a class must satisfy; null to ask for every class.</param>
    public WqlSchemaQuery(WqlPredicate? where = null) => Where = where;

    /// <summary>What a class must satisfy; null if every class is asked for.</summary>
    public WqlPredicate? Where { get; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlQuery? other) => other is WqlSchemaQuery query && Where == query.Where;

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(9, Where?.GetHashCode() ?? 0);
}
