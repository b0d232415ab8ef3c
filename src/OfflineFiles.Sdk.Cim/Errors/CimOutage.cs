using System.Globalization;

namespace OfflineFiles.Sdk.Cim.Errors;

/// <summary>A machine that had been reached is gone.</summary>
/// <param name="Since">When it was lost.</param>
/// <param name="Attempts">How often it has been tried since, in vain.</param>
/// <param name="NextAttempt">Before that it is not tried again; null if the next call tries it.</param>
internal sealed record CimOutage(DateTimeOffset Since, int Attempts, DateTimeOffset? NextAttempt)
{
    /// <summary>What a failure means if it is one of many.</summary>
    public CimMeaning Explain(CimMeaning meaning) => meaning with
    {
        Kind = CimFaultKind.Unreachable,
        What = $"{meaning.What}; it is gone since {Text(Since)}{Tried}",
        Advice = NextAttempt is { } next
            ? $"{meaning.Advice} It is tried again by the first call after {Text(next)}; until then calls fail at once."
            : $"{meaning.Advice} The next call tries it again.",
        IsTransient = true,
    };

    private string Tried => Attempts switch
    {
        0 => "",
        1 => ", and 1 attempt to reach it failed",
        _ => $", and {Attempts} attempts to reach it failed",
    };

    private static string Text(DateTimeOffset point) => point.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
