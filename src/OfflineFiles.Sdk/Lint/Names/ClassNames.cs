using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What the linter says of the name of a class. A class that may be somebody else's it leaves alone.</summary>
internal static class ClassNames
{
    /// <summary>Whether a name is one that only Offline Files have.</summary>
    public static bool IsOfFamily(string name) => NameAdvice.IsOfFamily(name);

    /// <summary>What was meant by a class that does not exist; null if it does, or may.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ofInstances">Whether it stands where instances are asked for.</param>
    public static MeantClass? Meant(string name, bool ofInstances) =>
        EventNames.Meant(name) is { } events ? new MeantClass(events) : NameAdvice.Class(name, ofInstances);

    /// <summary>What is wrong with a name; null if it is a known class, or one of which nothing is known here.</summary>
    public static string? Explain(string name, MeantClass? meant)
    {
        if (meant is not null) return $"There is no class {name}. {meant.Advice}";
        return IsOfFamily(name) && OfflineFilesSchema.Find(name) is null
            ? $"There is no class {name} among those of Offline Files. Ask for {OfflineFilesSchema.Item.Name} or {OfflineFilesSchema.Cache.Name}."
            : null;
    }
}
