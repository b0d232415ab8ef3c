namespace OfflineFiles.Sdk;

/// <summary>What an operation would do to one path, as far as the cache can tell.</summary>
public enum PreviewVerdict
{
    /// <summary>It would be carried out.</summary>
    WouldChange = 0,

    /// <summary>There would be nothing to do.</summary>
    Unchanged = 1,

    /// <summary>It would be left alone: an option or a rule spares it; the reason says which.</summary>
    WouldBeSpared = 2,

    /// <summary>It would fail; the reason says why.</summary>
    WouldFail = 3,

    /// <summary>It cannot be known before; the reason says what it depends on.</summary>
    Unknown = 4,
}
