using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary><c>TRUE</c> or <c>FALSE</c> in a query. Made by <see cref="WqlConstant.Boolean"/>.</summary>
public sealed class WqlBooleanConstant : WqlConstant
{
    internal static readonly WqlBooleanConstant True = new(true);
    internal static readonly WqlBooleanConstant False = new(false);

    private WqlBooleanConstant(bool value) => Value = value;

    /// <summary>The truth value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override bool TryGetBoolean(out bool value)
    {
        value = Value;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlConstant? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 0;
}
