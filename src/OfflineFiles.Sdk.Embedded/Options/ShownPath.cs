using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Embedded.Options;

/// <summary>
/// A directory as people may read it. Who mounts a share by its address pastes that address, with the user and the password in it, where a
/// directory belongs; nothing of such a text is repeated.
/// </summary>
internal static partial class ShownPath
{
    /// <summary>What is shown in the place of a text that may hold a password.</summary>
    public const string Hidden = "(an address with a user or a password, which is not repeated here)";

    /// <summary>Returns the text for people, in quotes; or that it is not shown.</summary>
    /// <param name="path">The path; null is empty.</param>
    public static string Quote(string? path) => HoldsSecret(path) ? Hidden : $"'{path}'";

    /// <summary>Returns the text; or that it is not shown.</summary>
    /// <param name="path">The path; null is empty.</param>
    public static string Of(string? path) => HoldsSecret(path) ? Hidden : path ?? "";

    // A drive has one letter before its colon, a scheme several.
    private static bool HoldsSecret(string? path) => path is not null && Secret().IsMatch(path);

    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]+:[/\\].*@ | [^/\\]:[^/\\]*@ | (pass|pwd|secret|token|credential)[^/\\]*[=:]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Secret();
}
