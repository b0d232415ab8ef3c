namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>One step of a LIKE pattern between two <c>%</c>. It takes a fixed number of characters.</summary>
internal abstract class LikeElement
{
    public abstract int Length { get; }

    /// <summary>What each of the characters may be.</summary>
    public abstract IEnumerable<LikeSet> Units { get; }

    /// <summary>Whether the characters from the given index on match; there are at least <see cref="Length"/> of them.</summary>
    public abstract bool IsMatch(string value, int index);
}

/// <summary>Characters that stand for themselves.</summary>
internal sealed class LikeText(string text) : LikeElement
{
    public string Text => text;

    public override int Length => text.Length;

    public override IEnumerable<LikeSet> Units
    {
        get
        {
            for (var i = 0; i < text.Length; i++)
            {
                yield return LikeSet.Of(text[i]);
                if (i + 1 == text.Length || !char.IsSurrogatePair(text, i)) continue;
                yield return LowSurrogates(text.Substring(i, 2));
                i++;
            }
        }
    }

    public override bool IsMatch(string value, int index) =>
        string.Compare(value, index, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // The two cases of a letter beyond U+FFFF differ in the low surrogate only.
    private static LikeSet LowSurrogates(string letter) => LikeSet.Of([
        .. new[] { letter, letter.ToUpperInvariant(), letter.ToLowerInvariant() }
            .Where(other => other[0] == letter[0] && string.Equals(letter, other, StringComparison.OrdinalIgnoreCase))
            .Select(other => other[1])]);
}
