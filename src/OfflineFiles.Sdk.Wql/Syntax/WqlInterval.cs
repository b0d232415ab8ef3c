using System.Globalization;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Intervals of time as the management classes write them (CIM datetime): <c>ddddddddHHMMSS.mmmmmm:000</c>, 25 characters (Microsoft Learn:
/// Interval Format). <c>00000001020000.000000:000</c> is a day and two hours. Thread-safe.
/// </summary>
/// <remarks>Intervals with asterisks are not read. WITHIN takes a plain number of seconds, not this form.</remarks>
public static class WqlInterval
{
    private const int Length = 25;
    private const int DayDigits = 8;
    private const int PointIndex = 14;
    private const string End = ":000";
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>Writes an interval.</summary>
    /// <param name="value">The interval, not negative; what is below a microsecond is cut off.</param>
    /// <returns>25 characters ending in <c>:000</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is negative.</exception>
    public static string Format(TimeSpan value) =>
        WqlNodes.CheckInterval(value, nameof(value)).ToString("ddddddddhhmmss'.'ffffff':000'", CultureInfo.InvariantCulture);

    /// <summary>Parses an interval.</summary>
    /// <param name="text">25 characters; null is not valid.</param>
    /// <param name="value">The interval; zero if the text is not valid.</param>
    /// <returns>True if the text has the form, counts less than 24 hours, 60 minutes and 60 seconds, and fits a <see cref="TimeSpan"/>.</returns>
    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        if (text is not { Length: Length } || text[PointIndex] != '.' || !text.EndsWith(End, StringComparison.Ordinal)) return false;
        for (var i = 0; i < Length - End.Length; i++)
            if (i != PointIndex && !WqlCharacter.IsDigit(text[i])) return false;
        var (hours, minutes, seconds) = (Number(text, DayDigits, 2), Number(text, DayDigits + 2, 2), Number(text, DayDigits + 4, 2));
        if (hours > 23 || minutes > 59 || seconds > 59) return false;
        var ticks = Number(text, 0, DayDigits) * (decimal)TimeSpan.TicksPerDay
            + new TimeSpan(hours, minutes, seconds).Ticks
            + Number(text, PointIndex + 1, 6) * TicksPerMicrosecond;
        if (ticks > long.MaxValue) return false;
        value = new TimeSpan((long)ticks);
        return true;
    }

    private static int Number(string digits, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++) number = number * 10 + (digits[i] - '0');
        return number;
    }
}
