namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Which kinds of items a query can find, and what an item of each kind lacks (Microsoft Learn: Win32_OfflineFilesItem).</summary>
internal static class ItemTypes
{
    public static IReadOnlyCollection<OfflineFilesItemType> Possible(IEnumerable<LintTerm> terms)
    {
        IEnumerable<OfflineFilesItemType> possible = ItemProperties.Instance.Find(nameof(OfflineFilesItem.ItemType))!.ItemTypes;
        foreach (var term in terms)
        {
            if (!term.IsConjunct || term.Name.Leaf?.EnumType != typeof(OfflineFilesItemType)) continue;
            if (term.Comparison is not { } comparison || !comparison.Constant.TryGetInteger(out var number)) continue;
            possible = possible.Where(type => Holds((int)type, comparison.Operator, number)).ToArray();
        }

        return possible.ToArray();
    }

    /// <summary>Whether one of these kinds of items has NULL in a property of the item.</summary>
    public static bool CanLack(string property, IReadOnlyCollection<OfflineFilesItemType> types) =>
        ItemProperties.Instance.Find(property) is { } row && types.Any(type => !row.ItemTypes.Contains(type));

    private static bool Holds(decimal type, WqlComparisonOperator comparison, decimal number) => comparison switch
    {
        WqlComparisonOperator.Equal => type == number,
        WqlComparisonOperator.NotEqual => type != number,
        WqlComparisonOperator.Less => type < number,
        WqlComparisonOperator.LessOrEqual => type <= number,
        WqlComparisonOperator.Greater => type > number,
        _ => type >= number,
    };
}
