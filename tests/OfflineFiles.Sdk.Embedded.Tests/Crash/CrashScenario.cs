namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// Something the engine does that can be cut off anywhere: what was done before, what another user did on the share, what is cut off, and what the share
/// may hold after the cache was opened and synchronised again.
/// </summary>
/// <param name="Name">The sentence that it is about.</param>
/// <param name="Action">The steps that are cut off.</param>
/// <param name="Finals">
/// The whole trees that may come out, as <c>path=content</c>: before anything was done, and after each step. One that was acknowledged cannot be lost.
/// </param>
internal sealed record CrashScenario(string Name, string[] Action, params string[] Finals)
{
    /// <summary>What every scenario begins with, on the share.</summary>
    public const string Start = "a=1 b=2 d/e=3 keep=k";

    /// <summary>Steps of the cache before it is cut off; null: it is pinned and online.</summary>
    public string[] Before { get; init; } = ["pin"];

    /// <summary>What somebody else does on the share before the action: <c>path=content</c>, <c>-path</c>.</summary>
    public string[] Elsewhere { get; init; } = [];

    /// <summary>The cached tree afterwards, if it is another than the share's: a conflict keeps both.</summary>
    public string? Cached { get; init; }

    public static IReadOnlyList<CrashScenario> All { get; } =
    [
        new("a new file is written online", ["write n new"], Start, $"{Start} n=new"),
        new("a file is replaced online", ["write a new"], Start, "a=new b=2 d/e=3 keep=k"),
        new("a large file is written online", ["write n 300000*x"], Start, $"{Start} n={new string('x', 300_000)}"),
        new("a file is deleted online", ["delete a"], Start, "b=2 d/e=3 keep=k"),
        new("a file is moved online", ["move a m"], Start, "b=2 d/e=3 keep=k m=1"),
        new("a directory is moved online", ["move d m"], Start, "a=1 b=2 keep=k m/e=3"),
        new("a directory and a file in it are made online", ["mkdir x", @"write x\f new"], Start, $"{Start} x/", $"{Start} x/f=new"),
        new("a new file is written offline", ["write n new", "online"], Start, $"{Start} n=new") { Before = ["pin", "offline"] },
        new("a file is replaced offline twice", ["write a one", "write a two"], Start, "a=one b=2 d/e=3 keep=k", "a=two b=2 d/e=3 keep=k") { Before = ["pin", "offline"] },
        new("a file is deleted offline", ["delete a"], Start, "b=2 d/e=3 keep=k") { Before = ["pin", "offline"] },
        new("a file is moved offline", ["move a m"], Start, "b=2 d/e=3 keep=k m=1") { Before = ["pin", "offline"] },
        new("a directory is moved offline", ["move d m"], Start, "a=1 b=2 keep=k m/e=3") { Before = ["pin", "offline"] },
        new("offline changes are sent", ["sync"], "a=A2 d/g=3 keep=k n=new x/f=new")
        {
            Before = ["pin", "offline", "write a A2", "write n new", "delete b", "mkdir x", @"write x\f new", @"move d\e d\g", "online"],
        },
        new("changes of the share are fetched", ["sync"], "a=A2 d/e=3 keep=k n=new y/f=new") { Elsewhere = ["a=A2", "-b", "n=new", "y/f=new"] },
        new("both sides changed, different files", ["sync"], "a=A2 b=B2 d/e=3 keep=k")
        {
            Before = ["pin", "offline", "write a A2", "online"],
            Elsewhere = ["b=B2"],
        },
        new("both sides changed one file", ["sync"], "a=THEIRS b=2 d/e=3 keep=k")
        {
            Before = ["pin", "offline", "write a MINE", "online"],
            Elsewhere = ["a=THEIRS"],
            Cached = "a=MINE b=2 d/e=3 keep=k",
        },
        new("a share is pinned and filled", ["pin"], Start) { Before = [] },
        new("a file made place for a directory", ["sync"], Start)
        {
            Before = ["pin", "offline", "delete b", "mkdir b", @"write b\f new", "online"],
            Cached = "a=1 b/f=new d/e=3 keep=k",
        },
        new("a whole directory was deleted offline", ["sync"], "a=1 b=2 keep=k") { Before = ["pin", "offline", @"delete d\e", "delete d", "online"] },
    ];

    public override string ToString() => Name;
}
