using System.Globalization;
using System.Xml;

namespace OfflineFiles.Sdk.Backends.Rows;

/// <summary>Reads a value of a row as the type a caller asks for, also where a server writes numbers and dates as text.</summary>
internal static class RowValue
{
    public static bool TryConvert<T>(object value, out T? result)
    {
        var converted = value is T ? value : To(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), value);
        result = converted is T same ? same : default;
        return converted is T;
    }

    public static string NameOf(Type type) => Nullable.GetUnderlyingType(type)?.Name ?? type.Name;

    /// <summary>Returns a short text for people.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text}'",
        WqlRow row => row.ToString(),
        Array array => $"[{string.Join(", ", array.Cast<object?>().Select(Describe))}]",
        _ => Text(value),
    };

    /// <summary>A value as it is written for other programs: a row, a truth value, a number, a time, a text, an array of these.</summary>
    public static object? Written(object? value) => value switch
    {
        null or string or bool or WqlRow or DateTimeOffset => value,
        float or double => Finite(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        Enum or byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DateTime time => new DateTimeOffset(time.ToUniversalTime()),
        TimeSpan interval => interval.ToString("c", CultureInfo.InvariantCulture),
        Array array => array.Cast<object?>().Select(Written).ToArray(),
        _ => Text(value),
    };

    // JSON has no number for what is none.
    private static object Finite(double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? value.ToString(CultureInfo.InvariantCulture) : value;

    private static object? To(Type type, object value)
    {
        if (type.IsEnum) return Enumerated(type, value);
        if (value is WqlRow { Instance: { } instance }) return instance;
        if (type == typeof(string)) return value is WqlRow or Array ? null : Text(value);
        if (type == typeof(DateTimeOffset)) return Time(value);
        if (type == typeof(DateTime)) return Time(value)?.UtcDateTime;
        if (type == typeof(TimeSpan)) return value is string interval ? Interval(interval) : null;
        if (type == typeof(UncPath)) return value is string path && UncPath.TryParse(path, out var unc) ? unc : null;
        if (type == typeof(WqlObjectPath)) return value is string text && WqlObjectPath.TryParse(text, out var objectPath, out _) ? objectPath : null;
        return type == typeof(bool) ? Truth(value) : Number(type, value);
    }

    private static object? Enumerated(Type type, object value) =>
        TryNumber(value, out var number) && number is >= long.MinValue and <= long.MaxValue ? Enum.ToObject(type, (long)number) : null;

    private static object? Truth(object value) => value switch
    {
        bool truth => truth,
        string text when bool.TryParse(text, out var truth) => truth,
        _ => TryNumber(value, out var number) && number is 0 or 1 ? number == 1 : null,
    };

    private static DateTimeOffset? Time(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time.ToUniversalTime()),
        string text when WqlDateTime.TryParse(text, out var time) => time,
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => null,
    };

    // An interval of CIM, or the xs:duration of WS-Management.
    private static TimeSpan? Interval(string text)
    {
        if (WqlInterval.TryParse(text, out var interval)) return interval;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static object? Number(Type type, object value)
    {
        if (type == typeof(double) || type == typeof(float))
        {
            return value is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
                ? ChangeType(real, type)
                : value is float or double || TryNumber(value, out _) ? ChangeType(value, type) : null;
        }

        var isNumber = Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
        return isNumber && TryNumber(value, out var number) ? ChangeType(number, type) : null;
    }

    private static bool TryNumber(object value, out decimal number)
    {
        number = 0;
        switch (value)
        {
            case string text:
                return decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            case byte or sbyte or short or ushort or int or uint or long or ulong or decimal:
                number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    private static object? ChangeType(object value, Type type)
    {
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "TRUE" : "FALSE",
        DateTimeOffset time => WqlDateTime.Format(time),
        TimeSpan { Ticks: >= 0 } interval => WqlInterval.Format(interval),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
