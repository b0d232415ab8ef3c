namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>What a backend is made over, which decides which options mean anything.</summary>
internal enum CimTarget
{
    ThisMachine,
    OtherMachine,
    GivenSession,
}
