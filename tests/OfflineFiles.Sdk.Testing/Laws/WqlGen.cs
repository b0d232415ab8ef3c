using CsCheck;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>Random trees, with the texts that break printers and parsers: quotes, backslashes, wildcards, lone surrogates, odd cases.</summary>
internal static class WqlGen
{
    public static readonly Gen<string> Text =
        Gen.Char["'\"\\%_[]^-=aAbBzZ09 .\n\r\t\0äÄßſıİµ\u212A漢\u200C\uD83D\uDE00\uD800\uDFFF\uFFFF"].Array[0, 12].Select(c => new string(c));

    public static readonly Gen<string> Name =
        Gen.Select(Gen.Char["aZ_Äſ\u200C漢"], Gen.Char["aZ_09Äſ\uFFFD"].Array[0, 6], (first, rest) => first + new string(rest));

    public static readonly Gen<WqlProperty> Property = Name.Array[1, 3].Select(names => new WqlProperty(names));

    public static readonly Gen<double> Finite = Gen.Double.Where(double.IsFinite);

    public static readonly Gen<WqlConstant> Constant = Gen.OneOf(
        Text.Select(WqlConstant.String),
        Gen.Long.Select(value => WqlConstant.Integer(value)),
        Gen.ULong.Select(value => WqlConstant.Integer(value)),
        Finite.Select(WqlConstant.Real),
        Gen.DateTimeOffset.Select(WqlConstant.DateTime));

    public static readonly Gen<WqlConstant> Key = Gen.OneOf(
        Text.Select(WqlConstant.String), Gen.Long.Select(value => WqlConstant.Integer(value)), Gen.ULong.Select(value => WqlConstant.Integer(value)), Gen.Bool.Select(WqlConstant.Boolean));

    public static readonly Gen<WqlComparisonOperator> Operator = Gen.Enum<WqlComparisonOperator>();

    public static readonly Gen<WqlPredicate> Term = Gen.OneOf(
        Gen.Select(Property, Operator, Constant, (p, o, c) => (WqlPredicate)new WqlComparison(p, o, c)),
        Gen.Select(Property, Gen.Bool, Gen.Bool, (p, equal, value) => (WqlPredicate)new WqlComparison(
            p, equal ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual, WqlConstant.Boolean(value))),
        Gen.Select(Property, Text, (p, text) => (WqlPredicate)new WqlLike(p, new WqlLikePattern(text))),
        Gen.Select(Property, Gen.Bool, (p, negated) => (WqlPredicate)new WqlNullTest(p, negated)),
        Gen.Select(Property, Name, (p, name) => (WqlPredicate)new WqlIsA(p, name)));

    public static readonly Gen<WqlPredicate> Predicate = Tree(Term, 5);

    /// <summary>A member of one of the two instances in an event.</summary>
    public static readonly Gen<WqlProperty> InstanceMember = Gen.Select(
        Gen.OneOf("TargetInstance", "PreviousInstance", "targetINSTANCE"), Name.Array[1, 2], (instance, names) => new WqlProperty([instance, .. names]));

    /// <summary>Two properties held against each other as an event query does.</summary>
    public static readonly Gen<WqlPredicate> Pair = Gen.Select(
        InstanceMember, Operator, InstanceMember, (left, o, right) => (WqlPredicate)new WqlPropertyComparison(left, o, right));

    public static readonly Gen<WqlPredicate> EventPredicate = Tree(Gen.OneOf(Term, Pair), 5);

    public static readonly Gen<TimeSpan> Interval =
        Gen.OneOf(Gen.Long[0, 1_000_000_000], Gen.Long[0, 100_000].Select(seconds => seconds * TimeSpan.TicksPerSecond), Gen.Long[0, long.MaxValue]).Select(ticks => new TimeSpan(ticks));

    public static readonly Gen<WqlHaving> Having = Gen.Select(Operator, Gen.UInt, (comparison, count) => new WqlHaving(comparison, count));

