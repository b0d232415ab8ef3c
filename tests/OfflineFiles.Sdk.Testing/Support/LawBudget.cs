namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>How long the property-based laws and crash runs go on: as written in CI, a multiple of it by hand.</summary>
/// <example><c>OFFLINEFILES_LAW_FACTOR=20 dotnet test ...</c>; a failure prints its seed, and <c>CsCheck_Seed</c> repeats it.</example>
internal static class LawBudget
{
    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("OFFLINEFILES_LAW_FACTOR"), out var factor) && factor > 0 ? factor : 1;

    /// <summary>Whether somebody asked for more than CI does.</summary>
    public static bool IsByHand => Factor > 1;

    /// <summary>The number of samples, given the number for CI.</summary>
    public static int Of(int inCi) => checked(inCi * Factor);
}
