namespace OfflineFiles.Sdk.Backends;

/// <summary>What a backend is and what it looks at, for messages and displays. Immutable.</summary>
/// <param name="Name">The kind of backend, for example <c>Embedded</c>.</param>
/// <param name="Target">What this one looks at: a cache directory, a machine.</param>
public sealed record BackendDescription(string Name, string Target)
{
    /// <summary>Kind and target.</summary>
    public override string ToString() => $"{Name} ({Target})";
}
