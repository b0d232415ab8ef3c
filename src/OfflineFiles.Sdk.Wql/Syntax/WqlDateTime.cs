using System.Globalization;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Points in time as the management classes write them (CIM datetime): <c>yyyymmddHHMMSS.mmmmmmsUUU</c>, 25 characters, where
/// <c>sUUU</c> is the distance from UTC in minutes. <c>20240131093000.000000+060</c> is half past eight in UTC.
/// </summary>
/// <remarks>Intervals, values with asterisks and the many loose spellings that depend on the locale of the target are not read.</remarks>
public static class WqlDateTime
{
    private const int Length = 25;
    private const int PointIndex = 14;
    private const int SignIndex = 21;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>Writes a point in time, in UTC.</summary>
    /// <param name="value">The point; what is below a microsecond is cut off.</param>
    /// <returns>25 characters ending in <c>+000</c>.</returns>
    public static string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyyMMddHHmmss'.'ffffff'+000'", CultureInfo.InvariantCulture);

    /// <summary>Parses a point in time.</summary>
    /// <param name="text">25 characters; null is not valid.</param>
    /// <param name="value">The point, in UTC; the default if the text is not valid.</param>
    /// <returns>True if the text has the form and names a point from the year 1 to 9999 in UTC.</returns>
    public static bool TryParse(string? text, out DateTimeOffset value)
    {
        value = default;
        if (text is not { Length: Length } || text[PointIndex] != '.' || text[SignIndex] is not ('+' or '-')) return false;
        for (var i = 0; i < Length; i++)
            if (i is not (PointIndex or SignIndex) && !WqlCharacter.IsDigit(text[i])) return false;
        if (!DateTime.TryParseExact(
            text.Substring(0, PointIndex), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;

        var minutes = Number(text, SignIndex + 1, Length);
        var offset = TimeSpan.TicksPerMinute * (text[SignIndex] == '-' ? -minutes : minutes);
        var ticks = local.Ticks + Number(text, PointIndex + 1, SignIndex) * TicksPerMicrosecond - offset;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static int Number(string digits, int start, int end)
    {
        var number = 0;
        for (var i = start; i < end; i++) number = number * 10 + (digits[i] - '0');
        return number;
    }
}
