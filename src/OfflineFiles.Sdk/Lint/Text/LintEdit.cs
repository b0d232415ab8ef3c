namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>What to write in the place of something.</summary>
internal readonly record struct LintEdit(TextRange Place, string Replacement);
