using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A shape written down as a list: names and how to read what they stand for. Complete it before it is used; then safe for several threads.
/// </summary>
/// <typeparam name="TRow">The type of a row.</typeparam>
/// <example>
/// <code>
/// var files = new WqlRowShape&lt;FileInfo&gt;
/// {
///     { "Name", WqlMember.String&lt;FileInfo&gt;(file => file.Name) },
///     { "Length", WqlMember.Integer&lt;FileInfo&gt;(file => file.Length) },
/// };
/// </code>
/// </example>
public sealed class WqlRowShape<TRow> : IWqlRowShape<TRow>, IEnumerable<KeyValuePair<string, WqlMember<TRow>>>
{
    private readonly Dictionary<string, WqlMember<TRow>> _members = new(WqlText.Comparer);

    /// <inheritdoc/>
    public IEnumerable<string> MemberNames => _members.Keys;

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name in queries; with dots when it leads into an embedded object.</param>
    /// <param name="member">How to read it.</param>
    /// <exception cref="WqlSyntaxException">The text is not the name of a property.</exception>
    /// <exception cref="ArgumentException">There is a member of that name already; names are the same when they differ only in case.</exception>
    public void Add(string name, WqlMember<TRow> member) => _members.Add(WqlProperty.Parse(name).Text, Guard.NotNull(member));

    /// <inheritdoc/>
    public bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<TRow>? member) =>
        _members.TryGetValue(Guard.NotNull(name).Text, out member);

    /// <summary>The members by name.</summary>
    public IEnumerator<KeyValuePair<string, WqlMember<TRow>>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
