using Microsoft.Extensions.Logging;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLogger : ILogger
{
    public List<(LogLevel Level, EventId Id, string Text, Exception? Error)> Entries { get; } = [];

    public IEnumerable<int> Ids => Entries.Select(entry => entry.Id.Id);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Entries) Entries.Add((logLevel, eventId, formatter(state, exception), exception));
    }
}
