namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>The words by which people name what must not be shown.</summary>
internal static class SecretWords
{
    private static readonly string[] Words = ["pass", "pwd", "secret", "token", "credential"];

    public static bool AreIn(string name) => IsShort(name) || Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text sets a secret to something, as in <c>u password=x</c> or <c>u=x pw=y</c>.</summary>
    public static bool AreSetIn(string text)
    {
        var parts = text.Split('=');
        return parts.Take(parts.Length - 1).Any(name => AreIn(name) || IsShort(name.Trim().Split(' ').Last()));
    }

    // Too short to be looked for inside of other words.
    private static bool IsShort(string name) => name.Trim().Equals("pw", StringComparison.OrdinalIgnoreCase);
}
