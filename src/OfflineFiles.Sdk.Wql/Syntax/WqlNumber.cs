using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Syntax;

/// <summary>Numbers as WQL writes them: no plus sign, no exponent, a point between digits. Never by the rules of a culture.</summary>
internal static class WqlNumber
{
    public const string IntegerRange = "an integer from -9223372036854775808 to 18446744073709551615";

    public static bool TryReadInteger(string text, int start, int end, out decimal value)
    {
        value = 0;
        var isNegative = start < end && text[start] == '-';
        if (isNegative) start++;
        if (start == end) return false;
        ulong number = 0;
        for (var i = start; i < end; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9 || number > (ulong.MaxValue - digit) / 10) return false;
            number = number * 10 + digit;
        }

        value = isNegative && number > 0 ? -(decimal)number : number;
        return value >= long.MinValue;
    }

    public static bool TryReadReal(string text, out double value)
    {
        value = 0;
        return (HasForm(text, withPoint: true) || HasForm(text, withPoint: false)) && TryReadAnyReal(text, out value);
    }

    /// <summary>Reads a number of any form that the lexer takes, leniently too. False when it is too large.</summary>
    public static bool TryReadAnyReal(string text, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value)
        && !double.IsInfinity(value);

    public static string Print(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);

    public static string Print(double value)
    {
        // The shortest text that reads back as the same number has an exponent when the number is far from 1: write its zeros out.
        var parts = Shortest(value).Split('E');
        var number = parts[0];
        if (parts.Length == 1) return number.IndexOf('.') < 0 ? number + ".0" : number;

        var sign = number[0] == '-' ? "-" : "";
        var whole = number.IndexOf('.') < 0 ? number.Length : number.IndexOf('.');
        var digits = number.Replace("-", "").Replace(".", "");
        var point = whole - sign.Length + int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (point <= 0) return sign + "0." + new string('0', -point) + digits;
        return sign + (point >= digits.Length ? digits + new string('0', point - digits.Length) + ".0" : digits.Insert(point, "."));
    }

    private static string Shortest(double value)
    {
        // Microsoft Learn: on .NET Framework "R" does not always read back as the same number; "G17" does.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static bool HasForm(string text, bool withPoint)
    {
        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var point = text.IndexOf('.');
        if (withPoint != (point >= 0)) return false;
        return withPoint
            ? AreDigits(text, start, point) && AreDigits(text, point + 1, text.Length)
            : AreDigits(text, start, text.Length);
    }

    private static bool AreDigits(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!WqlCharacter.IsDigit(text[i])) return false;
        return end > start;
    }
}

/// <summary>Intervals as WITHIN has them: a number of seconds without a sign, whole or with a fraction, kept exactly.</summary>
internal static class WqlSeconds
{
    private const int Decimals = 7;

    /// <summary>Reads what the lexer takes for a number without a sign. False with more decimals or seconds than a TimeSpan holds.</summary>
    public static bool TryRead(string text, int start, int end, out TimeSpan interval)
    {
        interval = default;
        var decimals = -1;
        long ticks = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '.') decimals = 0;
            else if (!WqlCharacter.IsDigit(c) || (decimals >= 0 && ++decimals > Decimals) || !TryAppend(ref ticks, c - '0')) return false;
        }

        for (var i = Math.Max(decimals, 0); i < Decimals; i++)
            if (!TryAppend(ref ticks, 0)) return false;
        interval = new TimeSpan(ticks);
        return true;
    }

    public static string Print(TimeSpan interval) =>
        (interval.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);

    private static bool TryAppend(ref long ticks, int digit)
    {
        if (ticks > (long.MaxValue - digit) / 10) return false;
        ticks = ticks * 10 + digit;
        return true;
    }
}
