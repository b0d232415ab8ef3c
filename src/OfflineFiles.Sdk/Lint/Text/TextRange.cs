namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>A run of characters, by its first and the one after its last.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public static TextRange At(int start, int end) => new(start, end);

    public string In(string text) => text.Substring(Start, Length);
}
