using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Tests.Soak;

/// <summary>How long a soak lasts, and what its choices are drawn from.</summary>
internal static class SoakPlan
{
    /// <summary>Some seconds; <c>OFFLINEFILES_SOAK_MINUTES</c> gives it longer by hand.</summary>
    public static TimeSpan Duration { get; } = NumberOf("OFFLINEFILES_SOAK_MINUTES") is { } minutes
        ? TimeSpan.FromMinutes(minutes)
        : TimeSpan.FromSeconds(4);

    /// <summary>
    /// Printed with each run; <c>OFFLINEFILES_SOAK_SEED</c> repeats the choices, though not the order in which threads come to them.
    /// </summary>
    public static int Seed { get; } = (int?)NumberOf("OFFLINEFILES_SOAK_SEED") ?? Random.Shared.Next(1, 1_000_000);

    private static double? NumberOf(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
