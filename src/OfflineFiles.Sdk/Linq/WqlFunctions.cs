namespace OfflineFiles.Sdk;

/// <summary>
/// Functions for what WQL can test and C# has no operator for, for the predicates of a query. Outside a query they return the same.
/// </summary>
/// <remarks>The name is not Wql, because Wql is a namespace of this library.</remarks>
/// <example><c>cache.Items.Where(i =&gt; WqlFunctions.Like(i.ItemName, "report[0-9]%.xlsx"))</c></example>
public static class WqlFunctions
{
    /// <summary>Returns true if the whole of a text matches a pattern, ignoring case: see <see cref="WqlLikePattern"/>.</summary>
    /// <param name="value">The text; null matches no pattern.</param>
    /// <param name="pattern">
    /// The pattern: <c>%</c> for any run of characters, <c>_</c> for one, <c>[a-f]</c> for one of a set, <c>[^a-f]</c> for one that is not in it.
    /// </param>
    /// <returns>What <see cref="WqlLikeMatcher"/> says, here as in a query: false for every text if a set of the pattern is never closed.</returns>
    public static bool Like(string? value, string pattern) => new WqlLikeMatcher(new WqlLikePattern(Guard.NotNull(pattern))).IsMatch(value);

    /// <summary>Returns true if an item, or an object in it, is of a WMI class, like <c>ISA</c>.</summary>
    /// <param name="value">An item, or for example its <see cref="OfflineFilesItem.PinInfo"/>; null does not belong to any class.</param>
    /// <param name="className">The name of the class, ignoring case, for example <c>Win32_OfflineFilesPinInfo</c>.</param>
    /// <exception cref="ArgumentException">The text is not a valid class name.</exception>
    public static bool IsA(object? value, string className)
    {
        if (!WqlName.IsName(Guard.NotNull(className)))
            throw new ArgumentException(
                $"'{ReadableText.Of(className)}' is no WQL name: write a letter or '_', then letters, digits or '_', and no keyword.", nameof(className));
        return value is not null && ClassOf(value.GetType()) is { } actual && WqlName.AreEqual(actual, className);
    }

    private static string? ClassOf(Type type) =>
        type == typeof(OfflineFilesItem) ? OfflineFilesSchema.Item.Name : OfflineFilesSchema.Item.Find(type.Name)?.ClassName;
}
