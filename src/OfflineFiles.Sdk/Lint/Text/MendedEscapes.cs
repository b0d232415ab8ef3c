namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>A text with the backslashes of its strings mended.</summary>
/// <param name="Text">The text as it was and as it is now.</param>
/// <param name="Strings">Where the strings stand that were mended, in the text as it is now.</param>
internal sealed record MendedEscapes(LintText Text, IReadOnlyList<TextRange> Strings);
