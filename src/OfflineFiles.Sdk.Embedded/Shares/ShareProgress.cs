namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Tells whoever waits for a call to a share that it still gets on, however long it takes in all.</summary>
internal static class ShareProgress
{
    private static readonly AsyncLocal<Action?> Listener = new();

    /// <summary>Hears of the progress of what the caller starts from here on.</summary>
    public static void Hear(Action? listener) => Listener.Value = listener;

    public static void Made() => Listener.Value?.Invoke();
}
