using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary><c>REFERENCES OF {source} WHERE keywords</c>: the associations of one object themselves.</summary>
/// <example>
/// <code>
/// REFERENCES OF {Win32_OfflineFilesCache=@} WHERE Role = Antecedent
/// </code>
/// </example>
public sealed class WqlReferencesQuery : WqlAssociationQuery
{
    /// <summary>Initializes a query.</summary>
    /// <param name="source">The object to start from.</param>
    /// <param name="options">
    /// The keywords; null for no keyword. AssocClass, ResultRole and RequiredAssocQualifier belong to ASSOCIATORS OF only.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Two keywords exclude each other, one belongs to ASSOCIATORS OF, or SchemaOnly is asked of an instance.
    /// </exception>
    public WqlReferencesQuery(WqlObjectPath source, WqlAssociationOptions? options = null)
        : base(source, options)
    {
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlQuery? other) => other is WqlReferencesQuery query && HasSameParts(query);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
