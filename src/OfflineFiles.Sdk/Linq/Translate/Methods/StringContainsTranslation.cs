using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>x.Contains(text)</c></summary>
internal sealed class StringContainsTranslation() : StringPatternTranslation(nameof(string.Contains))
{
    protected override WqlLikePattern Pattern(string text) => WqlLikePattern.Contains(text);
}
