using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Recognises a pushed search for everything below one path.</summary>
internal static class Subtree
{
    private static readonly WqlProperty ItemPath = new("ItemPath");

    public static bool IsAmong(IEnumerable<PredicatePart> parts) => parts.Any(part => part.Pushed switch
    {
        WqlLike like => like.Property == ItemPath && like.Pattern.TryGetPrefix(out _, out var isPurePrefix) && isPurePrefix,
        _ => false,
    });
}
