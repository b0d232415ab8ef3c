namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Reads points in time, in UTC, in any of the spellings of transports and providers.</summary>
internal static class CimTime
{
    /// <summary>No time is known: a spelling of NULL.</summary>
    public const string Unknown = "**************.******+***";

    // Points at both ends of time (DSP0004, 5.2.4): the year zero, which no calendar has, and a moment of the last day.
    private const string InfinitePast = "0000";
    private const string InfiniteFuture = "99991231115959.999999+000";
    private const int DateTimeLength = 25;
    private const int PointIndex = 14;
    private const int SignIndex = 21;

    /// <summary>The point with no distance from UTC; as transports deliver it, it has none already.</summary>
    public static DateTimeOffset Utc(DateTimeOffset point) => IsUtc(point) ? point : point.ToUniversalTime();

    public static bool TryRead(object value, out DateTimeOffset result)
    {
        switch (value)
        {
            case DateTimeOffset point:
                result = Utc(point);
                return true;
            case DateTime { Kind: DateTimeKind.Unspecified } point:
                result = new DateTimeOffset(point, TimeSpan.Zero);
                return true;
            case DateTime point:
                result = new DateTimeOffset(point.ToUniversalTime());
                return true;
            case string { Length: DateTimeLength } text when text[PointIndex] == '.':
                return TryReadDmtf(text, out result);
            case string text:
                return XmlDateTime.TryRead(text.Trim(), out result);
            default:
                result = default;
                return false;
        }
    }

    // Asked a dozen times for each file: where the runtime tells the distance in minutes, no span is made of it.
#if NET
    private static bool IsUtc(DateTimeOffset point) => point.TotalOffsetMinutes == 0;
#else
    private static bool IsUtc(DateTimeOffset point) => point.Offset == TimeSpan.Zero;
#endif

    private static bool TryReadDmtf(string text, out DateTimeOffset result)
    {
        if (WqlDateTime.TryParse(text, out result))
        {
            if (text == InfiniteFuture) result = DateTimeOffset.MaxValue;
            return true;
        }

        if (text.StartsWith(InfinitePast, StringComparison.Ordinal))
        {
            result = DateTimeOffset.MinValue;
            return text[SignIndex] is '+' or '-';
        }

        return WqlDateTime.TryParse(Earliest(text), out result);
    }

    // Asterisks stand for digits that are not known (DSP0004, 5.2.4): the earliest point of all that are meant.
    private static string Earliest(string text)
    {
        var earliest = "00010101000000.000000+000".ToCharArray();
        for (var i = 0; i < DateTimeLength; i++)
            if (text[i] != '*') earliest[i] = text[i];
        return new string(earliest);
    }
}

/// <summary>
/// Reads xs:dateTime (XML Schema Part 2, 3.2.7), which WS-Management writes a dozen times for each file: <c>2024-03-01T12:30:00.5+01:00</c>. A time
/// without a zone is one in UTC; what is below a tick is cut off.
/// </summary>
internal static class XmlDateTime
{
    private const int LeastLength = 19;
    private const int LongestZone = 14 * 60;

    public static bool TryRead(string text, out DateTimeOffset result)
    {
        result = default;
        var valid = text.Length >= LeastLength && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':';
        if (!valid) return false;
        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second) = (Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        valid = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59;
        if (!valid) return false;
        var next = LeastLength;
        var ticks = new DateTime(year, month, day, hour, minute, second).Ticks + Fraction(text, ref next);
        if (!TryReadZone(text, next, out var minutes)) return false;
        ticks -= minutes * TimeSpan.TicksPerMinute;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        result = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static long Fraction(string text, ref int next)
    {
        if (next >= text.Length || text[next] != '.') return 0;
        var ticks = 0L;
        var unit = TimeSpan.TicksPerSecond;
        for (next++; next < text.Length && Digit(text[next]) is >= 0 and var digit; next++)
        {
            unit /= 10;
            ticks += digit * unit;
        }

        return ticks;
    }

    private static bool TryReadZone(string text, int next, out int minutes)
    {
        minutes = 0;
        if (next == text.Length || (text[next] == 'Z' && next + 1 == text.Length)) return true;
        if (text.Length - next != 6 || text[next] is not ('+' or '-') || text[next + 3] != ':') return false;
        var (hour, minute) = (Number(text, next + 1, 2), Number(text, next + 4, 2));
        minutes = (hour * 60 + minute) * (text[next] == '-' ? -1 : 1);
        return hour >= 0 && minute is >= 0 and <= 59 && hour * 60 + minute <= LongestZone;
    }

    // Below zero when one of them is no digit.
    private static int Number(string text, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++)
        {
            var digit = Digit(text[i]);
            if (digit < 0) return -1;
            number = number * 10 + digit;
        }

        return number;
    }

    private static int Digit(char character) => character is >= '0' and <= '9' ? character - '0' : -1;
}
