namespace OfflineFiles.Sdk.Testing.Rules.Sample.Second;

/// <summary>Has the namespace of another folder.</summary>
internal enum Misplaced
{
    Nothing,
}
