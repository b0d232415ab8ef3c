namespace OfflineFiles.Sdk.Backends;

/// <summary>The verdict of a <see cref="PushdownProfile"/> on a predicate. Immutable.</summary>
public readonly record struct PushdownVerdict
{
    private PushdownVerdict(string? reason) => Reason = reason;

    /// <summary>The verdict that a predicate may be pushed.</summary>
    public static PushdownVerdict Allowed => default;

    /// <summary>True if the predicate may be pushed.</summary>
    public bool IsAllowed => Reason is null;

    /// <summary>The reason why the predicate may not be pushed, as the end of a sentence; null if it may be pushed.</summary>
    public string? Reason { get; }

    /// <summary>Returns whether the predicate may be pushed, and otherwise why not.</summary>
    public override string ToString() => Reason is null ? "allowed" : ReadableText.Of($"refused, because {Reason}");

    /// <summary>Returns the verdict that a predicate must run in the caller.</summary>
    /// <param name="reason">The reason, as the end of a sentence.</param>
    public static PushdownVerdict Refused(string reason) => new(Guard.NotNull(reason));
}
