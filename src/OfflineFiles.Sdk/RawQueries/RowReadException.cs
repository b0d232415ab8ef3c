namespace OfflineFiles.Sdk;

/// <summary>
/// A value of a <see cref="WqlRow"/> cannot be read: the row does not hold it, or it is not what was asked for.
/// </summary>
public sealed class RowReadException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="RowReadException"/> class.</summary>
    /// <param name="className">The class of the row.</param>
    /// <param name="property">The name that was read.</param>
    /// <param name="reason">Why it cannot be read and what to do: whole sentences.</param>
    /// <param name="query">The query the row came from; null when unknown.</param>
    public RowReadException(string className, string property, string reason, string? query = null)
        : base($"{property} of a row of {className} was read. {reason}{(query is null ? "" : $" The query: {query}")}")
    {
        ClassName = className;
        Property = property;
        Reason = reason;
        Query = query;
    }

    /// <summary>The class of the row.</summary>
    public string ClassName { get; }

    /// <summary>The name that was read.</summary>
    public string Property { get; }

    /// <summary>Why it cannot be read and what to do.</summary>
    public string Reason { get; }

    /// <summary>The query the row came from; null when unknown.</summary>
    public string? Query { get; }
}