    public static readonly Gen<WqlEventGroup> Group = Gen.Select(
        Interval, Property.Array[0, 3], Gen.Bool, Having, (within, by, any, having) => new WqlEventGroup(within, by, any ? null : having));

    public static readonly Gen<WqlNamespace?> Namespace = Gen.Select(Gen.Int[0, 2], Gen.Char["aZ0_-.$Ä"].Array[1, 5], Name.Array[1, 3], (kind, server, names) =>
        kind == 0 ? null : new WqlNamespace(kind == 1 ? null : new string(server), string.Join('\\', names)));

    public static readonly Gen<WqlObjectPath> Path = Gen.Select(RelativePath, Namespace, (path, place) => path.In(place));

    private static Gen<WqlObjectPath> RelativePath => Gen.Select(Name, Gen.Int[0, 3], Name.Array[1, 3], Key.Array[3], (name, kind, names, values) => kind switch
    {
        0 => WqlObjectPath.Class(name),
        1 => WqlObjectPath.Singleton(name),
        2 => WqlObjectPath.Instance(name, new WqlObjectPathKey(null, values[0])),
        _ => WqlObjectPath.Instance(name, names.Zip(values, (key, value) => new WqlObjectPathKey(key, value)).ToArray()),
    });

    public static readonly Gen<WqlQuery> DataQuery = Gen.Select(
        Name, Property.Array[0, 3], Gen.Bool, Predicate,
        (name, properties, all, where) => (WqlQuery)new WqlSelectQuery(name, all ? null : where, properties));

    public static readonly Gen<WqlQuery> EventQuery = Gen.Select(
        Name, Property.Array[0, 2], Gen.Int[0, 7], EventPredicate, Interval, Group,
        (name, properties, parts, where, within, group) => (WqlQuery)new WqlEventQuery(
            parts is 0 or 1 ? "__" + name + "Event" : name,
            (parts & 1) == 0 ? null : where,
            (parts & 2) == 0 ? null : within,
            (parts & 4) == 0 ? null : group,
            properties));

    public static readonly Gen<WqlQuery> SchemaQuery = Gen.Select(Gen.Bool, Predicate, (all, where) => (WqlQuery)new WqlSchemaQuery(all ? null : where));

    public static readonly Gen<WqlQuery> AssociationQuery = Gen.Select(Path, Name.Array[6], Gen.Int[0, 511], Gen.Bool, (path, names, keywords, isReferences) =>
    {
        string? Name(int bit) => (keywords & (1 << bit)) == 0 ? null : names[bit];
        var schemaOnly = (keywords & 64) != 0 && path.Kind == WqlObjectPathKind.Class;
        var options = new WqlAssociationOptions
        {
            AssocClass = isReferences ? null : Name(0),
            ResultClass = Name(1),
            ResultRole = isReferences ? null : Name(2),
            Role = Name(3),
            RequiredQualifier = Name(4),
            RequiredAssocQualifier = isReferences ? null : Name(5),
            SchemaOnly = schemaOnly,
            KeysOnly = (keywords & 128) != 0,
            ClassDefsOnly = (keywords & 256) != 0 && !schemaOnly && Name(1) is null,
        };
        return isReferences ? new WqlReferencesQuery(path, options) : (WqlQuery)new WqlAssociatorsQuery(path, options);
    });

    public static readonly Gen<WqlQuery> Query = Gen.OneOf(DataQuery, EventQuery, SchemaQuery, AssociationQuery);

    /// <summary>Trees of at most the given depth over the given tests.</summary>
    public static Gen<WqlPredicate> Tree(Gen<WqlPredicate> term, int depth)
    {
        if (depth == 1) return term;
        var below = Tree(term, depth - 1);
        return Gen.OneOf(
            term,
            below.Select(operand => (WqlPredicate)new WqlNot(operand)),
            below.Array[2, 4].Select(operands => (WqlPredicate)new WqlAnd(operands)),
            below.Array[2, 4].Select(operands => (WqlPredicate)new WqlOr(operands)));
    }
}
