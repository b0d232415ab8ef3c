namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>LIKE as OMI has it, one byte of folded text at a time.</summary>
internal static class OmiLike
{
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        if (pattern.IsEmpty) return text.IsEmpty;
        if (pattern[0] == '%')
        {
            for (var skipped = 0; skipped <= text.Length; skipped++)
                if (Matches(pattern[1..], text[skipped..])) return true;
            return false;
        }

        if (text.IsEmpty) return false;
        if (pattern[0] == '_') return Matches(pattern[1..], text[1..]);
        if (pattern[0] != '[') return pattern[0] == text[0] && Matches(pattern[1..], text[1..]);
        var end = pattern.IndexOf((byte)']');
        return end > 0 && IsIn(pattern[1..end], text[0]) && Matches(pattern[(end + 1)..], text[1..]);
    }

    private static bool IsIn(ReadOnlySpan<byte> set, byte one)
    {
        var isNegated = !set.IsEmpty && set[0] == '^';
        if (isNegated) set = set[1..];
        var isIn = false;
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            isIn |= isRange ? one >= set[i] && one <= set[i + 2] : one == set[i];
            if (isRange) i += 2;
        }

        return isIn != isNegated;
    }
}
