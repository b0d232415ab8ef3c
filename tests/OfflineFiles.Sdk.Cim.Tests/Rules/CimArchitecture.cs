namespace OfflineFiles.Sdk.Cim.Tests.Rules;

/// <summary>The rooms of the CIM library, and which way the arrows between them point.</summary>
[TestFixture]
public sealed class CimArchitecture() : ArchitectureTests(typeof(CimBackend).Assembly)
{
    protected override string[][] Rooms =>
    [
        ["Errors", "Options"],
        ["Rows", "Logging"],
        ["Mapping", "Sessions"],
        ["Sessions/Text", "Sessions/Mmi", "Sessions/Share"],
        ["Sessions/Connect"],
        ["Calls", "Indications"],
        ["Diagnosis"],
        [""],
    ];
}
