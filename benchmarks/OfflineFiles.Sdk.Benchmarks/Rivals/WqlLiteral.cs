using System.Globalization;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>What the text of a literal means.</summary>
internal static class WqlLiteral
{
    private const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The value of a string that is given with its quotes.</summary>
    public static string Unquote(ReadOnlySpan<char> literal)
    {
        var content = literal[1..^1];
        if (!content.Contains('\\')) return content.ToString();

        var plain = content.Length <= 256 ? stackalloc char[content.Length] : new char[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\\') i++;
            plain[length++] = content[i];
        }

        return plain[..length].ToString();
    }

    public static WqlConstant Number(ReadOnlySpan<char> literal)
    {
        if (literal.Contains('.')) return WqlConstant.Real(double.Parse(literal, Real, CultureInfo.InvariantCulture));
        return long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? WqlConstant.Integer(value)
            : WqlConstant.Integer(ulong.Parse(literal, NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
