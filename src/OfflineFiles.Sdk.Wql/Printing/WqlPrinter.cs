using System.Text;

namespace OfflineFiles.Sdk.Wql.Printing;

/// <summary>
/// Writes trees as canonical WQL text: keywords in upper case, strings in single quotes, no parentheses that precedence makes needless
/// (NOT before AND before OR). The one place where WQL text is made.
/// </summary>
internal sealed partial class WqlPrinter
{
    private readonly StringBuilder _text = new();
    private readonly WqlDialect _dialect;

    private WqlPrinter(WqlDialect dialect) => _dialect = dialect;

    public static string Print(WqlQuery query, WqlDialect dialect)
    {
        var printer = new WqlPrinter(dialect);
        switch (query)
        {
            case WqlSelectQuery select:
                printer.Write(select);
                break;
            case WqlEventQuery events:
                printer.Write(events);
                break;
            case WqlSchemaQuery schema:
                printer._text.Append("SELECT * FROM ").Append(WqlName.SchemaClass);
                printer.WriteWhere(schema.Where);
                break;
            case WqlAssociationQuery association:
                printer.Write(association);
                break;
            default:
                throw new InvalidOperationException($"The printer does not know the query {query.GetType().Name}.");
        }

        return printer._text.ToString();
    }

    public static string Print(WqlObjectPath path)
    {
        var printer = new WqlPrinter(WqlDialect.Windows);
        printer.Write(path);
        return printer._text.ToString();
    }

    public static string Print(WqlPredicate predicate, WqlDialect dialect)
    {
        var printer = new WqlPrinter(dialect);
        printer.Write(predicate);
        return printer._text.ToString();
    }

    public static string Print(WqlConstant constant)
    {
        var printer = new WqlPrinter(WqlDialect.Windows);
        printer.Write(constant);
        return printer._text.ToString();
    }

    private void Write(WqlSelectQuery query)
    {
        WriteHead(query.Properties, query.ClassName);
        WriteWhere(query.Where);
    }

    private void Write(WqlEventQuery query)
    {
        WriteHead(query.Properties, query.ClassName);
        if (query.Within is { } within) _text.Append(" WITHIN ").Append(WqlSeconds.Print(within));
        WriteWhere(query.Where);
        if (query.Group is not { } group) return;
        _text.Append(" GROUP WITHIN ").Append(WqlSeconds.Print(group.Within));
        if (group.By.Count > 0) _text.Append(" BY ");
        WriteList(group.By);
        if (group.Having is { } having)
            _text.Append(" HAVING ").Append(WqlHaving.PropertyName).Append(' ').Append(SymbolOf(having.Operator)).Append(' ').Append(having.Count);
    }

    private void Write(WqlAssociationQuery query)
    {
        _text.Append(query is WqlReferencesQuery ? "REFERENCES OF {" : "ASSOCIATORS OF {");
        Write(query.Source);
        _text.Append('}');
        var options = query.Options;
        var isFirst = true;
        WriteKeyword("AssocClass", options.AssocClass, ref isFirst);
        WriteKeyword("ResultClass", options.ResultClass, ref isFirst);
        WriteKeyword("ResultRole", options.ResultRole, ref isFirst);
        WriteKeyword("Role", options.Role, ref isFirst);
        WriteKeyword("RequiredQualifier", options.RequiredQualifier, ref isFirst);
        WriteKeyword("RequiredAssocQualifier", options.RequiredAssocQualifier, ref isFirst);
        WriteKeyword("ClassDefsOnly", options.ClassDefsOnly, ref isFirst);
        WriteKeyword("KeysOnly", options.KeysOnly, ref isFirst);
        WriteKeyword("SchemaOnly", options.SchemaOnly, ref isFirst);
    }

    private void WriteKeyword(string keyword, string? value, ref bool isFirst)
    {
        WriteKeyword(keyword, value is not null, ref isFirst);
        if (value is not null) _text.Append(" = ").Append(value);
    }

    private void WriteKeyword(string keyword, bool isSet, ref bool isFirst)
    {
        if (!isSet) return;
        _text.Append(isFirst ? " WHERE " : " ").Append(keyword);
        isFirst = false;
    }

    private void Write(WqlObjectPath path)
    {
        if (path.Namespace is not null) _text.Append(path.Namespace).Append(':');
        _text.Append(path.ClassName);
        if (path.Kind == WqlObjectPathKind.Singleton) _text.Append("=@");
        for (var i = 0; i < path.Keys.Count; i++)
        {
            var key = path.Keys[i];
            if (key.Name is not null) _text.Append(i == 0 ? '.' : ',').Append(key.Name);
            _text.Append('=');
            if (key.Value is WqlStringConstant text) WriteQuoted(text.Value, '"');
            else Write(key.Value);
        }
    }

    private void WriteHead(IReadOnlyList<WqlProperty> properties, string className)
    {
        _text.Append("SELECT ");
        if (properties.Count == 0) _text.Append('*');
        WriteList(properties);
        _text.Append(" FROM ").Append(className);
    }

    private void WriteList(IReadOnlyList<WqlProperty> properties)
    {
        for (var i = 0; i < properties.Count; i++) _text.Append(i == 0 ? "" : ", ").Append(properties[i].Text);
    }

    private void WriteWhere(WqlPredicate? where)
    {
        if (where is null) return;
        _text.Append(" WHERE ");
        Write(where);
    }
}
