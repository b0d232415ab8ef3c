using System.Diagnostics;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A habit of another server that was met while reading leniently. Immutable.</summary>
/// <param name="Kind">The kind of habit.</param>
/// <param name="Position">The index in the text where it begins, from 0.</param>
/// <param name="Message">What was met and how it was read, as a sentence.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record WqlHabit(WqlHabitKind Kind, int Position, string Message)
{
    /// <summary>What was met and how it was read: <see cref="Message"/>.</summary>
    public override string ToString() => ReadableText.Of(Message);
}
