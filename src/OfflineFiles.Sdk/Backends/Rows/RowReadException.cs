namespace OfflineFiles.Sdk;

/// <summary>
/// The exception that is thrown when a value of a <see cref="WqlRow"/> cannot be read: the row does not hold it, or it is of another type.
/// </summary>
public sealed class RowReadException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="RowReadException"/> class.</summary>
    /// <param name="className">The class of the row.</param>
    /// <param name="property">The name of the property that was read.</param>
    /// <param name="reason">The reason why it cannot be read and what to do, in whole sentences.</param>
    /// <param name="query">The query the row came from; null if it is not known.</param>
    public RowReadException(string className, string property, string reason, string? query = null)
        : base($"{property} of a row of {className} was read. {ReadableText.Of(reason)}"
            + (query is null ? "" : $" The query: {ReadableText.Of(query)}"))
    {
        ClassName = className;
        Property = property;
        Reason = reason;
        Query = query;
    }

    /// <summary>The class of the row.</summary>
    public string ClassName { get; }

    /// <summary>The name of the property that was read.</summary>
    public string Property { get; }

    /// <summary>The reason why it cannot be read and what to do, in whole sentences.</summary>
    public string Reason { get; }

    /// <summary>The query the row came from; null if it is not known.</summary>
    public string? Query { get; }
}
