using System.Text;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.Regex;

/// <summary>A LIKE pattern as the regular expression that anyone would translate it to.</summary>
internal static class LikeRegex
{
    private const RegexOptions Common = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    public static System.Text.RegularExpressions.Regex Compiled(string pattern) => new(Translate(pattern), Common | RegexOptions.Compiled);

    public static System.Text.RegularExpressions.Regex Linear(string pattern) => new(Translate(pattern), Common | RegexOptions.NonBacktracking);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '%':
                    regex.Append(".*");
                    break;
                case '_':
                    regex.Append('.');
                    break;
                case '[':
                    var close = pattern.IndexOf(']', i);
                    regex.Append(pattern, i, close - i + 1);
                    i = close;
                    break;
                case var c:
                    regex.Append(System.Text.RegularExpressions.Regex.Escape(c.ToString()));
                    break;
            }
        }

        return regex.Append(@"\z").ToString();
    }
}
