namespace OfflineFiles.Sdk.Backends;

/// <summary>Describes what a backend is and what it looks at, for messages and displays. Immutable.</summary>
/// <param name="Name">The kind of backend, for example <c>Embedded</c>.</param>
/// <param name="Target">What the backend looks at: a cache directory, a computer.</param>
public sealed partial record BackendDescription(string Name, string Target)
{
    /// <summary>Returns the kind and the target.</summary>
    public override string ToString() => ReadableText.Of($"{Name} ({Target})");
}
