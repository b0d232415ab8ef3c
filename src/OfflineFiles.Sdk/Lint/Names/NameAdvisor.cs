using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What the name of a property that does not exist was meant to be, where it stands.</summary>
internal static class NameAdvisor
{
    /// <summary>What to write instead, with the prefix of the name; null if nobody can tell.</summary>
    public static string? Suggest(LintName name) =>
        name.Class is { } schema && NameAdvice.Property(schema, name.Names) is { } meant ? name.Prefix + meant : null;
}
