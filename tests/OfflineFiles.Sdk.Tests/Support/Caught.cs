namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>What something ends with, where any error is an answer.</summary>
internal static class Caught
{
    /// <summary>Runs it.</summary>
    /// <returns>Its error; null if it has none.</returns>
    public static async Task<Exception?> ByAsync(Func<Task> run)
    {
        try
        {
            await run();
            return null;
        }
#pragma warning disable CA1031 // Any error is the answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
    }
}
