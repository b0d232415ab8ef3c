using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A query in WQL, the query language of Windows management, as an immutable tree. Compared by structure: names ignoring case,
/// constants exactly.
/// </summary>
/// <example>
/// <code>
/// var query = (WqlSelectQuery)WqlQuery.Parse("select * from Win32_OfflineFilesItem where ItemType = 0");
/// Console.WriteLine(query); // SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0
/// </code>
/// </example>
public abstract class WqlQuery : IEquatable<WqlQuery>
{
    private protected WqlQuery()
    {
    }

    /// <summary>Equal in structure.</summary>
    /// <param name="left">A query or null.</param>
    /// <param name="right">A query or null.</param>
    public static bool operator ==(WqlQuery? left, WqlQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not equal in structure.</summary>
    /// <param name="left">A query or null.</param>
    /// <param name="right">A query or null.</param>
    public static bool operator !=(WqlQuery? left, WqlQuery? right) => !(left == right);

    /// <summary>The query as canonical WQL text in the dialect of Windows; reading it gives an equal query.</summary>
    public sealed override string ToString() => ToString(WqlDialect.Windows);

    /// <summary>The query as canonical WQL text.</summary>
    /// <param name="dialect">The dialect of the server that will read the text.</param>
    public string ToString(WqlDialect dialect) => WqlPrinter.Print(this, Guard.NotNull(dialect));

    /// <inheritdoc/>
    public abstract bool Equals([NotNullWhen(true)] WqlQuery? other);

    /// <inheritdoc/>
    public sealed override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlQuery);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
