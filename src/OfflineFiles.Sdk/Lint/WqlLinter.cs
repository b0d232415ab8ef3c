using OfflineFiles.Sdk.Lint;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Finds common mistakes in WQL over the Offline Files classes, and says how to correct them. It does not read a cache: it knows the
/// language, the classes, and what the Windows provider does with a query.
/// </summary>
/// <remarks>Safe to use from several threads. A class that the linter does not know is not checked.</remarks>
public static class WqlLinter
{
    /// <summary>Checks a query.</summary>
    /// <param name="query">The query. A query that was parsed from a text is checked as it is written there, habits included.</param>
    /// <param name="options">The options; null for <see cref="WqlLintOptions.Default"/>.</param>
    /// <returns>The findings, in the order of the text; empty if nothing was found.</returns>
    /// <example>
    /// <code>
    /// foreach (var finding in WqlQuery.Parse("SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = NULL").Lint())
    ///     Console.WriteLine($"{finding} {finding.MendedText}");
    /// </code>
    /// </example>
    public static IReadOnlyList<WqlFinding> Lint(this WqlQuery query, WqlLintOptions? options = null)
    {
        // What was built in code has no places, so it is checked as the text that would be sent.
        if (Guard.NotNull(query).Text is null) query = WqlQuery.Parse(query.ToString(), WqlParseOptions.Lenient);
        return LintRules.Check(new LintSubject(query, new LintText(query.Text!), options ?? WqlLintOptions.Default));
    }

    /// <summary>Checks a text that should be WQL. A text that cannot be parsed is corrected as far as possible, and then checked further.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The options; null for <see cref="WqlLintOptions.Default"/>.</param>
    /// <returns>
    /// The findings, in the order of the text; empty if nothing was found. A text that is not valid WQL has a finding that says why.
    /// </returns>
    public static IReadOnlyList<WqlFinding> Lint(string text, WqlLintOptions? options = null)
    {
        Guard.NotNull(text);
        return WqlQuery.TryParse(text, WqlParseOptions.Lenient, out var query, out var error)
            ? query.Lint(options)
            : BrokenText.Check(text, error, options ?? WqlLintOptions.Default);
    }
}
