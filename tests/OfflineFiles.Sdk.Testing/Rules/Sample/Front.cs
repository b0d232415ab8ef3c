using OfflineFiles.Sdk.Testing.Rules.Sample.First;

namespace OfflineFiles.Sdk.Testing.Rules.Sample;

/// <summary>The front door of a library that is made up to break every rule once.</summary>
internal static class Front
{
    public static object Open() => new Giver<int>();
}
