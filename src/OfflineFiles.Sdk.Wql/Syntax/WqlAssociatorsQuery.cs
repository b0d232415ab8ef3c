using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary><c>ASSOCIATORS OF {source} WHERE keywords</c>: the objects at the other ends of the associations of one object.</summary>
/// <example>
/// <code>
/// ASSOCIATORS OF {Win32_OfflineFilesCache=@} WHERE AssocClass = Win32_OfflineFilesAssociatedItems
/// </code>
/// </example>
public sealed class WqlAssociatorsQuery : WqlAssociationQuery
{
    /// <summary>Initializes a query.</summary>
    /// <param name="source">The object to start from.</param>
    /// <param name="options">The keywords; null for no keyword.</param>
    /// <exception cref="ArgumentException">Two keywords exclude each other, or SchemaOnly is asked of an instance.</exception>
    public WqlAssociatorsQuery(WqlObjectPath source, WqlAssociationOptions? options = null)
        : base(source, options)
    {
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlQuery? other) => other is WqlAssociatorsQuery query && HasSameParts(query);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
