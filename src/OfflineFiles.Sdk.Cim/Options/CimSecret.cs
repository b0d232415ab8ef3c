using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// A text that nobody may read by accident, such as a password. It has no property and no text of its own: a log, a serializer, a debugger and
/// <see cref="ToString"/> show <c>***</c> or nothing. Immutable.
/// </summary>
/// <remarks>
/// A configuration binder makes one of a text. The text is in memory as it is: this keeps it out of what is written, not of the process.
/// </remarks>
[DebuggerDisplay("***")]
[TypeConverter(typeof(Converter))]
public sealed class CimSecret
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Initializes a new instance of the <see cref="CimSecret"/> class.</summary>
    /// <param name="text">The text to keep.</param>
    public CimSecret(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>Keeps a text. Null gives null.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator CimSecret?(string? text) => text is null ? null : new CimSecret(text);

    /// <summary>Returns the text. Call it only where the text is used.</summary>
    public string Reveal() => _text;

    /// <summary>Returns <c>***</c>.</summary>
    public override string ToString() => "***";

    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? new CimSecret(text) : base.ConvertFrom(context, culture, value);

        // A serializer that asks a converter for a text gets none of it.
        public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
            destinationType == typeof(string) ? value?.ToString() : base.ConvertTo(context, culture, value, destinationType);
    }
}
