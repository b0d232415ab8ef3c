using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>A file of the share that is being opened, with a stamp of the share's clock from before.</summary>
internal sealed class FetchBegun(ShareClocks clocks, IShare share, SharePath path, CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>Of so many bytes at most it pays to begin before the turn: then a file is read with the call that opens it, and nothing stays open.</summary>
    public const int MostBytes = GatedReading.SmallLength;

    private Task<(Int128? Clock, ShareReading Reading)>? _opened;

    private ShareClocks Clocks => clocks;

    private IShare Share => share;

    private SharePath Path => path;

    private CancellationToken CancellationToken => cancellationToken;

    public bool IsStarted => _opened is not null;

    public Task<(Int128? Clock, ShareReading Reading)> Opened
    {
        get
        {
            if (_opened is null) Start([this]);
            return _opened!;
        }
    }

    /// <summary>Whether a file is begun before its turn.</summary>
    public static bool Pays(ShareEntry entry) => entry is { Kind: ShareEntryKind.File, Size: <= MostBytes };

    /// <summary>Has files opened one after another, those of a share with one call to it: a call takes longer than a small file.</summary>
    public static void Start(IReadOnlyList<FetchBegun> group)
    {
        for (var at = 0; at < group.Count;)
        {
            var first = group[at];
            var same = group.Skip(at).TakeWhile(begun => begun.IsLike(first)).ToArray();
            var opened = OpenAsync(same);
            for (var i = 0; i < same.Length; i++) same[i]._opened = OneOfAsync(opened, i);
            at += same.Length;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_opened is not { } opened) return;
        await ((Task)opened).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opened.IsCompletedSuccessfully) await (await opened.ConfigureAwait(false)).Reading.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<(Int128? Clock, IReadOnlyList<Task<ShareReading>> Readings)> OpenAsync(FetchBegun[] group)
    {
        var first = group[0];
        var clock = await first.Clocks.BeforeAsync(first.Share, null, first.CancellationToken).ConfigureAwait(false);
        return (clock, await first.Share.OpenReadAsync([.. group.Select(begun => begun.Path)], first.CancellationToken).ConfigureAwait(false));
    }

    private static async Task<(Int128? Clock, ShareReading Reading)> OneOfAsync(Task<(Int128? Clock, IReadOnlyList<Task<ShareReading>> Readings)> opened, int at)
    {
        var (clock, readings) = await opened.ConfigureAwait(false);
        return (clock, await readings[at].ConfigureAwait(false));
    }

    private bool IsLike(FetchBegun other) => Share == other.Share && CancellationToken == other.CancellationToken;
}
