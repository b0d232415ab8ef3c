using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Wql.Printing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// A constant in a query: <see cref="WqlStringConstant"/>, <see cref="WqlIntegerConstant"/>, <see cref="WqlRealConstant"/> or
/// <see cref="WqlBooleanConstant"/>. Immutable; equal when of the same kind and value, strings exactly. NULL is not a constant here:
/// see <see cref="WqlNullTest"/>.
/// </summary>
/// <remarks>
/// What a constant is worth depends on the property it is compared with: a quoted <c>'3'</c> against a number is the number 3. The
/// <c>TryGet</c> methods are that conversion, the same for everything that evaluates a query.
/// </remarks>
public abstract class WqlConstant : IEquatable<WqlConstant>
{
    private protected WqlConstant()
    {
    }

    /// <summary>Returns true if both are equal in kind and value.</summary>
    /// <param name="left">A constant or null.</param>
    /// <param name="right">A constant or null.</param>
    public static bool operator ==(WqlConstant? left, WqlConstant? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if both differ in kind or value.</summary>
    /// <param name="left">A constant or null.</param>
    /// <param name="right">A constant or null.</param>
    public static bool operator !=(WqlConstant? left, WqlConstant? right) => !(left == right);

    /// <summary>A string.</summary>
    /// <param name="value">Any text, unescaped; it may be empty.</param>
    public static WqlConstant String(string value) => new WqlStringConstant(value);

    /// <summary>An integer.</summary>
    /// <param name="value">The value.</param>
    public static WqlConstant Integer(long value) => new WqlIntegerConstant(value);

    /// <summary>An integer, up to 2^64-1.</summary>
    /// <param name="value">The value.</param>
    public static WqlConstant Integer(ulong value) => new WqlIntegerConstant(value);

    /// <summary>A number with a fraction.</summary>
    /// <param name="value">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or no number.</exception>
    public static WqlConstant Real(double value) => new WqlRealConstant(value);

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    /// <param name="value">The value.</param>
    public static WqlConstant Boolean(bool value) => value ? WqlBooleanConstant.True : WqlBooleanConstant.False;

    /// <summary>A point in time: a string in the form of <see cref="WqlDateTime.Format"/>.</summary>
    /// <param name="value">The point; written in UTC, what is below a microsecond is cut off.</param>
    public static WqlConstant DateTime(DateTimeOffset value) => new WqlStringConstant(WqlDateTime.Format(value));

    /// <summary>An interval of time: a string in the form of <see cref="WqlInterval.Format"/>.</summary>
    /// <param name="value">The interval, not negative; what is below a microsecond is cut off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is negative.</exception>
    public static WqlConstant Interval(TimeSpan value) => new WqlStringConstant(WqlInterval.Format(value));

    /// <summary>What the constant is to a string property. An unquoted integer is its digits; a real or a Boolean is not a string.</summary>
    /// <param name="value">The string; null if there is no such value.</param>
    public virtual bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    /// <summary>What the constant is to an integer property. A string of digits is its number; a real is not an integer, not even 1.0.</summary>
    /// <param name="value">A whole number from -2^63 to 2^64-1; 0 if there is no such value.</param>
    public virtual bool TryGetInteger(out decimal value)
    {
        value = 0;
        return false;
    }

    /// <summary>What the constant is to a real property: an integer, a real, or a string holding one of them.</summary>
    /// <param name="value">A finite number; 0 if there is no such value.</param>
    public virtual bool TryGetReal(out double value)
    {
        value = 0;
        return false;
    }

    /// <summary>What the constant is to a Boolean property: TRUE and FALSE, quoted or not, in any case, and 1 and 0.</summary>
    /// <param name="value">The truth value; false if there is no such value.</param>
    public virtual bool TryGetBoolean(out bool value)
    {
        value = false;
        return false;
    }

    /// <summary>What the constant is to a date property: a string in the form that <see cref="WqlDateTime.TryParse"/> reads.</summary>
    /// <param name="value">The point in time, in UTC; the default if there is no such value.</param>
    public virtual bool TryGetDateTime(out DateTimeOffset value)
    {
        value = default;
        return false;
    }

    /// <summary>The constant as WQL text; strings quoted and escaped.</summary>
    public sealed override string ToString() => WqlPrinter.Print(this);

    /// <inheritdoc/>
    public abstract bool Equals([NotNullWhen(true)] WqlConstant? other);

    /// <inheritdoc/>
    public sealed override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WqlConstant);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
