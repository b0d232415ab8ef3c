using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>x.StartsWith(text)</c></summary>
internal sealed class StringStartsWithTranslation() : StringPatternTranslation(nameof(string.StartsWith))
{
    protected override WqlLikePattern Pattern(string text) => WqlLikePattern.StartsWith(text);
}
