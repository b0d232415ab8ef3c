using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Versions;

/// <summary>
/// What the stamps and calls of a share are worth, found out by trying. Only here are two hints compared: a hint may say "unchanged", or
/// "look"; it never says that bytes differ.
/// </summary>
internal sealed record ShareTraits
{
    private const char Separator = ';';

    /// <summary>A local file system of today, all of whose stamps mean what they say.</summary>
    public static ShareTraits Trusted { get; } = new()
    {
        TimeStep = 1,
        IdsAreStable = true,
        ChangeTimeIsReal = true,
        RenameKeepsTimes = true,
        CanRenameNoReplace = true,
        CanExchange = true,
        CanLink = true,
        IsWritable = true,
    };

    /// <summary>The least difference of two stamps that the share keeps, in nanoseconds.</summary>
    public long TimeStep { get; init; } = 2_000_000_000;

    /// <summary>The file id survives a rename, a second look-up, and a new mount.</summary>
    public bool IdsAreStable { get; init; }

    /// <summary>The change time moves with every change, also when the write time is set back.</summary>
    public bool ChangeTimeIsReal { get; init; }

    /// <summary>A rename leaves the write time as it was, to the nanosecond.</summary>
    public bool RenameKeepsTimes { get; init; }

    /// <summary>Merely reading a file moves the write time that is told of it, if only for a while: the write time then tells nothing.</summary>
    public bool ReadingMovesTimes { get; init; }

    public bool CanRenameNoReplace { get; init; }

    public bool CanExchange { get; init; }

    public bool CanLink { get; init; }

    public bool IgnoresCase { get; init; }

    /// <summary>Names that Unicode calls equivalent are one.</summary>
    public bool Normalizes { get; init; }

    public bool IsWritable { get; init; }

    /// <summary>Whether two equal hints leave only a write time that was set back as a way in which the bytes may differ.</summary>
    public bool HintsProve => IdsAreStable && RenameKeepsTimes && !ReadingMovesTimes && ChangeTimeIsReal;

    /// <summary>
    /// Whether the calls that rename atomically are asked for. A share that nobody could try is taken at its word: only a try shows that a call does
    /// something else than it says.
    /// </summary>
    public bool UsesRenameFlags => CanRenameNoReplace || !IsWritable;

    /// <summary>Whether nothing speaks for a change. False: look.</summary>
    public bool SameVersion(in ShareToken? left, in ShareToken? right) =>
        left is { } a && right is { } b
            ? WithCoarseTime(Reduced(a, ChangeTimeIsReal)) == WithCoarseTime(Reduced(b, ChangeTimeIsReal))
            : left is null && right is null;

    /// <summary>As <see cref="SameVersion"/>, with the write time also where reading moves it: one that stayed tells as much as anywhere.</summary>
    public bool SameStamps(in ShareToken? left, in ShareToken? right) => (this with { ReadingMovesTimes = false }).SameVersion(left, right);

    /// <summary>As <see cref="SameVersion"/>, of an entry that the engine renamed between the two looks.</summary>
    public bool SameAcrossRename(in ShareToken left, in ShareToken right) =>
        WithCoarseTime(Reduced(left, keepsChangeTime: false)) == WithCoarseTime(Reduced(right, keepsChangeTime: false));

    /// <summary>
    /// Whether any later change would show in the hint: its newest stamp that means something lies before a stamp of the share's own clock that was
    /// taken before the look.
    /// </summary>
    public bool IsFirm(in ShareToken hint, Int128? clock) =>
        hint.Kind != ShareEntryKind.File
        || ChangeTimeIsReal && !ReadingMovesTimes
        && clock is { } now && hint.ChangedNanoseconds < now && (IdsAreStable || hint.ModifiedNanoseconds < now);

    public override string ToString() => string.Join(
        Separator,
        TimeStep.ToString(CultureInfo.InvariantCulture),
        Flags());

    /// <summary>Null when the text is of another version of the library: then the share is tried anew.</summary>
    public static ShareTraits? TryParse(string? text)
    {
        var parts = text?.Split(Separator);
        if (parts is not [var step, { Length: 10 } flags]
            || !long.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var timeStep)
            || flags.AsSpan().IndexOfAnyExcept('0', '1') >= 0) return null;
        return new ShareTraits
        {
            TimeStep = timeStep,
            IdsAreStable = flags[0] == '1',
            ChangeTimeIsReal = flags[1] == '1',
            RenameKeepsTimes = flags[2] == '1',
            CanRenameNoReplace = flags[3] == '1',
            CanExchange = flags[4] == '1',
            CanLink = flags[5] == '1',
            IgnoresCase = flags[6] == '1',
            Normalizes = flags[7] == '1',
            IsWritable = flags[8] == '1',
            ReadingMovesTimes = flags[9] == '1',
        };
    }

    private string Flags() => string.Concat(
        new[]
        {
            IdsAreStable, ChangeTimeIsReal, RenameKeepsTimes, CanRenameNoReplace, CanExchange, CanLink, IgnoresCase, Normalizes, IsWritable,
            ReadingMovesTimes,
        }.Select(flag => flag ? '1' : '0'));

    private ShareToken Reduced(in ShareToken token, bool keepsChangeTime) => token.Reduced(IdsAreStable, !ReadingMovesTimes, keepsChangeTime);

    private ShareToken WithCoarseTime(in ShareToken token) => RenameKeepsTimes ? token : token.Coarse(TimeStep);
}
