namespace OfflineFiles.Sdk.Wql.Tests.Laws;

/// <summary>LIKE as the documentation says it, one character at a time, trying everything. Slow and plain, to compare with.</summary>
internal static class NaiveLike
{
    public static bool IsMatch(string pattern, string value) => HasUnclosedSet(pattern) is false && Match(pattern, value);

    private static bool HasUnclosedSet(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '[') continue;
            while (++i < pattern.Length && pattern[i] != ']')
            {
            }

            if (i == pattern.Length) return true;
        }

        return false;
    }

    private static bool Match(string pattern, string value)
    {
        if (pattern.Length == 0) return value.Length == 0;
        if (pattern[0] == '%') return Enumerable.Range(0, value.Length + 1).Any(skip => Match(pattern[1..], value[skip..]));
        if (value.Length == 0) return false;
        if (pattern[0] == '_') return Match(pattern[1..], value[1..]);
        if (pattern[0] != '[') return Same(pattern[0], value[0]) && Match(pattern[1..], value[1..]);
        var close = pattern.IndexOf(']', StringComparison.Ordinal);
        return IsInSet(pattern[1..close], value[0]) && Match(pattern[(close + 1)..], value[1..]);
    }

    private static bool IsInSet(string set, char c)
    {
        var isNegated = set.StartsWith('^');
        var members = isNegated ? set[1..] : set;
        var isMember = false;
        while (members.Length > 0)
        {
            if (members.Length >= 3 && members[1] == '-')
            {
                for (var member = char.ToUpperInvariant(members[0]); member <= char.ToUpperInvariant(members[2]); member++)
                    isMember |= char.ToUpperInvariant(member) == member && Same(member, c);
                members = members[3..];
            }
            else
            {
                isMember |= Same(members[0], c);
                members = members[1..];
            }
        }

        return isMember != isNegated;
    }

    private static bool Same(char left, char right) =>
        string.Equals(left.ToString(), right.ToString(), StringComparison.OrdinalIgnoreCase);
}
