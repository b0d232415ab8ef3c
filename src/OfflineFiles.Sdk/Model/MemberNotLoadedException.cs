namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when a member of a row is read that the query did not select.</summary>
public sealed class MemberNotLoadedException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="MemberNotLoadedException"/> class.</summary>
    /// <param name="member">The member that was read.</param>
    /// <param name="itemPath">The path of the row.</param>
    /// <param name="query">The query the row came from; null if it is not known.</param>
    public MemberNotLoadedException(ItemMembers member, string itemPath, string? query)
        : base($"{member} of {itemPath} was read, but the row does not hold it: "
            + $"{(query is null ? "its query" : $"the query \"{ReadableText.Of(query)}\"")} did not select it. "
            + $"Select {member} as well, or read the whole item with FindAsync.")
    {
        Member = member;
        ItemPath = itemPath;
        Query = query;
    }

    /// <summary>The member that was read.</summary>
    public ItemMembers Member { get; }

    /// <summary>The path of the row.</summary>
    public string ItemPath { get; }

    /// <summary>The query the row came from; null if it is not known.</summary>
    public string? Query { get; }
}
