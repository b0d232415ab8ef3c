namespace OfflineFiles.Sdk.Wql;

/// <summary>A query that follows associations from one object: <see cref="WqlAssociatorsQuery"/> or <see cref="WqlReferencesQuery"/>.</summary>
public abstract class WqlAssociationQuery : WqlQuery
{
    private protected WqlAssociationQuery(WqlObjectPath source, WqlAssociationOptions? options)
    {
        Source = Guard.NotNull(source);
        Options = options ?? WqlAssociationOptions.None;
        if (Options.Conflict(this is WqlReferencesQuery, source.Kind) is { } conflict) throw new ArgumentException(conflict, nameof(options));
    }

    /// <summary>The object to start from; a class when the query asks the schema.</summary>
    public WqlObjectPath Source { get; }

    /// <summary>The keywords after WHERE; <see cref="WqlAssociationOptions.None"/> if there are no keywords.</summary>
    public WqlAssociationOptions Options { get; }

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(this is WqlAssociatorsQuery ? 10 : 11, Source.GetHashCode(), Options.GetHashCode());

    private protected bool HasSameParts(WqlAssociationQuery other) => Source == other.Source && Options == other.Options;
}
