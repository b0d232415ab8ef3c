namespace OfflineFiles.Sdk.LiveSmoke;

/// <summary>What the process ends with.</summary>
internal enum ExitCode
{
    /// <summary>Everything that was looked at works.</summary>
    Works = 0,

    /// <summary>Something that should work does not.</summary>
    Failed = 1,

    /// <summary>There is no Offline Files to look at: another system than Windows, a server without it, or switched off. No fault of the library.</summary>
    NotHere = 2,
}
