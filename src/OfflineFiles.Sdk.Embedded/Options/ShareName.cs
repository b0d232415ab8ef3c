using System.ComponentModel;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// The name of a share as it is written in code or configuration. Immutable. A text that is not a path is refused when the cache is opened and not
/// before: a binder of configuration leaves out, without a word, an element of a list that it cannot make.
/// </summary>
[TypeConverter(typeof(TextConverter))]
public readonly record struct ShareName
{
    private ShareName(string? text) => Text = text;

    /// <summary>The text; null if no share is named.</summary>
    public string? Text { get; }

    /// <summary>Names a share by its path.</summary>
    /// <param name="path">The path; null names no share.</param>
    public static implicit operator ShareName(UncPath? path) => new(path?.ToString());

    /// <summary>Names a share by a text.</summary>
    /// <param name="text">The text; null names no share.</param>
    public static implicit operator ShareName(string? text) => new(text);

    /// <summary>Returns the text, for people.</summary>
    public override string ToString() => ReadableText.Of(Text ?? "");

    private sealed class TextConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? new ShareName(text) : base.ConvertFrom(context, culture, value);

        public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
            destinationType == typeof(string) ? (value as ShareName?)?.Text : base.ConvertTo(context, culture, value, destinationType);
    }
}
