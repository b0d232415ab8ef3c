namespace OfflineFiles.Sdk.Wql;

/// <summary>How a text is read. Immutable.</summary>
public sealed record WqlParseOptions
{
    /// <summary>Takes what Windows takes, and nothing else. The default everywhere.</summary>
    public static WqlParseOptions Strict { get; } = new();

    /// <summary>Takes the harmless habits of other servers and tools as well; see <see cref="WqlHabitKind"/>.</summary>
    public static WqlParseOptions Lenient { get; } = new() { TakeHabits = true };

    /// <summary>
    /// True if habits that Windows would refuse are read as what they clearly mean, and noted in <see cref="WqlQuery.Habits"/>. Default: false.
    /// </summary>
    public bool TakeHabits { get; init; }
}
