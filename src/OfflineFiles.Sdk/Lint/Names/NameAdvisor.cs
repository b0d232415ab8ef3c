using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Names;

/// <summary>What the name of a property that does not exist was meant to be, where it stands.</summary>
internal static class NameAdvisor
{
    /// <summary>What to write instead, with the prefix of the name; null if nobody can tell.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isForWindows">Whether only what the documented class has can be written.</param>
    public static string? Suggest(LintName name, bool isForWindows)
    {
        if (name.Class is not { } schema || NameAdvice.Property(schema, name.Names) is not { } meant) return null;
        return name.Prefix + (isForWindows && schema.Find(meant) is { IsDocumented: false } own ? InventedProperties.DocumentedFor(own) : meant);
    }
}
