using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Feeds a handler from a <see cref="FormattableString"/>, whose values have no types before the query is made.</summary>
internal static class WqlFormattable
{
    public static WqlInterpolatedStringHandler Read(FormattableString text)
    {
        var format = Guard.NotNull(text).Format;
        var handler = new WqlInterpolatedStringHandler(format.Length, Holes(format));
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}')) handler.AppendLiteral(format, i);
            else if (i + 1 < format.Length && format[i + 1] == format[i]) handler.AppendLiteral(format, ++i);
            else i = Fill(ref handler, text, i);
        }

        return handler;
    }

    private static int Holes(string format)
    {
        var count = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '{') continue;
            if (i + 1 < format.Length && format[i + 1] == '{') i++;
            else count++;
        }

        return count;
    }

    /// <returns>The index of the closing brace.</returns>
    private static int Fill(ref WqlInterpolatedStringHandler handler, FormattableString text, int open)
    {
        var close = text.Format.IndexOf('}', open);
        var inside = close < 0 ? "" : text.Format.Substring(open + 1, close - open - 1);
        if (!int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw new ArgumentException(
                $"The value '{{{ReadableText.Of(inside)}}}' of the query has an alignment or a format. "
                + "A value is written as the constant it is: leave them out.",
                nameof(text));
        handler.AppendFormatted(text.GetArgument(index));
        return close;
    }
}
