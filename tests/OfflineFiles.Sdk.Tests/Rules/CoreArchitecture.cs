namespace OfflineFiles.Sdk.Tests.Rules;

/// <summary>The rooms of the core, and which way the arrows between them point.</summary>
[TestFixture]
public sealed class CoreArchitecture() : ArchitectureTests(typeof(OfflineFilesCache).Assembly)
{
    protected override string[][] Rooms =>
    [
        ["Model", "Diagnostics"],
        ["Operations"],
        ["Backends"],
        ["Linq/Deep"],
        ["Linq/Text", "Linq/Equality"],
        ["Linq/Normalize"],
        ["Linq/Semantics"],
        ["Linq/Translate"],
        ["Linq/Access"],
        ["Linq/Operators", "Linq/Observe"],
        ["Linq/Explain", "Linq/Execute"],
        ["Linq"],
        ["RawQueries"],
        ["WhatIf", "Lint"],
        [""],
    ];
}
