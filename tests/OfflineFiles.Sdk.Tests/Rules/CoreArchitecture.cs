namespace OfflineFiles.Sdk.Tests.Rules;

/// <summary>The rooms of the core, and which way the arrows between them point.</summary>
[TestFixture]
public sealed class CoreArchitecture() : ArchitectureTests(typeof(OfflineFilesCache).Assembly)
{
    // LINQPad knows it by this name.
    protected override string[] NamedByOthers => ["LINQPad.ICustomMemberProvider"];

    protected override string[][] Rooms =>
    [
        ["Display"],
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
