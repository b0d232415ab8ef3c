namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// References are equal if they name the same object, however its path is written: with or without a namespace and the name of the key, with
/// backslashes that are doubled or not, in any case. A WHERE clause is brought to the one spelling that rows have before it is compiled.
/// </summary>
internal static class ReferenceTests
{
    // The classes are in one namespace, of whatever server.
    private const string Namespace = @"root\cimv2";

    /// <summary>Returns the predicate with each object path that is compared with a reference in the spelling of rows.</summary>
    public static WqlPredicate Canonical(WqlPredicate where, CimClassSchema schema) => where switch
    {
        // A predicate nests at most WqlPredicate.MaximumDepth levels, so recursion is safe.
        WqlAnd and => WqlPredicate.And([.. and.Operands.Select(operand => Canonical(operand, schema))]),
        WqlOr or => WqlPredicate.Or([.. or.Operands.Select(operand => Canonical(operand, schema))]),
        WqlNot not => WqlPredicate.Not(Canonical(not.Operand, schema)),
        WqlComparison { Constant: WqlStringConstant text } comparison when schema.Find(comparison.Property.Text) is { Type: CimTypeCode.Reference } =>
            new WqlComparison(comparison.Property, comparison.Operator, WqlConstant.String(Canonical(text.Value))),
        _ => where,
    };

    // What names no object of ours stays as it is, and equals no reference.
    private static string Canonical(string text) => WqlObjectPath.TryParse(text, out var path, out _) && Canonical(path) is { } canonical ? canonical : text;

    private static string? Canonical(WqlObjectPath path)
    {
        if (path.Namespace is { } place && !WqlName.AreEqual(place.Name, Namespace)) return null;
        if (OfflineFilesSchema.Find(path.ClassName) is not { } schema) return null;
        if (schema.IsSingleton) return path.Kind == WqlObjectPathKind.Singleton ? WqlObjectPath.Singleton(schema.Name).ToString() : null;
        return ItemOf(path, schema) is { } item
            ? WqlObjectPath.Instance(schema.Name, schema.Properties.First(property => property.IsKey).Name, item.ToString()).ToString()
            : null;
    }

    /// <summary>The item that a path names by the one key of its class; null if it names none.</summary>
    public static UncPath? ItemOf(WqlObjectPath path, CimClassSchema schema) =>
        path.Keys is [var key] && (key.Name is null || schema.Find(key.Name) is { IsKey: true })
        && key.Value.TryGetString(out var text) && UncPath.TryParse(WithServer(text), out var item)
            ? item
            : null;

    // '\\srv', whose backslashes are not doubled, reads as \srv, which can mean nothing else.
    private static string WithServer(string key) =>
        key.Length > 1 && key[0] == '\\' && key[1] is not ('\\' or '/') ? "\\" + key : key;
}
