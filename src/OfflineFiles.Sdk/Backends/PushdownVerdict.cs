using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Backends;

/// <summary>What a <see cref="PushdownProfile"/> says of a predicate. Immutable.</summary>
public readonly record struct PushdownVerdict
{
    private PushdownVerdict(string? reason) => Reason = reason;

    /// <summary>The predicate may be pushed.</summary>
    public static PushdownVerdict Allowed => default;

    /// <summary>Whether the predicate may be pushed.</summary>
    public bool IsAllowed => Reason is null;

    /// <summary>Why it may not, as the end of a sentence; null when it may.</summary>
    public string? Reason { get; }

    /// <summary>The predicate must run in the caller.</summary>
    /// <param name="reason">Why, as the end of a sentence.</param>
    public static PushdownVerdict Refused(string reason) => new(Guard.NotNull(reason));
}
