namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// Nanoseconds since 1970-01-01 UTC, of which 64 bits hold only the years 1677 to 2262. A stamp that .NET has no time for, before the year 1 or after
/// 9999, is read as the first or the last that it has.
/// </summary>
internal static class Timestamp
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;
    private const long FileTimeOfEpoch = 116_444_736_000_000_000;

    public static Int128 FromUnix(long seconds, long nanoseconds) => ((Int128)seconds * NanosecondsPerSecond) + nanoseconds;

    public static Int128 FromFileTime(long fileTime) => ((Int128)fileTime - FileTimeOfEpoch) * NanosecondsPerTick;

    public static DateTime ToUtc(Int128 nanoseconds)
    {
        var ticks = FloorDiv(nanoseconds, NanosecondsPerTick) + DateTime.UnixEpoch.Ticks;
        return new DateTime((long)Int128.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
    }

    public static long ToFileTime(DateTime utc) => Math.Max(1, (utc - DateTime.UnixEpoch).Ticks + FileTimeOfEpoch);

    public static (long Seconds, long Nanoseconds) ToUnix(DateTime utc)
    {
        var ticks = (utc - DateTime.UnixEpoch).Ticks;
        var seconds = (long)FloorDiv(ticks, TimeSpan.TicksPerSecond);
        return (seconds, (ticks - (seconds * TimeSpan.TicksPerSecond)) * NanosecondsPerTick);
    }

    private static Int128 FloorDiv(Int128 value, long divisor)
    {
        // Nearly all of these fit into 64 bits, which are divided in a fraction of the time.
        if (value >= 0 && value <= long.MaxValue) return (long)value / divisor;
        var (quotient, remainder) = Int128.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
