namespace OfflineFiles.Sdk.Wql;

/// <summary>A query that follows associations from one object: <see cref="WqlAssociatorsQuery"/> or <see cref="WqlReferencesQuery"/>.</summary>
public abstract class WqlAssociationQuery : WqlQuery
{
    private protected WqlAssociationQuery(WqlObjectPath source, WqlAssociationOptions? options)
    {
        Source = Guard.NotNull(source);
        Options = options ?? WqlAssociationOptions.None;
        if (Options.ClassDefsOnly && Options.ResultClass is not null)
            throw new ArgumentException("ClassDefsOnly and ResultClass exclude each other: leave one of them out.", nameof(options));
        if (Options.ClassDefsOnly && Options.SchemaOnly)
            throw new ArgumentException("SchemaOnly returns classes already: leave ClassDefsOnly out.", nameof(options));
        if (Options.SchemaOnly && source.Kind != WqlObjectPathKind.Class)
            throw new ArgumentException($"SchemaOnly asks about a class, and {source} is an instance: name the class alone.", nameof(source));
    }

    /// <summary>The object to start from; a class when the query asks the schema.</summary>
    public WqlObjectPath Source { get; }

    /// <summary>The keywords after WHERE; <see cref="WqlAssociationOptions.None"/> when there are none.</summary>
    public WqlAssociationOptions Options { get; }

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(this is WqlAssociatorsQuery ? 10 : 11, Source.GetHashCode(), Options.GetHashCode());

    private protected bool HasSameParts(WqlAssociationQuery other) => Source == other.Source && Options == other.Options;
}
