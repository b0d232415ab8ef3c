using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A string in a query. Dates are strings too: see <see cref="WqlDateTime"/>.</summary>
public sealed class WqlStringConstant : WqlConstant
{
    /// <summary>Initializes a constant.</summary>
    /// <param name="value">Any text, unescaped; it may be empty.</param>
    public WqlStringConstant(string value) => Value = Guard.NotNull(value);

    /// <summary>The text, unescaped.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Value;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetInteger(out decimal value) => WqlNumber.TryReadInteger(Value, 0, Value.Length, out value);

    /// <inheritdoc/>
    public override bool TryGetReal(out double value) => WqlNumber.TryReadReal(Value, out value);

    /// <inheritdoc/>
    public override bool TryGetBoolean(out bool value)
    {
        value = WqlName.AreEqual(Value, "TRUE");
        return value || WqlName.AreEqual(Value, "FALSE");
    }

    /// <inheritdoc/>
    public override bool TryGetDateTime(out DateTimeOffset value) => WqlDateTime.TryParse(Value, out value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlConstant? other) =>
        other is WqlStringConstant constant && string.Equals(Value, constant.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);
}
