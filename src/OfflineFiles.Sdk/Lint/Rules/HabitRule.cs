using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>What only a lenient reader takes.</summary>
internal sealed class HabitRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject) => subject.Query.Habits.Select(habit =>
    {
        var start = Math.Min(habit.Position, subject.Text.Read.Length);
        var end = Math.Max(subject.Text.EndOfOperand(start), Math.Min(start + 1, subject.Text.Read.Length));
        var message = $"{habit.Message} Windows refuses it.";
        return new WqlFinding(
            WqlLintRule.ForeignHabit, WqlLintSeverity.Error, subject.Text, TextRange.At(start, end), message, () => subject.Mend());
    });
}
