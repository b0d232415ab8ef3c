using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk;

/// <summary>
/// A predicate cannot be evaluated over the rows at hand: it names a property they do not have, or asks of one what its values cannot
/// answer. Raised before the first row is looked at.
/// </summary>
public sealed class WqlEvaluationException : OfflineFilesException
{
    internal WqlEvaluationException(WqlPredicate term, WqlProperty property, string reason)
        : base($"The WQL term {ReadableText.Of(term.ToString())} cannot be evaluated: {ReadableText.Of(reason)}")
    {
        Term = term;
        Property = property;
        Reason = ReadableText.Of(reason);
    }

    /// <summary>The test that cannot be evaluated.</summary>
    public WqlPredicate Term { get; }

    /// <summary>The property it names.</summary>
    public WqlProperty Property { get; }

    /// <summary>Why, and what to write instead, for people: the end of a sentence and what follows it.</summary>
    public string Reason { get; }
}
