using System.Diagnostics;
using System.Globalization;
using OfflineFiles.Sdk.Benchmarks.Rivals.EFCore;
using OfflineFiles.Sdk.Benchmarks.Rivals.Linq2Db;
using OfflineFiles.Sdk.Benchmarks.Rivals.MongoDb;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Translate;

/// <summary>
/// What does the first translation of a process cost, from the first use of a library to the text? Each is measured in processes of its own,
/// in turns, and the middle one of them is told.
/// </summary>
internal static class FirstTranslation
{
    public const string Name = "first-translation";

    private const int Rounds = 15;
    private const long Size = 4096;

    private static readonly (string Name, Func<string> Translate)[] Ways =
    [
        ("BuildExpressionTree", static () => OurItems.FiveTerms(new OfflineFilesCache(new EmptyBackend()), Size).Expression.Type.Name),
        ("ToWql", static () => OurItems.FiveTerms(new OfflineFilesCache(new EmptyBackend()), Size).ToWql()),
        ("EFCore", static () => EFCore()),
        ("Linq2Db", static () => Linq2Db()),
        ("MongoDb", static () => MongoDbItems.Translate(Size)),
    ];

    public static void Run(string[] args)
    {
        if (args is [var name])
        {
            Console.WriteLine(Milliseconds(Ways.Single(way => way.Name == name).Translate).ToString(CultureInfo.InvariantCulture));
            return;
        }

        var times = Ways.ToDictionary(way => way.Name, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
            foreach (var way in Ways) times[way.Name].Add(InProcessOfItsOwn(way.Name));
        foreach (var way in Ways)
        {
            var sorted = times[way.Name].Order().ToList();
            Console.WriteLine($"{way.Name,-20} {sorted[Rounds / 2],8:F1} ms ({sorted[0]:F1} to {sorted[^1]:F1})");
        }
    }

    private static double Milliseconds(Func<string> translate)
    {
        var clock = Stopwatch.StartNew();
        var text = translate();
        var elapsed = clock.Elapsed.TotalMilliseconds;
        return text.Length > 0 ? elapsed : throw new InvalidOperationException("There is no text.");
    }

    private static double InProcessOfItsOwn(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FirstTranslation).Assembly.Location, Name, name]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static string EFCore()
    {
        using var items = new EFCoreItems(":memory:");
        return items.Translate(Size);
    }

    private static string Linq2Db()
    {
        using var items = new Linq2DbItems(":memory:");
        return items.Translate(Size);
    }
}
