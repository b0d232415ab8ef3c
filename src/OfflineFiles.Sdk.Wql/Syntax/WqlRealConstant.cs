using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A number with a fraction in a query. No integer property can be compared with one.</summary>
public sealed class WqlRealConstant : WqlConstant
{
    /// <summary>Initializes a constant.</summary>
    /// <param name="value">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or no number.</exception>
    public WqlRealConstant(double value) => Value = !double.IsNaN(value) && !double.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "WQL has finite numbers only.");

    /// <summary>The value, finite.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override bool TryGetReal(out double value)
    {
        value = Value;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlConstant? other) =>
        other is WqlRealConstant constant && Value.Equals(constant.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
