using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk;

/// <summary>A text that should be WQL cannot be read. Nothing was asked of any cache.</summary>
public sealed class WqlSyntaxException : OfflineFilesException
{
    internal WqlSyntaxException(string text, WqlSyntaxError error)
        : base($"The WQL text cannot be read. {error.Message}")
    {
        Text = text;
        Error = error;
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>Where the text stops being WQL, what stands there and what was expected.</summary>
    public WqlSyntaxError Error { get; }
}
