using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A whole number in a query, anywhere in the ranges of the signed and unsigned 64-bit integers.</summary>
public sealed class WqlIntegerConstant : WqlConstant
{
    /// <summary>Initializes a constant.</summary>
    /// <param name="value">The value.</param>
    public WqlIntegerConstant(long value) => Value = value;

    /// <summary>Initializes a constant.</summary>
    /// <param name="value">The value.</param>
    public WqlIntegerConstant(ulong value) => Value = value;

    internal WqlIntegerConstant(decimal value) => Value = value;

    /// <summary>The value: a whole number from -2^63 to 2^64-1.</summary>
    public decimal Value { get; }

    /// <inheritdoc/>
    public override bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = WqlNumber.Print(Value);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetInteger(out decimal value)
    {
        value = Value;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetReal(out double value)
    {
        value = (double)Value;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetBoolean(out bool value)
    {
        value = Value == 1;
        return value || Value == 0;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlConstant? other) => other is WqlIntegerConstant constant && Value == constant.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
