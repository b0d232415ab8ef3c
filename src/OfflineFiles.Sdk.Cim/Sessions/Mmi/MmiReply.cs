namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>One thing a running method sent: a text on the way, or (part of) its results, which may come in several pieces.</summary>
internal sealed record MmiReply(string? Text, object? ReturnValue, CimRow? OutParameters)
{
    public static MmiReply Nothing { get; } = new(null, null, null);

    public static MmiReply Says(string text) => new(text, null, null);
}
