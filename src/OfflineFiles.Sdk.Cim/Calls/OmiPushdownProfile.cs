namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>
/// What Open Management Infrastructure answers as WQL means it (observed behaviour). It filters what a provider enumerates, so a query
/// saves transport and nothing else; and where its meaning differs a term would lose rows, so little is sent:
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Single names only. A comparison inside an object that is NULL ends the evaluation of the row, whatever OR stands around it.</item>
/// <item>On a property that can be NULL no order, no <c>&lt;&gt;</c>, and no NOT but around a NULL test: NULL differs from everything there.</item>
/// <item>Text in ASCII only, and no order: letters are folded one byte at a time. In a LIKE no <c>_</c> and no set but around a single
/// wildcard.</item>
/// <item>A constant of the property's own type: <c>Encrypted = 1</c> cannot be read.</item>
/// <item>The names of the keys as for the Windows provider, which may well be behind it.</item>
/// </list>
/// </remarks>
internal sealed class OmiPushdownProfile : PushdownProfile
{
    public static OmiPushdownProfile Instance { get; } = new();

    public override string Name => "OMI";

    public override WqlDialect Dialect => WqlDialect.Omi;

    // A query holds 256 symbols: three for each test, one for each AND, OR and NOT. 40 tests leave room to negate each, and each group of them.
    public override int MaxTerms => 40;

    public override bool SearchesOnlyByPath => true;

    public override ItemMembers Selects(ItemMembers read) => WindowsProvider.Selects(read);

    public override PushdownVerdict Judge(WqlPredicate conjunct)
    {
        var windows = WindowsProvider.Judge(conjunct);
        if (!windows.IsAllowed) return windows;
        return WhyNot(conjunct, isNegated: false) is { } reason ? PushdownVerdict.Refused(reason) : PushdownVerdict.Allowed;
    }

    private static string? WhyNot(WqlPredicate predicate, bool isNegated) => predicate switch
    {
        WqlConnective connective => connective.Operands.Select(operand => WhyNot(operand, isNegated)).FirstOrDefault(reason => reason is not null),
        WqlNot { Operand: WqlNot or WqlNullTest { IsNegated: true } } => "OMI is not known to read one NOT after another",
        WqlNot not => WhyNot(not.Operand, isNegated: true),
        WqlTest { Property.IsDotted: true } => "OMI gives up on a row in which an object is NULL",
        WqlTest test when OfflineFilesSchema.Item.Find(test.Property.Text) is { Type: not CimTypeCode.Object } property =>
            WhyNot(test, property, isNegated),
        _ => "OMI compares the plain properties of an item only",
    };

    private static string? WhyNot(WqlTest test, CimPropertySchema property, bool isNegated) => test switch
    {
        WqlNullTest => null,
        _ when property.IsNullable && (isNegated || test is not WqlComparison { Operator: WqlComparisonOperator.Equal }) =>
            "for OMI NULL differs from every value",
        WqlComparison comparison => WhyNot(comparison, property.Type),
        WqlLike like when IsAscii(like.Pattern.Text) && HasLiteralsAndRunsOnly(like.Pattern.Text) => null,
        _ => "OMI matches one byte at a time",
    };

    private static string? WhyNot(WqlComparison comparison, CimTypeCode type) => (type, comparison.Constant) switch
    {
        (CimTypeCode.UInt32, WqlIntegerConstant number) when number.Value <= long.MaxValue => null,
        (CimTypeCode.Boolean, WqlBooleanConstant) => null,
        (CimTypeCode.String, WqlStringConstant text) =>
            comparison.Operator is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual && IsAscii(text.Value)
            ? null
            : "OMI orders and folds text one byte at a time",
        _ => "OMI compares a property with a constant of its own type only",
    };

    private static bool IsAscii(string text) => !text.Any(character => character >= 0x80);

    // A set around one wildcard says it literally.
    private static bool HasLiteralsAndRunsOnly(string pattern)
    {
        var rest = pattern.Replace("[%]", "").Replace("[_]", "").Replace("[[]", "");
        return rest.IndexOfAny(['_', '[']) < 0;
    }
}
