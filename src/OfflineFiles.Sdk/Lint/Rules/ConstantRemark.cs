using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>What is to say about a constant.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What to say.</param>
/// <param name="Meant">The constant to write instead; null when there is no one.</param>
internal sealed record ConstantRemark(WqlLintRule Rule, WqlLintSeverity Severity, string Message, WqlConstant? Meant = null);
