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

    public void Change(CacheChange change) => Write($"  ~ {change}", new Style(Color.Grey));

    public void Block(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) Write($"  {line}", new Style(Color.Green));
    }

    public void Query(string wql, IEnumerable<OfflineFilesItem> items)
    {
        Wql(wql);
        foreach (var item in items) Line($"  {item}");
    }

    public async Task<OperationReport> WithProgressAsync(string title, Func<IProgress<OperationProgress>, Task<OperationReport>> work)
    {
        if (!_isLive) return await work(new Bar(_ => { }));
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
        foreach (var outcome in report.Outcomes.Where(outcome => outcome.Status != OutcomeStatus.Unchanged)) Line($"  {outcome}");
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

    private void Write(string text, Style style)
    {
        // A pipe gets the text as it is: no wrapping to a width that is not there.
        if (_isLive) console.WriteLine(text, style);
        else lock (_gate) Console.WriteLine(text);
    }

    // Progress<T> would post to the thread pool and could report the end before the last item.
    private sealed class Bar(Action<OperationProgress> show) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => show(value);
    }
}
