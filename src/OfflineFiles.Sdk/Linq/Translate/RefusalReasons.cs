using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>Why a part of a predicate cannot be WQL, each the end of a sentence that begins with "because".</summary>
internal static class RefusalReasons
{
    public const string NoForm = "it has no WQL form";
    public const string TwoProperties = "WQL compares a property with a constant, not with another property";
    public const string NotAConstant = "WQL compares a property with a constant";
    public const string Converts = "WQL converts nothing";
    public const string Indexer = "an indexer has no WQL form";
    public const string Character = "a single character has no WQL form";
    public const string Computes = "WQL computes nothing";
    public const string Bits = "WQL cannot test single bits";
    public const string Case = "WQL ignores case and the call does not";
    public const string Culture = "WQL knows no culture";
    public const string TextOrder = "WQL orders text ignoring case and knows no culture";
    public const string WhiteSpace = "WQL does not know what white space is";
    public const string PlaceOfText = "WQL finds text, but not its place";
    public const string Microsecond = "WQL has no time finer than a microsecond";
    public const string Clock = "WQL compares points in time, not what a clock or a calendar shows of them";
    public const string Rounded = "WQL compares times without rounding them";
    public const string SearchElsewhere = "WQL searches only in a property of the item";
    public const string SearchForOther = "WQL searches only for a constant";
    public const string TooManyTerms = "it would take too many terms in WQL";
    public const string PatternOfRow = "WQL takes a pattern only as a constant";
    public const string TooDeep = "it would be nested deeper than a query in WQL may be";
    public const string OwnComparer = "which texts its comparer takes for equal only the comparer knows";
    public const string OwnSearch = "what it holds only the collection itself knows";
    public const string SameObject = "it asks whether two are the same object, and WQL compares values";
    public const string TextCompare = "Option Compare Text follows the rules of a culture, and WQL knows no culture";
    public const string Delegate = "a delegate cannot be looked into; an Expression of the same lambda could";

    public static string ObjectCompared(ItemMember member) => $"WQL compares {member.Name} with NULL only";

    public static string Negative(ItemMember member) => $"{member.Name} holds no negative number at the backend";

    public static string Incomparable(ItemMember member, object value) => $"{member.Name} cannot be compared with a {value.GetType().Name} in WQL";

    /// <summary>Why an expression that is compared or tested has no WQL form, named by what it is.</summary>
    public static string Of(Expression expression) => WithoutConversions(expression) switch
    {
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked or ExpressionType.OnesComplement } => Computes,
        MethodCallExpression call when CollectionSearch.Read(call) is { Set: ConstantExpression { Value: { } set } } =>
            CollectionRules.IsOfCollections(set.GetType()) ? OwnComparer : OwnSearch,
        MethodCallExpression call when CompareStringCall.IsOfCulture(call) => TextCompare,
        MethodCallExpression { Method.IsSpecialName: true } call => OfSpecial(call),
        MethodCallExpression call when InterpolatedText.Read(call) is not null => Computes,
        MethodCallExpression call when IsForeign(call) => $"WQL does not know {call.Method.Name}; QueryOptions.Translations can say what it means",
        MethodCallExpression call => $"{call.Method.Name} has no WQL form",
        MemberExpression { Expression: not null } member => $"{MemberNames.Of(member.Member.Name)} has no WQL form",
        InvocationExpression => Delegate,
        BinaryExpression { NodeType: ExpressionType.And or ExpressionType.Or or ExpressionType.ExclusiveOr } => Bits,
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } or IndexExpression => Indexer,
        BinaryExpression binary when ComparisonOperators.Of(binary.NodeType) is null && binary.NodeType != ExpressionType.Coalesce => Computes,
        _ => NoForm,
    };

    /// <summary>What stands inside of all conversions around it.</summary>
    public static Expression WithoutConversions(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert) expression = convert.Operand;
        return expression;
    }

    // What C# has another form for than a call: indexers, properties, operators.
    private static string OfSpecial(MethodCallExpression call) => call switch
    {
        { Object: { Type: var type }, Arguments.Count: > 0 } => type == typeof(string) ? Character : Indexer,
        { Arguments.Count: 0 } => $"{call.Method.Name[(call.Method.Name.IndexOf('_') + 1)..]} has no WQL form",
        { Type: var type, Arguments: [var left, var right] } when type == typeof(bool) => Of(left is ConstantExpression ? right : left),
        _ => Computes,
    };

    // A method of the caller's own, which could be registered.
    private static bool IsForeign(MethodCallExpression call) =>
        call.Method.DeclaringType is { } type && type.Assembly != typeof(string).Assembly && type.Assembly != typeof(RefusalReasons).Assembly
        && (type.Namespace is not { } name || !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("Microsoft", StringComparison.Ordinal));
}
