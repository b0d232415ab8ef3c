using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Definitions of classes as rows, from the table of the library.</summary>
internal static class SchemaRows
{
    /// <exception cref="QueryTranslationException">The predicate names something that a class does not have.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over classes.</exception>
    public static IAsyncEnumerable<WqlRow> Select(WqlSchemaQuery query, CancellationToken cancellationToken)
    {
        var shape = new ClassShape(OfflineFilesSchema.Item);
        QueryNames.Check(query.Where, shape, property => QueryErrors.NoSuchPropertyOfClasses(property, shape.MemberNames, query));
        return StreamAsync(Matching(query.Where), query.ToString(), cancellationToken);
    }

    public static WqlRow Row(CimClassSchema schema, string origin) => new(new DefinitionRowClass(schema), schema, origin: origin);

    public static async IAsyncEnumerable<WqlRow> StreamAsync(
        IEnumerable<CimClassSchema> classes, string origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var schema in classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Row(schema, origin);
        }
    }

    // Compiled for each class, because what ISA says is settled when it is compiled.
    private static List<CimClassSchema> Matching(WqlPredicate? where) => OfflineFilesSchema.Classes
        .Where(schema => where is null || WqlCompiler.Compile(where, new ClassShape(schema))(schema))
        .ToList();

    private sealed class ClassShape(CimClassSchema schema) : IWqlRowShape<CimClassSchema>
    {
        public IEnumerable<string> MemberNames => ["__this", "__Class", "__Superclass", "__Dynasty"];

        public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<CimClassSchema>? member)
        {
            member = WqlText.ToUpper(name.Text) switch
            {
                "__THIS" => WqlMember.Object<CimClassSchema>(schema.Name, _ => false),
                "__CLASS" or "__DYNASTY" => WqlMember.String<CimClassSchema>(row => row.Name),
                "__SUPERCLASS" => WqlMember.String<CimClassSchema>(_ => null),
                _ => null,
            };
            return member is not null;
        }
    }
}
