using OfflineFiles.Sdk.Lint.Names;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Constants held against a number, which may stand for a name.</summary>
internal static class NumberConstants
{
    public static ConstantRemark? RemarkOn(WqlComparison comparison, CimPropertySchema leaf)
    {
        var names = EnumNames.Find(leaf.EnumType);
        return comparison.Constant switch
        {
            WqlIntegerConstant integer => RemarkOnValue(comparison, leaf, names, integer.Value),
            WqlStringConstant text when text.TryGetInteger(out var number) => new(
                WqlLintRule.Quoting,
                WqlLintSeverity.Advice,
                $"{comparison.Property} is a number. Windows converts the string {text}, others may compare it as text: write it without quotes.",
                number < 0 ? WqlConstant.Integer((long)number) : WqlConstant.Integer((ulong)number)),
            WqlStringConstant text when names is not null => RemarkOnName(comparison, names, text.Value),
            WqlRealConstant real => new(
                WqlLintRule.UnfitConstant,
                WqlLintSeverity.Error,
                $"{comparison.Property} is a whole number, and {real} is written with a fraction. Windows refuses the query. Write a whole number.",
                IsWhole(real.Value) ? WqlConstant.Integer((long)real.Value) : null),
            _ => new(
                WqlLintRule.UnfitConstant,
                WqlLintSeverity.Error,
                $"{comparison.Property} is a number, and {comparison.Constant} is none. Windows refuses the query or finds nothing. {Values(names)}"),
        };
    }

    private static ConstantRemark? RemarkOnValue(WqlComparison comparison, CimPropertySchema leaf, EnumNames? names, decimal value)
    {
        var (least, greatest) = RangeOf(leaf.Type);
        if (value < least || value > greatest)
            return new(
                WqlLintRule.ImpossibleNumber,
                WqlLintSeverity.Warning,
                $"{comparison.Property} holds numbers from {least:0} to {greatest:0}, never {comparison.Constant}: "
                + "the test is the same for every row.");
        return names is null or { IsFlags: true } || !comparison.IsEquality || names.Has(value)
            ? null
            : new(
                WqlLintRule.ImpossibleNumber,
                WqlLintSeverity.Warning,
                $"{comparison.Property} is documented to be {names.Phrase}, never {comparison.Constant}.");
    }

    private static ConstantRemark RemarkOnName(WqlComparison comparison, EnumNames names, string text)
    {
        var start = $"{comparison.Property} is a number, and {comparison.Constant} is text: Windows refuses the query or finds nothing.";
        if (names.IsFlags)
            return new(
                WqlLintRule.EnumAsText,
                WqlLintSeverity.Error,
                $"{start} It is the sum of several flags, and WQL tests no single one: look at it in the caller.");
        if (names.Nearest(text) is not { } nearest)
            return new(WqlLintRule.EnumAsText, WqlLintSeverity.Error, $"{start} {Values(names)}");
        var meant = WqlConstant.Integer(nearest.Value);
        return new(WqlLintRule.EnumAsText, WqlLintSeverity.Error, $"{start} Write {meant}, which is {nearest.Key}.", meant);
    }

    private static string Values(EnumNames? names) => names is null or { IsFlags: true } ? "Write a number." : $"The numbers are {names.Phrase}.";

    private static bool IsWhole(double value) => Math.Abs(value) < long.MaxValue && Math.Floor(value).Equals(value);

    private static (decimal Least, decimal Greatest) RangeOf(CimTypeCode type) => type switch
    {
        CimTypeCode.UInt8 => (byte.MinValue, byte.MaxValue),
        CimTypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        CimTypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };
}
