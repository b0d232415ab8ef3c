namespace OfflineFiles.Sdk;

/// <summary>Specifies what an operation would do to one path, as far as it can be known from the cache.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PreviewVerdict>))]
public enum PreviewVerdict
{
    /// <summary>The operation would be carried out.</summary>
    WouldChange = 0,

    /// <summary>There would be nothing to do.</summary>
    Unchanged = 1,

    /// <summary>The item would be left alone: an option or a rule spares it; the reason says which.</summary>
    WouldBeSpared = 2,

    /// <summary>The operation would fail for the path; the reason says why.</summary>
    WouldFail = 3,

    /// <summary>The effect cannot be known in advance; the reason says what it depends on.</summary>
    Unknown = 4,
}
