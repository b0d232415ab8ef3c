namespace OfflineFiles.Sdk.Schema;

/// <summary>
/// The one table of what the Offline Files classes hold: class, property, CIM type, nullability, and the .NET type that carries it.
/// The query translator, the CIM mapper and the embedded store all go by it.
/// </summary>
public static partial class OfflineFilesSchema
{
    /// <summary>All classes.</summary>
    public static IReadOnlyList<CimClassSchema> Classes => AllClasses.List;

    /// <summary>Finds a class by its name, ignoring case as CIM does; null if Offline Files has no such class.</summary>
    /// <param name="className">The name, for example <c>Win32_OfflineFilesItem</c>.</param>
    public static CimClassSchema? Find(string className)
    {
        Guard.NotNull(className);
        return Classes.FirstOrDefault(schema => string.Equals(schema.Name, className, StringComparison.OrdinalIgnoreCase));
    }

    // Apart, because the order in which the parts of a partial class are initialised is not defined.
    private static class AllClasses
    {
        public static readonly IReadOnlyList<CimClassSchema> List =
        [
            Cache,
            Item,
            FileSysInfo,
            PinInfo,
            ChangeInfo,
            ConnectionInfo,
            SuspendInfo,
            DirtyInfo,
            AssociatedItems,
            MachineConfiguration,
            UserConfiguration,
            BackgroundSync,
            DiskSpaceLimit,
            Health,
        ];
    }
}
