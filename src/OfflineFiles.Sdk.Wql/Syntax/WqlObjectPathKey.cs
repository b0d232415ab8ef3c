using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>One key property of an object path and its value. Immutable; equal in name ignoring case and in value exactly.</summary>
public sealed class WqlObjectPathKey : IEquatable<WqlObjectPathKey>
{
    /// <summary>Initializes the key.</summary>
    /// <param name="name">The name of the key property; null for the only key of a class, <c>Class="value"</c>.</param>
    /// <param name="value">Its value: a string, an integer or a Boolean.</param>
    /// <exception cref="ArgumentException">The text is not a valid name, or the value is a number with a fraction, which a key cannot be.</exception>
    public WqlObjectPathKey(string? name, WqlConstant value)
    {
        Name = name is null ? null : WqlName.Check(name, nameof(name));
        Value = Guard.NotNull(value);
        if (value is WqlRealConstant) throw new ArgumentException("A key is a string, an integer or a Boolean, never a number with a fraction.", nameof(value));
    }

    /// <summary>The name of the key property, in the spelling it was given; null for the only key of a class.</summary>
    public string? Name { get; }

    /// <summary>The value.</summary>
    public WqlConstant Value { get; }

    /// <summary>Returns true if both are equal in name and value.</summary>
    /// <param name="left">A key or null.</param>
    /// <param name="right">A key or null.</param>
    public static bool operator ==(WqlObjectPathKey? left, WqlObjectPathKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in name or value.</summary>
    /// <param name="left">A key or null.</param>
    /// <param name="right">A key or null.</param>
    public static bool operator !=(WqlObjectPathKey? left, WqlObjectPathKey? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] WqlObjectPathKey? other) =>
        other is not null && WqlName.AreEqual(Name, other.Name) && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlObjectPathKey);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(Name is null ? 0 : WqlName.Hash(Name), Value.GetHashCode());
}
