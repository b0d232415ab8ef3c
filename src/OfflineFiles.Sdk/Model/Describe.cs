namespace OfflineFiles.Sdk.Model;

/// <summary>Short texts for ToString and the debugger.</summary>
internal static class Describe
{
    /// <summary>The words whose condition holds, or another word when none does.</summary>
    public static string Flags(string lead, params (bool Holds, string Word)[] words)
    {
        var holding = words.Where(word => word.Holds).Select(word => word.Word).ToArray();
        return holding.Length == 0 ? lead : lead is "not pinned" ? $"pinned for {string.Join(", ", holding)}" : $"{lead}: {string.Join(", ", holding)}";
    }
}
