namespace OfflineFiles.Sdk.Conformance;

/// <summary>Names of files that a query must take for names, and beside each one that a careless query would find as well.</summary>
internal static class HostileNames
{
    public static string[] All { get; } =
    [
        "' OR ItemType = 0 OR ItemName = '",
        "x' OR 'a' = 'a.txt",
        "' --",
        "it's.txt",
        "its.txt",
        "100%_done[x].txt",
        "100 % adone[x].txt",
        "100%adonex.txt",
        "[a-z].txt",
        "q.txt",
        "{0} {name}.txt",
        "}.txt",
        "TRUE",
        "NULL",
        "0",
        "Straße ἀρχή 文書 𝄞.txt",
        "a,b;c=@.txt",
    ];
}
