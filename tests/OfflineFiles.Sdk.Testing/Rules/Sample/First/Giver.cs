using OfflineFiles.Sdk.Testing.Rules.Sample.Second;

namespace OfflineFiles.Sdk.Testing.Rules.Sample.First;

/// <summary>Uses the second folder in a body only.</summary>
internal sealed class Giver<T>
{
    public override string ToString() => Helper.Text(typeof(T).Name);
}
