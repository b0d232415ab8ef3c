using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Where the class of an object path is: a namespace, on a server or on the one that is asked. <c>__PATH</c> of an instance begins with it.
/// Immutable, compared ignoring case.
/// </summary>
public sealed class WqlNamespace : IEquatable<WqlNamespace>
{
    /// <summary>Makes the namespace.</summary>
    /// <param name="server">The server, <c>.</c> for the one that is asked; null to name none.</param>
    /// <param name="name">The namespace, its parts with backslashes between them: <c>root\cimv2</c>.</param>
    /// <exception cref="ArgumentException">One of them has a character that it cannot have, or is empty.</exception>
    public WqlNamespace(string? server, string name)
    {
        if (server is not null && !IsName(server))
            throw new ArgumentException($"'{ReadableText.Of(server)}' is no name of a server.", nameof(server));
        if (!Array.TrueForAll(Guard.NotNull(name).Split('\\'), IsName))
            throw new ArgumentException(
                $"'{ReadableText.Of(name)}' is no namespace: write its parts with backslashes between them, root\\cimv2.", nameof(name));
        Server = server;
        Name = name;
    }

    /// <summary>The server, <c>.</c> for the one that is asked; null if no server is named.</summary>
    public string? Server { get; }

    /// <summary>The namespace, such as <c>root\cimv2</c>.</summary>
    public string Name { get; }

    /// <summary>Returns true if both are the same, ignoring case.</summary>
    /// <param name="left">A namespace or null.</param>
    /// <param name="right">A namespace or null.</param>
    public static bool operator ==(WqlNamespace? left, WqlNamespace? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ, ignoring case.</summary>
    /// <param name="left">A namespace or null.</param>
    /// <param name="right">A namespace or null.</param>
    public static bool operator !=(WqlNamespace? left, WqlNamespace? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlNamespace? other) =>
        other is not null && WqlName.AreEqual(Name, other.Name) && WqlText.AreEqual(Server, other.Server);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlNamespace);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(Server is null ? 0 : WqlName.Hash(Server), WqlName.Hash(Name));

    /// <summary>As it stands before the colon: <c>\\server\root\cimv2</c>.</summary>
    public override string ToString() => Server is null ? Name : $@"\\{Server}\{Name}";

    internal static bool IsName(string text)
    {
        foreach (var c in text)
            if (!WqlCharacter.IsLetterOrDigit(c) && c is not ('.' or '-' or '$')) return false;
        return text.Length > 0;
    }
}
