using System.Globalization;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>What a query costs at the Windows provider, and classes it delivers nothing of.</summary>
internal sealed class EnumerationRule : ILintRule
{
    private static readonly CimClassSchema[] Enumerated =
    [
        OfflineFilesSchema.Item, OfflineFilesSchema.Cache, OfflineFilesSchema.MachineConfiguration, OfflineFilesSchema.UserConfiguration,
        OfflineFilesSchema.Health,
    ];

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (!subject.IsForWindows) yield break;
        if (NotEnumerated(subject) is { } missing) yield return missing;
        if (subject.Query is not WqlSelectQuery) yield break;

        if (subject.Scope.Class == OfflineFilesSchema.Item && !subject.Terms.Any(term => term.Name.IsPath))
            yield return subject.Found(
                WqlLintRule.FullEnumeration,
                WqlLintSeverity.Advice,
                subject.ClassPlace,
                "Without ItemPath = '...' or ParentItemPath = '...' the Windows provider builds every item of the cache with all it carries, and "
                + "WMI filters afterwards (observed provider behaviour). Add one of them with AND where the place is known; "
                + "a SELECT list saves only transport.");

        if (subject.Scope.Class is not null && subject.Terms.Count > PushdownProfile.WindowsProvider.MaxTerms)
            yield return subject.Found(
                WqlLintRule.TooManyTerms,
                WqlLintSeverity.Advice,
                subject.ClassPlace,
                $"The query has {subject.Terms.Count.ToString(CultureInfo.InvariantCulture)} terms. Windows refuses one that is too complex with "
                + "WBEM_E_QUOTA_VIOLATION (0x8004106C), and documents no number. Send several smaller queries.");
    }

    private static WqlFinding? NotEnumerated(LintSubject subject)
    {
        // A question about the schema needs no instances.
        if (subject.Query is WqlAssociationQuery { Options.SchemaOnly: true }) return null;
        var through = subject.Query is WqlAssociationQuery ? OfflineFilesSchema.AssociatedItems : subject.Scope.Class;
        if (subject.Scope.Class is null || through is null || Array.IndexOf(Enumerated, through) >= 0) return null;
        var advice = NameAdvice.HolderOf(through.Name) is { } holder
            ? $"Ask {holder.Class.Name} for its {holder.Property.Name}."
            : "Ask Win32_OfflineFilesItem for the items.";
        return subject.Found(
            WqlLintRule.ClassNotEnumerated,
            WqlLintSeverity.Error,
            subject.ClassPlace,
            $"The Windows provider delivers no instances of {through.Name}: it answers WBEM_E_NOT_FOUND (0x80041002, observed provider behaviour). "
            + advice);
    }
}
