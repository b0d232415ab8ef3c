namespace OfflineFiles.Sdk.Cim.Mapping;

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
