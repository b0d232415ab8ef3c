using OfflineFiles.Sdk.Wql;

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
