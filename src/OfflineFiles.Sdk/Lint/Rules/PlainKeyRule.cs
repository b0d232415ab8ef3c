using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>
/// A key of an object path that begins with the name of a server and has no backslash doubled. Windows takes single backslashes in a key; whether
/// it folds the two at the beginning into one no source tells.
/// </summary>
internal sealed class PlainKeyRule : ILintRule
{
    private const string Server = @"\\";
    private static readonly char[] Quotes = ['\'', '"'];

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (subject.Query is not WqlAssociationQuery query) yield break;
        var (text, next) = (subject.Text.Read, subject.ClassPlace.End);
        foreach (var key in query.Source.Keys.Select(key => key.Value).OfType<WqlStringConstant>())
        {
            var start = text.IndexOfAny(Quotes, next);
            var place = TextRange.At(start, subject.Text.EndOfOperand(start));
            next = place.End;
            if (IsPlain(key.Value) && IsPlain(place.In(text).Substring(1))) yield return Make(subject, place, key);
        }
    }

    // Read as escapes, the two would be one.
    private static bool IsPlain(string text) =>
        text.StartsWith(Server, StringComparison.Ordinal) && !text.StartsWith(Server + @"\", StringComparison.Ordinal);

    private static WqlFinding Make(LintSubject subject, TextRange place, WqlConstant key) => subject.Found(
        WqlLintRule.UnescapedBackslash,
        WqlLintSeverity.Advice,
        place,
        $"In a key a single backslash stands for itself, but two at its beginning may be read as one. Write {key}, which every server reads alike.",
        new LintEdit(place, key.ToString()));
}
