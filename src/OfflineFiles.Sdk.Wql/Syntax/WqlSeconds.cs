using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Syntax;

/// <summary>Intervals as WITHIN has them: a number of seconds without a sign, whole or with a fraction, kept exactly.</summary>
internal static class WqlSeconds
{
    private const int Decimals = 7;

    /// <summary>Reads what the lexer takes for a number without a sign. False with more decimals or seconds than a TimeSpan holds.</summary>
    public static bool TryRead(string text, int start, int end, out TimeSpan interval)
    {
        interval = default;
        var decimals = -1;
        long ticks = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '.') decimals = 0;
            else if (!WqlCharacter.IsDigit(c) || (decimals >= 0 && ++decimals > Decimals) || !TryAppend(ref ticks, c - '0')) return false;
        }

        for (var i = Math.Max(decimals, 0); i < Decimals; i++)
            if (!TryAppend(ref ticks, 0)) return false;
        interval = new TimeSpan(ticks);
        return true;
    }

    public static string Print(TimeSpan interval) =>
        (interval.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);

    private static bool TryAppend(ref long ticks, int digit)
    {
        if (ticks > (long.MaxValue - digit) / 10) return false;
        ticks = ticks * 10 + digit;
        return true;
    }
}
