using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>What a WHERE clause can ask of whole rows of a class without embedded objects: the properties of the table and of the system.</summary>
internal sealed class RowFilter(CimClassSchema schema) : IWqlRowShape<WqlRow>
{
    public IEnumerable<string> MemberNames => schema.Properties.Select(property => property.Name);

    /// <summary>The WHERE clause of a query as a test of whole rows; null if it has none.</summary>
    /// <exception cref="QueryTranslationException">The class does not have a property that the clause names.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over the class.</exception>
    public static Func<WqlRow, bool>? Of(WqlSelectQuery query, CimClassSchema schema)
    {
        var shape = new RowFilter(schema);
        QueryNames.Check(query.Where, shape, property => QueryErrors.NoSuchProperty(property, schema, query));
        return query.Where is null ? null : WqlCompiler.Compile(ReferenceTests.Canonical(query.Where, schema), shape);
    }

    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<WqlRow>? member)
    {
        var text = name.Text;
        if (RowSystemProperties.IsKnown(text)) member = WqlMember.String<WqlRow>(row => row.Get<string>(text));
        else if (schema.Find(text) is not { } property) member = null;
        else if (property.Type == CimTypeCode.Boolean) member = WqlMember.Boolean<WqlRow>(row => row.Get<bool?>(text));
        else member = WqlMember.String<WqlRow>(row => row.Get<string>(text));
        return member is not null;
    }
}
