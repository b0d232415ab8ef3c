namespace OfflineFiles.Sdk.RawQueries;

/// <summary>One way through an association: from the role that the source plays to the role of the result.</summary>
internal sealed record AssociationEnd(CimClassSchema Association, CimPropertySchema SourceRole, CimPropertySchema ResultRole)
{
    private static readonly AssociationEnd[] All =
    [
        .. from association in OfflineFilesSchema.Classes
           from source in association.Properties
           from result in association.Properties
           where source.Type == CimTypeCode.Reference && result.Type == CimTypeCode.Reference && source != result
           select new AssociationEnd(association, source, result),
    ];

    /// <summary>The class at the other end.</summary>
    public CimClassSchema ResultClass => OfflineFilesSchema.Find(ResultRole.ClassName!)!;

    /// <summary>All ways that begin at a class.</summary>
    public static IEnumerable<AssociationEnd> From(CimClassSchema source) => All.Where(end => end.SourceRole.ClassName == source.Name);

    /// <summary>Whether the keywords of a query leave this way open. No class of Offline Files is derived from another.</summary>
    public bool IsLeftBy(WqlAssociationQuery query)
    {
        var options = query.Options;
        var result = query is WqlReferencesQuery ? Association : ResultClass;
        return Matches(options.AssocClass, Association.Name)
            && Matches(options.ResultClass, result.Name)
            && Matches(options.Role, SourceRole.Name)
            && Matches(options.ResultRole, ResultRole.Name)
            && Has(options.RequiredQualifier, result)
            && Has(options.RequiredAssocQualifier, Association);
    }

    private static bool Matches(string? wanted, string name) => wanted is null || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string? wanted, CimClassSchema schema) =>
        wanted is null || schema.Qualifiers.Contains(wanted, StringComparer.OrdinalIgnoreCase);
}
