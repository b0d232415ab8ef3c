using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>What a predicate can ask of a row: which properties there are, of which kind, and how to read them.</summary>
/// <typeparam name="TRow">The type of a row.</typeparam>
public interface IWqlRowShape<TRow>
{
    /// <summary>The properties that can be named, dotted ones in full, for suggestions in error messages; empty if they cannot be listed.</summary>
    IEnumerable<string> MemberNames { get; }

    /// <summary>Finds the member that a query names. Asked once for each term when a predicate is compiled, never for a row.</summary>
    /// <param name="name">The name, to be compared ignoring case; several steps when it leads into an embedded object.</param>
    /// <param name="member">The member; null if a row has no member of that name.</param>
    bool TryGetMember(WqlProperty name, [NotNullWhen(true)] out WqlMember<TRow>? member);
}
