using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

/// <summary>Writes a tree as it is, every node by its kind, for the table Cases/wql-trees.cases.</summary>
internal static class TreeText
{
    public static string Of(WqlQuery query) => query switch
    {
        WqlSelectQuery select => Node("Select", select.ClassName, List(select.Properties), Of(select.Where)),
        WqlEventQuery events => Node(
            "Event",
            events.ClassName,
            List(events.Properties),
            events.Within is { } within ? $"within {Seconds(within)}" : null,
            Of(events.Where),
            events.Group is { } group ? Of(group) : null),
        WqlSchemaQuery schema => Node("Schema", Of(schema.Where)),
        WqlAssociationQuery association => Node(
            association is WqlAssociatorsQuery ? "Associators" : "References", [Of(association.Source), .. Keywords(association.Options)]),
        _ => throw new ArgumentException($"{query.GetType().Name} is unknown.", nameof(query)),
    };

    private static string? Of(WqlPredicate? predicate) => predicate switch
    {
        null => null,
        WqlAnd and => Node("And", [.. and.Operands.Select(Of)]),
        WqlOr or => Node("Or", [.. or.Operands.Select(Of)]),
        WqlNot not => Node("Not", Of(not.Operand)),
        WqlComparison comparison => Node(comparison.Operator.ToString(), Path(comparison.Property), Of(comparison.Constant)),
        WqlPropertyComparison pair => Node(pair.Operator.ToString(), Path(pair.Property), Path(pair.Other)),
        WqlLike like => Node("Like", Path(like.Property), like.Pattern.Text),
        WqlNullTest test => Node(test.IsNegated ? "IsNotNull" : "IsNull", Path(test.Property)),
        WqlIsA isA => Node("IsA", Path(isA.Property), isA.ClassName),
        _ => throw new ArgumentException($"{predicate.GetType().Name} is unknown.", nameof(predicate)),
    };

    private static string Of(WqlConstant constant) => constant switch
    {
        WqlStringConstant text => $"String {text.Value}",
        WqlIntegerConstant integer => FormattableString.Invariant($"Integer {integer.Value}"),
        WqlRealConstant real => FormattableString.Invariant($"Real {real.Value}"),
        WqlBooleanConstant boolean => $"Boolean {boolean.Value}",
        _ => throw new ArgumentException($"{constant.GetType().Name} is unknown.", nameof(constant)),
    };

    private static string Of(WqlEventGroup group) => Node(
        "Group",
        $"within {Seconds(group.Within)}",
        group.By.Count == 0 ? null : $"by {List(group.By)}",
        group.Having is { } having ? Node(having.Operator.ToString(), having.Count.ToString(CultureInfo.InvariantCulture)) : null);

    private static string Of(WqlObjectPath path) => Node(
        path.Kind.ToString(),
        [
            path.Namespace is { } place ? Node("Namespace", place.Server, place.Name) : null,
            path.ClassName,
            .. path.Keys.Select(key => $"{(key.Name is null ? "" : key.Name + ": ")}{Of(key.Value)}"),
        ]);

    private static IEnumerable<string?> Keywords(WqlAssociationOptions options) =>
    [
        Named(nameof(options.AssocClass), options.AssocClass), Named(nameof(options.ResultClass), options.ResultClass),
        Named(nameof(options.ResultRole), options.ResultRole), Named(nameof(options.Role), options.Role),
        Named(nameof(options.RequiredQualifier), options.RequiredQualifier), Named(nameof(options.RequiredAssocQualifier), options.RequiredAssocQualifier),
        options.ClassDefsOnly ? nameof(options.ClassDefsOnly) : null, options.KeysOnly ? nameof(options.KeysOnly) : null,
        options.SchemaOnly ? nameof(options.SchemaOnly) : null,
    ];

    private static string? Named(string name, string? value) => value is null ? null : $"{name}: {value}";

    private static string Path(WqlProperty property) => string.Join('/', property.Names);

    private static string List(IEnumerable<WqlProperty> properties) => properties.Any() ? string.Join(' ', properties.Select(Path)) : "*";

    private static string Seconds(TimeSpan interval) => FormattableString.Invariant($"{interval.TotalSeconds} s");

    private static string Node(string kind, params string?[] parts) => $"{kind}({string.Join(", ", parts.Where(part => part is not null))})";
}
