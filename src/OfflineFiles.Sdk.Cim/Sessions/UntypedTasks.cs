namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>A task without a result where one with a result is needed.</summary>
internal static class UntypedTasks
{
    public static async Task<bool> ReturnsNothing(this Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
