using OfflineFiles.Sdk;
using Spectre.Console;

namespace Quickstart;

/// <summary>Prints the tour: for a terminal with colour and a live bar, for a pipe as plain lines.</summary>
internal sealed class Narrator(IAnsiConsole console)
{
    private readonly Lock _gate = new();
    private readonly bool _isLive = !Console.IsOutputRedirected;

    public void Heading(string text)
    {
        console.WriteLine();
        Write($"== {text} ==", new Style(Color.Blue, decoration: Decoration.Bold));
    }

    public void Line(string text) => Write(text, Style.Plain);

    public void Wql(string wql) => Write($"  WQL: {wql}", new Style(Color.Green));

    public void Change(CacheChange change) => Write($"  ~ {Short(change.ToString())}", new Style(Color.Grey));

    public void Block(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd().Split('\n')) Write($"  {line}", new Style(Color.Green));
    }

    public void Query(string wql, IEnumerable<OfflineFilesItem> items)
    {
        Wql(wql);
        foreach (var item in items) Line($"  {Short(item.ToString())}");
    }

    public async Task<OperationReport> WithProgressAsync(string title, Func<IProgress<OperationProgress>, Task<OperationReport>> work)
    {
        if (!_isLive) return await work(new Bar(new Milestones(title, Line).Show));
        return await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(title, autoStart: true);
            return await work(new Bar(step =>
            {
                if (step.BytesTotal is > 0) (task.MaxValue, task.Value) = (step.BytesTotal.Value, step.BytesDone ?? 0);
                else if (step.ItemsTotal is > 0) (task.MaxValue, task.Value) = (step.ItemsTotal.Value, step.ItemsDone);
                if (step.Reason == ProgressReason.End) task.Value = task.MaxValue;
            }));
        });
    }

    public void Report(OperationReport report)
    {
        Line(report.ToString());
        foreach (var outcome in report.Outcomes.Where(outcome => outcome.Status != OutcomeStatus.Unchanged)) Line($"  {Short(outcome.ToString())}");
    }

    public void Tree(string title, string directory)
    {
        var tree = new Tree(Markup.Escape(title));
        AddDirectory(tree, directory);
        console.Write(tree);
    }

    public void Tree(string title, UncPath folder, IReadOnlyCollection<CachedFileEntry> entries)
    {
        var tree = new Tree(Markup.Escape(title));
        AddEntries(tree, folder, entries);
        console.Write(tree);
    }

    private static void AddDirectory(IHasTreeNodes node, string directory)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(directory).OrderBy(path => path, StringComparer.OrdinalIgnoreCase))
        {
            var child = node.AddNode(Markup.Escape(Path.GetFileName(path)));
            if (Directory.Exists(path)) AddDirectory(child, path);
        }
    }

    private static void AddEntries(IHasTreeNodes node, UncPath folder, IReadOnlyCollection<CachedFileEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Path.Parent == folder).OrderBy(entry => entry.Path))
        {
            var child = node.AddNode(Markup.Escape(entry.Path.Name + (entry.IsDirty ? " (dirty)" : "")));
            AddEntries(child, entry.Path, entries);
        }
    }

    // Every path of the tour lies in one folder; its name on every line would hide what differs.
    private static string Short(string text) => text.Replace($@"{Stage.Folder}\", "", StringComparison.OrdinalIgnoreCase);

    private void Write(string text, Style style)
    {
        // A pipe gets the text as it is: no wrapping to a width that is not there.
        if (_isLive) console.WriteLine(text, style);
        else lock (_gate) Console.WriteLine(text);
    }

    // A bar for a file: a line for each quarter.
    private sealed class Milestones(string title, Action<string> line)
    {
        private int _quarter;

        public void Show(OperationProgress step)
        {
            if (step.BytesTotal is not > 0) return;
            var quarter = (int)(4 * step.BytesDone.GetValueOrDefault() / step.BytesTotal.Value);
            if (quarter <= _quarter) return;
            _quarter = quarter;
            line($"{title}: {25 * quarter} % of {step.BytesTotal:N0} bytes");
        }
    }

    // Progress<T> would post to the thread pool and could report the end before the last item.
    private sealed class Bar(Action<OperationProgress> show) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => show(value);
    }
}
