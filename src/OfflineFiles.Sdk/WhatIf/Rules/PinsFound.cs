using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk.WhatIf.Rules;

/// <summary>Notes the reasons that pin the items which an unpin would reach, so that it can remove these and say which they were.</summary>
internal sealed class PinsFound(bool isDeep) : PreviewRules
{
    // E_ACCESSDENIED (Microsoft Learn: Common HRESULT Values).
    private const int AccessDenied = unchecked((int)0x80070005);

    private readonly Dictionary<UncPath, PinInfo> _pins = [];
    private PinControlFlags _reasons;

    public override OfflineFilesOperation Operation => OfflineFilesOperation.Unpin;

    public override PreviewReach Reach => isDeep ? PreviewReach.Subtree : PreviewReach.ItemAndFiles;

    public override IEnumerable<string> Unknown => [];

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        var reasons = PinReasons.Of(item.PinInfo);
        if (reasons != 0) _pins[item.Path] = item.PinInfo!;
        _reasons |= reasons;
        return Would(PreviewVerdict.Unknown, item);
    }

    /// <summary>The flags with the reasons that were found; if there was none the user's, of which nothing is set, so that the backend says so.</summary>
    public PinControlFlags Replace(PinControlFlags flags) => (flags & ~PinReasons.All) | (_reasons == 0 ? PinControlFlags.ForUser : _reasons);

    public OperationReport Explain(OperationReport report) => report with { Outcomes = [.. report.Outcomes.Select(Explain)] };

    private ItemOutcome Explain(ItemOutcome outcome)
    {
        if (!_pins.TryGetValue(outcome.Path, out var pins)) return outcome;
        return outcome.Status switch
        {
            OutcomeStatus.Done when outcome.Message is null => outcome with { Message = $"It was {ItemWords.Pins(pins)}." },
            OutcomeStatus.Failed when outcome.NativeCode == AccessDenied => outcome with
            {
                Message = $"{outcome.Message} It is {ItemWords.Pins(pins)}; an administrator may be needed for a pin by policy or for everyone.".TrimStart(),
            },
            _ => outcome,
        };
    }
}
