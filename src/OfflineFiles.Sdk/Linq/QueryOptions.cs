namespace OfflineFiles.Sdk;

/// <summary>What becomes of a query whose predicate cannot run at the backend as a whole.</summary>
public enum ClientEvaluation
{
    /// <summary>The rest runs in the caller, on the rows as they stream.</summary>
    Allow,

    /// <summary>As <see cref="Allow"/>, and a warning is logged.</summary>
    Warn,

    /// <summary>The query is refused with <see cref="QueryTranslationException"/>.</summary>
    Throw,
}

/// <summary>How the queries of a cache behave. Immutable.</summary>
public sealed record QueryOptions
{
    /// <summary>Client evaluation is allowed; nothing is logged.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>What becomes of a predicate that cannot run at the backend as a whole.</summary>
    /// <value>Default: <see cref="ClientEvaluation.Allow"/>.</value>
    public ClientEvaluation ClientEvaluation { get; init; }

    /// <summary>Where warnings go.</summary>
    /// <value>Default: nowhere.</value>
    public Microsoft.Extensions.Logging.ILogger Logger { get; init; } = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    /// <summary>What methods of your own mean that queries call. Of two for one method the later counts.</summary>
    /// <value>Default: none, so that a predicate that calls such a method runs in the caller.</value>
    public IReadOnlyList<MethodTranslation> Translations { get; init; } = [];
}
