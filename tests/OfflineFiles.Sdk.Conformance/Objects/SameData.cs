using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Serialization;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>Whether two objects hold the same, member by member. An error is its type, its code and its message.</summary>
internal static class SameData
{
    public static void Hold(object? actual, object? expected, string place)
    {
        switch (expected)
        {
            case null:
                Assert.That(actual, Is.Null, place);
                break;
            case Exception error:
                var (was, now) = (RecordedError.Of(error), RecordedError.Of((Exception?)actual)!);
                Assert.That((now.Type, now.Code, now.Message), Is.EqualTo((was.Type, was.Code, was.Message)), place);
                break;
            case WqlRow row:
                foreach (var name in row.Names) Hold(((WqlRow)actual!)[name], row[name], $"{place}[{name}]");
                Assert.That(((WqlRow)actual!).Names, Is.EqualTo(row.Names), place);
                break;
            case string or UncPath or ValueType or CultureInfo:
                Assert.That(Plain(actual), Is.EqualTo(Plain(expected)), place);
                break;
            case IEnumerable values:
                Assert.That(actual, Is.Not.Null, place);
                var (all, others) = (values.Cast<object?>().ToList(), ((IEnumerable)actual!).Cast<object?>().ToList());
                Assert.That(others, Has.Count.EqualTo(all.Count), place);
                for (var i = 0; i < all.Count; i++) Hold(others[i], all[i], $"{place}[{i}]");
                break;
            default:
                Assert.That(actual?.GetType(), Is.EqualTo(expected.GetType()), place);
                foreach (var (name, value) in Members(expected))
                    Hold(expected.GetType().GetProperty(name)!.GetValue(actual), value, $"{place}.{name}");
                break;
        }
    }

    /// <summary>The public members of an object; of an item those that it holds.</summary>
    public static IEnumerable<(string Name, object? Value)> Members(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0 && IsHeld(value, property.Name) && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
        select (property.Name, property.GetValue(value));

    private static bool IsHeld(object value, string member) => value is not OfflineFilesItem item
        || (member == nameof(item.Path) ? UncPath.TryParse(item.ItemPath, out _) : !Enum.TryParse<ItemMembers>(member, out var flag) || item.LoadedMembers.HasFlag(flag));

    // A row has no types of its own when it is read: a number is a number, a time may be its text.
    private static object? Plain(object? value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) && text.Contains('T', StringComparison.Ordinal) => time.UtcDateTime,
        double.NaN => "NaN",
        TimeSpan interval => interval.ToString("c"),
        byte or ushort or uint or int or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => value,
    };
}
