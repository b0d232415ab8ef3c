using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate.Methods;

/// <summary><c>x.EndsWith(text)</c></summary>
internal sealed class StringEndsWithTranslation() : StringPatternTranslation(nameof(string.EndsWith))
{
    protected override WqlLikePattern Pattern(string text) => WqlLikePattern.EndsWith(text);
}
