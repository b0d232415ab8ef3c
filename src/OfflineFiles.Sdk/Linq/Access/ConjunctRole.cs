namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>What becomes of one of the predicates joined by AND on the way to the rows.</summary>
internal readonly record struct ConjunctRole
{
    private ConjunctRole(bool isPushed, bool runsInCaller, string? reason) => (IsPushed, RunsInCaller, Reason) = (isPushed, runsInCaller, reason);

    /// <summary>Every request asks for it, so that no other row comes.</summary>
    public static ConjunctRole Answered => new(isPushed: true, runsInCaller: false, reason: null);

    /// <summary>It decided what is requested; more may come, so it is checked again.</summary>
    public static ConjunctRole Leading => new(isPushed: true, runsInCaller: true, reason: null);

    /// <summary>The rows are reached in a way that does not ask for it.</summary>
    public static ConjunctRole Checked => new(isPushed: false, runsInCaller: true, reason: null);

    /// <summary>Whether the requests say it.</summary>
    public bool IsPushed { get; }

    /// <summary>Whether it is checked on the rows that come.</summary>
    public bool RunsInCaller { get; }

    /// <summary>Why the backend is not asked for it, as the end of a sentence; null when nothing speaks against it.</summary>
    public string? Reason { get; }

    public static ConjunctRole Refused(string reason) => new(isPushed: false, runsInCaller: true, reason);
}
