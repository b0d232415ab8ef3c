namespace OfflineFiles.Sdk.Embedded.Sync;

internal static class LocalChangesExtensions
{
    public const LocalChanges Metadata = LocalChanges.Attributes | LocalChanges.Time;

    public static bool HasAny(this LocalChanges changes, LocalChanges any) => (changes & any) != 0;
}
