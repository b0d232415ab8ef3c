namespace OfflineFiles.Sdk.Cim;

/// <summary>A task without a result where one with a result is needed.</summary>
internal static class UntypedTasks
{
    public static async Task<bool> ReturnsNothing(this Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
