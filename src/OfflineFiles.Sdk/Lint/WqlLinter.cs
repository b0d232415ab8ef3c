using OfflineFiles.Sdk.Lint;
using OfflineFiles.Sdk.Lint.Text;
using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Names the mistakes people make in WQL over the Offline Files classes, and how to mend them. It asks no cache: it knows the language,
/// the classes, and what the Windows provider does with a query.
/// </summary>
/// <remarks>Safe for use from several threads. A class of which it knows nothing is left alone.</remarks>
public static class WqlLinter
{
    /// <summary>Checks a query.</summary>
    /// <param name="query">The query. One that was read from a text is checked as it is written there, habits included.</param>
    /// <param name="options">What to check against; null for <see cref="WqlLintOptions.Default"/>.</param>
    /// <returns>What was found, in the order of the text; empty when there is nothing to say.</returns>
    /// <example>
    /// <code>
    /// foreach (var finding in WqlQuery.Parse("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = NULL").Lint())
    ///     Console.WriteLine($"{finding} {finding.MendedText}");
    /// </code>
    /// </example>
    public static IReadOnlyList<WqlFinding> Lint(this WqlQuery query, WqlLintOptions? options = null)
    {
        // What was built in code has no places, so it is checked as the text that would be sent.
        if (Guard.NotNull(query).Text is null) query = WqlQuery.Parse(query.ToString());
        return LintRules.Check(new LintSubject(query, new LintText(query.Text!), options ?? WqlLintOptions.Default));
    }

    /// <summary>Checks a text that should be WQL. What cannot be read is mended as far as it can be, and checked further.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="options">What to check against; null for <see cref="WqlLintOptions.Default"/>.</param>
    /// <returns>
    /// What was found, in the order of the text; empty when there is nothing to say. A text that is no query has a finding that says why.
    /// </returns>
    public static IReadOnlyList<WqlFinding> Lint(string text, WqlLintOptions? options = null)
    {
        Guard.NotNull(text);
        return WqlQuery.TryParse(text, WqlParseOptions.Lenient, out var query, out var error)
            ? query.Lint(options)
            : BrokenText.Check(text, error, options ?? WqlLintOptions.Default);
    }
}
