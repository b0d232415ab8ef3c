namespace OfflineFiles.Sdk.Embedded.Versions;

/// <summary>
/// The moments of a change at which somebody else's change, or a crash, matters most. Tests act there; those of a change that takes more than one call of
/// the system are recorded before they come. Their numbers are in the database.
/// </summary>
internal enum ShareStep
{
    /// <summary>The new version is complete under its marked name; the target was not looked at again yet.</summary>
    Written,

    /// <summary>The target was just found to be the expected version; the rename comes next.</summary>
    Checked,

    /// <summary>Old and new version have changed places (or the old one is aside); it was not looked at yet.</summary>
    Swapped,

    /// <summary>The new version is in place; the old one still stands under its marked name.</summary>
    Committed,

    /// <summary>The version that is there is about to be renamed to its marked name.</summary>
    SettingAside,

    /// <summary>A free name is about to be taken with an empty directory, or with a second name of the file.</summary>
    Reserving,

    /// <summary>The name is taken; what has to stand there is about to be renamed over it.</summary>
    Reserved,
}
