namespace OfflineFiles.Sdk.Wql;

/// <summary>One step of a LIKE pattern between two <c>%</c>. It takes a fixed number of characters.</summary>
internal abstract class LikeElement
{
    public abstract int Length { get; }

    /// <summary>Whether the characters from the given index on match; there are at least <see cref="Length"/> of them.</summary>
    public abstract bool IsMatch(string value, int index);
}

/// <summary>Characters that stand for themselves.</summary>
internal sealed class LikeText(string text) : LikeElement
{
    public string Text => text;

    public override int Length => text.Length;

    public override bool IsMatch(string value, int index) =>
        string.Compare(value, index, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;
}

/// <summary>The wildcard <c>_</c>.</summary>
internal sealed class LikeAnyOne : LikeElement
{
    public static LikeAnyOne Instance { get; } = new();

    public override int Length => 1;

    public override bool IsMatch(string value, int index) => true;
}
