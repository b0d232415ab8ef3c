using OfflineFiles.Sdk.Testing.Rules.Sample.Third;

namespace OfflineFiles.Sdk.Testing.Rules.Sample.Second;

/// <summary>Uses the third folder in an attribute only.</summary>
[Marked(typeof(MarkedAttribute))]
internal static class Helper
{
    public static string Text(string name) => name;
}
