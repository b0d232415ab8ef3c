namespace OfflineFiles.Sdk.Embedded.Versions;

/// <summary>The moments of a change at which somebody else's change, or a crash, matters most. Tests act there.</summary>
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
}
