using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Reads what OMI reads of WQL and refuses the rest as it does, with InvalidQuery (observed behaviour).</summary>
internal static partial class OmiQueryText
{
    private const int MostTests = 64;
    private const int MostSymbols = 256;

    public static WqlSelectQuery Read(string wql)
    {
        if (!WqlQuery.TryParse(wql, out var query, out var error)) throw Refused(error.Message);
        if (query is not WqlSelectQuery select) throw Refused($"no {query.GetType().Name}");
        if (Unreadable().Match(Literal().Replace(wql, "'")) is { Success: true } match) throw Refused($"'{match.Value}'");
        if (select.Properties.Any(property => property.IsDotted)) throw Refused("a dot in the select list");
        if (select.Where is not { } where) return select;
        if (where.TermCount > MostTests || Symbols(where) > MostSymbols) throw Refused("too many terms");
        return select;
    }

    // A test is a name, a constant and an operator.
    private static int Symbols(WqlPredicate predicate) => predicate switch
    {
        WqlConnective connective => connective.Operands.Sum(Symbols) + connective.Operands.Count - 1,
        WqlNot not => Symbols(not.Operand) + 1,
        _ => 3,
    };

    private static Exception Refused(string why) => ProviderErrors.InvalidQuery(new FormatException(why));

    [GeneratedRegex(@"'(\\.|[^'\\])*'|""(\\.|[^""\\])*""")]
    private static partial Regex Literal();

    // IS NULL, IS NOT NULL; a class in quotes; NOT behind the name; a doubled quote; system properties; hexadecimal numbers; NOT twice.
    [GeneratedRegex(@"\bIS\b|\bISA\s+'|\w\s+NOT\s+LIKE\b|''|\b__\w+|\b0x|\bNOT\s+NOT\b|;", RegexOptions.IgnoreCase)]
    private static partial Regex Unreadable();
}
