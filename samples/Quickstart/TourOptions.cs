namespace Quickstart;

/// <summary>The command line was not understood.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Something did not come out as the tour promises.</summary>
internal sealed class TourFailedException(string message) : Exception(message);

/// <summary>What the command line asks for.</summary>
internal sealed record TourOptions(string? Share, string? Keep, bool Help)
{
    public const string HelpText = """
        Quickstart: a tour of OfflineFiles.Sdk on real files.

        It pins a folder of a share, lists what is cached with LINQ, goes offline, edits, creates and deletes files,
        lets a conflict happen, comes back online and synchronises.

        Usage: dotnet run --project samples/Quickstart [-- OPTIONS]

          --share DIR   Use DIR as the share instead of a directory made for the tour. All of it is pinned, that is:
                        copied into the cache. The tour changes nothing in it but a folder of its own,
                        "OfflineFiles Quickstart", which it makes and, without --keep, removes again.
          --keep DIR    Put share and cache into DIR, which must be empty or not there, and leave them.
          --help        Show this.

        Without options everything lives in the temporary directory and is removed at the end.
        Exit code: 0 done, 1 failed, 2 command line not understood, 130 stopped.
        """;

    public static TourOptions Parse(string[] args)
    {
        var options = new TourOptions(null, null, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--help" or "-h" or "-?" => options with { Help = true },
                "--share" => options with { Share = Value(args, ref i) },
                "--keep" => options with { Keep = Value(args, ref i) },
                var other => throw new UsageException($"'{other}' is no option."),
            };
        }

        return options;
    }

    private static string Value(string[] args, ref int i) =>
        i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
            ? Path.GetFullPath(args[++i])
            : throw new UsageException($"{args[i]} needs a directory.");
}
