namespace OfflineFiles.Sdk.Embedded.Tests.Rules;

/// <summary>The rooms of the embedded library, and which way the arrows between them point.</summary>
[TestFixture]
public sealed class EmbeddedArchitecture() : ArchitectureTests(typeof(EmbeddedBackend).Assembly)
{
    protected override string[][] Rooms =>
    [
        ["Io", "Versions", "Options", "Logging", "Sync/Decide"],
        ["Shares", "Content", "Store"],
        ["Reports"],
        ["Scopes"],
        ["Engine"],
        ["Sync/Apply", "Operations", "Files", "Queries", "Changes"],
        [""],
    ];
}

/// <summary>The rules of the house over the embedded library.</summary>
[TestFixture]
public sealed class EmbeddedHouseRules() : HouseRules(typeof(EmbeddedBackend).Assembly);
