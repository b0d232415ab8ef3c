namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>Nanoseconds since 1970-01-01 UTC. Stamps outside of what a long holds (1677 to 2262) are saturated, not refused.</summary>
internal static class Timestamp
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;
    private const long FileTimeOfEpoch = 116_444_736_000_000_000;

    public static long FromUnix(long seconds, long nanoseconds) => Saturate(((Int128)seconds * NanosecondsPerSecond) + nanoseconds);

    public static long FromFileTime(long fileTime) => Saturate(((Int128)fileTime - FileTimeOfEpoch) * NanosecondsPerTick);

    public static DateTime ToUtc(long nanoseconds) => DateTime.UnixEpoch.AddTicks(FloorDiv(nanoseconds, NanosecondsPerTick));

    public static long ToFileTime(DateTime utc) => Math.Max(1, (utc - DateTime.UnixEpoch).Ticks + FileTimeOfEpoch);

    public static (long Seconds, long Nanoseconds) ToUnix(DateTime utc)
    {
        var ticks = (utc - DateTime.UnixEpoch).Ticks;
        var seconds = FloorDiv(ticks, TimeSpan.TicksPerSecond);
        return (seconds, (ticks - (seconds * TimeSpan.TicksPerSecond)) * NanosecondsPerTick);
    }

    private static long Saturate(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);

    private static long FloorDiv(long value, long divisor)
    {
        var quotient = Math.DivRem(value, divisor, out var remainder);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
